import type { Stored, StoredForm } from '../data/columns.ts';
import { storedNumber } from '../data/encode.ts';
import type { Value } from '../library/library.ts';
import { throwApex } from '../runtime/faults.ts';
import type { SoqlValue } from '../syntax/soql.ts';
import { Blob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { EnumValue } from '../values/enum.ts';
import { isId, to18 } from '../values/id.ts';
import { ApexList } from '../values/list.ts';
import { ApexSet } from '../values/set.ts';
import { SObject } from '../values/sobject.ts';
import { ApexTime } from '../values/time.ts';

/** The elements of a List or Set; null for what is no collection. */
export function elementsOf(value: Value): readonly Value[] | null {
  if (value instanceof ApexList) return value.items;
  return value instanceof ApexSet ? [...value.values()] : null;
}

/** Null and the empty text, which the platform stores as null. */
export function isEmpty(value: Value): boolean {
  return value === null || value === '';
}

/**
 * An Apex value as a column of `form` has it. Throws `System.QueryException: invalid ID field: ...` for text that is no
 * id, and for a value of another type.
 */
export function toStored(value: Value, form: StoredForm, timeZone: string): Stored {
  if (isEmpty(value)) return null;
  if (value instanceof SObject) return value.id;
  if (form === 'id') return idOf(value);
  if (form === 'date') return dateOf(value, timeZone);
  if (form === 'datetime') return momentOf(value);
  return plain(value);
}

/** A literal as a column of `form` has it. */
export function storedLiteral(value: SoqlValue, form: StoredForm): Stored {
  switch (value.kind) {
    case 'null':
      return null;
    case 'boolean':
      return value.value ? 1 : 0;
    case 'number':
      return storedNumber(Decimal.of(value.value));
    case 'string':
      return form === 'id' && value.value !== '' ? idOf(value.value) : value.value || null;
    case 'date':
      return value.value;
    case 'datetime':
      return Date.parse(value.value);
    case 'time':
      return Date.parse(`1970-01-01T${value.value.endsWith('Z') ? value.value : `${value.value}Z`}`);
    default:
      throw new Error(`A ${value.kind} is no plain literal.`);
  }
}

function idOf(value: Value): string {
  const text = String(value);
  return isId(text) ? to18(text) : throwApex('System.QueryException', `invalid ID field: ${text}`);
}

function dateOf(value: Value, timeZone: string): Stored {
  if (value instanceof ApexDatetime) return value.date(timeZone).toIsoString();
  return value instanceof ApexDate ? value.toIsoString() : plain(value);
}

/** A Date is midnight in GMT, as everywhere in Apex. */
function momentOf(value: Value): Stored {
  const isMoment = value instanceof ApexDatetime || value instanceof ApexDate;
  return isMoment ? value.milliseconds : plain(value);
}

function plain(value: Value): Stored {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Decimal) return storedNumber(value);
  if (value instanceof ApexDouble) return value.toNumber();
  if (value instanceof ApexTime) return value.milliseconds;
  if (value instanceof EnumValue) return value.name;
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIsoString();
  const what = value instanceof Blob ? 'Blob' : String(value);
  return throwApex('System.QueryException', `Invalid bind expression type: ${what}`);
}
