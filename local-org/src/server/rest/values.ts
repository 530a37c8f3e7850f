import { toJson } from '../../aura/to-json.ts';
import type { Json, JsonObject } from '../../aura/json.ts';
import { datetimeText, timeText } from '../../library/json/scalars.ts';
import type { Value } from '../../library/library.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { FieldModel } from '../../schema/model.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import type { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { ApexTime } from '../../values/time.ts';
import { Blob } from '../../values/blob.ts';

/** How a record's members are chosen; `path` is that of the record inside of the row: `account.owner`. */
export interface Shape {
  /** `/services/data/v67.0`, for addresses of records. */
  readonly base: string;
  /** Was the field selected there? Apex reads ids of records and parents always; the REST API shows what is asked for. */
  shows(path: string, field: string): boolean;
}

/** One row of a query, as the REST API gives it. */
export function rowJson(record: SObject, shape: Shape, path = ''): JsonObject {
  if (record.object.kind === 'aggregate') return aggregateJson(record);
  const result: JsonObject = { attributes: attributes(record, shape.base) };
  for (const name of record.queried ?? record.values.keys()) {
    if (record.object.fields.has(name) && !shape.shows(path, name)) continue;
    result[record.spell(name)] = member(record, name, shape, path);
  }
  return result;
}

function aggregateJson(record: SObject): JsonObject {
  const values = [...record.values].map(([name, value]) => [record.spell(name), valueJson(value)] as const);
  return { attributes: { type: 'AggregateResult' }, ...Object.fromEntries(values) };
}

function attributes({ object, id }: SObject, base: string): JsonObject {
  const { schema } = currentTransaction();
  // The parent of a lookup to several objects was read as a Name.
  const type = object.name === 'Name' && id ? (schema.objectOfKeyPrefix(id.slice(0, 3)) ?? object) : object;
  return id ? { type: type.name, url: `${base}/sobjects/${type.name}/${id}` } : { type: type.name };
}

function member(record: SObject, name: string, shape: Shape, path: string): Json {
  const field = record.object.fields.get(name);
  if (field) return fieldJson(record, field, shape.base);
  const inner = path === '' ? name : `${path}.${name}`;
  const parent = record.parents.get(name);
  if (parent) return rowJson(parent, shape, inner);
  const children = record.childLists.get(name);
  if (children) return childrenJson(children, shape, inner);
  return valueJson(record.values.get(name) ?? null);
}

function childrenJson(children: ApexList, shape: Shape, path: string): Json {
  if (children.size === 0) return null;
  const records = (children.items as SObject[]).map((child) => rowJson(child, shape, path));
  return { totalSize: records.length, done: true, records };
}

function fieldJson(record: SObject, field: FieldModel, base: string): Json {
  const value: Value = record.values.get(field.name.toLowerCase()) ?? null;
  if (value === null) return field.type === 'BOOLEAN' ? false : null;
  // What a file holds is fetched from an address of its own.
  if (value instanceof Blob) return `${base}/sobjects/${record.object.name}/${record.id}/${field.name}`;
  return isJsonText(record, field) ? (JSON.parse(value) as Json) : valueJson(value);
}

/** `ApexCodeCoverage.Coverage`: an object that is kept as its text. */
function isJsonText({ object }: SObject, { name }: FieldModel): boolean {
  return name === 'Coverage' && /^ApexCodeCoverage(Aggregate)?$/.test(object.name);
}

/** A value of a field, as the REST API writes it. */
export function valueJson(value: Value): Json {
  if (value instanceof ApexDatetime) return datetimeText(value, true);
  if (value instanceof ApexTime) return timeText(value);
  return toJson(value);
}
