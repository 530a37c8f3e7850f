import { currentTransaction } from './runtime/context.ts';
import type { Value } from './library/library.ts';
import { stringOf } from './library/text/stringify.ts';
import { SCALAR_READERS } from './library/json/scalars.ts';
import type { FieldModel } from './schema/model.ts';
import { toId } from './values/id.ts';
import { ApexDatetime } from './values/datetime.ts';
import { Decimal } from './values/decimal.ts';
import { ApexDouble } from './values/double.ts';
import { ApexList } from './values/list.ts';
import { SObject } from './values/sobject.ts';

/** A record as JavaScript has it: field names, texts, numbers, Booleans, ISO dates, nested records, lists of records. */
export type PlainRecord = { [name: string]: PlainValue };
export type PlainValue = null | string | number | boolean | PlainRecord | PlainRecord[];

/** An Apex record as a plain object, with the fields that it holds. */
export function plainRecord(record: SObject): PlainRecord {
  const result: PlainRecord = {};
  for (const [name, value] of record.values) result[record.spell(name)] = plainValue(value);
  for (const [name, parent] of record.parents) result[record.spell(name)] = parent && plainRecord(parent);
  for (const [name, children] of record.childLists) result[record.spell(name)] = plainValue(children);
  return result;
}

function plainValue(value: Value): PlainValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDatetime) return new Date(value.milliseconds).toISOString();
  if (value instanceof SObject) return plainRecord(value);
  if (value instanceof ApexList) return value.items.map(plainRecord);
  return stringOf(value);
}

/** A record of Apex from a plain object; values become what the field's type wants. */
export function recordFrom(object: string, values: PlainRecord): SObject {
  const model = currentTransaction().schema.object(object);
  if (!model) throw new Error(`There is no object ${object}.`);
  const record = new SObject(model);
  for (const [name, value] of Object.entries(values)) {
    const field = model.fields.get(name.toLowerCase());
    if (!field) throw new Error(`${model.name} has no field ${name}.`);
    record.put(field.name.toLowerCase(), valueOf(field, value));
  }
  return record;
}

function valueOf(field: FieldModel, value: PlainValue): Value {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'object') throw new Error(`${field.name} takes no record.`);
  if (field.apexType === 'Id') return toId(String(value));
  const read = SCALAR_READERS[field.apexType];
  const result = read ? read(String(value)) : value;
  if (result === null) throw new Error(`${field.name} takes no value like ${JSON.stringify(value)}.`);
  return result;
}
