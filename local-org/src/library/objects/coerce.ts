import { throwApex } from '../../runtime/faults.ts';
import { runtimeTypeOf } from '../../runtime/types.ts';
import type { FieldModel } from '../../schema/model.ts';
import { Blob } from '../../values/blob.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { toId } from '../../values/id.ts';
import { ApexTime } from '../../values/time.ts';
import type { Value } from '../library.ts';

type FieldTypeName = FieldModel['apexType'];

/** What a field of a type makes of a value that is not null; undefined when the value doesn't fit. */
const COERCIONS: Readonly<Record<FieldTypeName, (value: Value) => Value>> = {
  Id: (value) => (typeof value === 'string' ? toId(value) : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Integer: (value) => (typeof value === 'number' ? value : undefined),
  Long: (value) => (typeof value === 'number' || typeof value === 'bigint' ? BigInt(value) : undefined),
  Decimal: toDecimal,
  Double: toDouble,
  Date: (value) => (value instanceof ApexDate ? value : undefined),
  Datetime: toDatetime,
  Time: (value) => (value instanceof ApexTime ? value : undefined),
  Blob: (value) => (value instanceof Blob ? value : undefined),
  Object: (value) => value,
};

/**
 * A value as a field takes it from `record.put('Field', value)`. Throws `System.SObjectException: Illegal assignment
 * from String to Decimal`, `System.StringException` for text that is no id.
 */
export function coerceToField(field: FieldModel, value: Value): Value {
  if (value === null) return null;
  const result: Value = COERCIONS[field.apexType](value);
  if (result !== undefined) return result;
  const text = `Illegal assignment from ${runtimeTypeOf(value).name} to ${field.apexType}`;
  return throwApex('System.SObjectException', text);
}

function toDecimal(value: Value): Value {
  if (value instanceof Decimal) return value;
  if (value instanceof ApexDouble) return Decimal.ofDouble(value.value);
  return typeof value === 'number' || typeof value === 'bigint' ? Decimal.of(value) : undefined;
}

function toDouble(value: Value): Value {
  if (value instanceof ApexDouble) return value;
  const decimal = toDecimal(value);
  return decimal === undefined ? undefined : new ApexDouble(decimal.toNumber());
}

function toDatetime(value: Value): Value {
  if (value instanceof ApexDatetime) return value;
  return value instanceof ApexDate ? new ApexDatetime(value.milliseconds) : undefined;
}
