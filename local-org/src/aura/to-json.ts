import { stringOf } from '../library/text/stringify.ts';
import type { Value } from '../library/library.ts';
import { Unsupported } from '../runtime/faults.ts';
import { Blob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { EnumValue } from '../values/enum.ts';
import { ApexException } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexSet } from '../values/set.ts';
import { Location } from '../values/location.ts';
import { SObject } from '../values/sobject.ts';
import { ApexTime } from '../values/time.ts';
import { ApexObject, type ApexValue } from '../values/value.ts';
import type { Json, JsonObject } from './json.ts';
import { visibleFields, visibleGetters } from './members.ts';

/**
 * What a component gets of an Apex value: only `@AuraEnabled` members of classes, records with the fields that they
 * hold, child lists as arrays. Members without a value are left out, as on the platform.
 */
export function toJson(value: Value): Json {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDatetime) return value.toIsoString();
  if (value instanceof ApexDate) return value.toIsoString();
  if (value instanceof ApexTime) return millisecondsOf(value);
  if (value instanceof EnumValue) return value.name;
  if (value instanceof Blob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexList) return value.items.map(toJson);
  if (value instanceof ApexSet) return [...value.values()].map(toJson);
  if (value instanceof ApexMap) return mapJson(value);
  if (value instanceof SObject) return recordJson(value);
  if (value instanceof Location) return locationJson(value);
  if (value instanceof ApexObject && !(value instanceof ApexException)) return objectJson(value);
  throw new Unsupported(`${(value as ApexValue).apexType().name} as a value for a Lightning component`);
}

/** Unlike other objects it keeps what is empty. */
function locationJson(location: Location): JsonObject {
  return Object.fromEntries([...location.jsonFields()].map(([name, value]) => [name, toJson(value)]));
}

function millisecondsOf(time: ApexTime): number {
  return ((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.millisecond;
}

function mapJson(map: ApexMap): JsonObject {
  const result: JsonObject = {};
  for (const [key, item] of map.entries()) result[stringOf(key)] = toJson(item);
  return result;
}

function recordJson(record: SObject): JsonObject {
  const result: JsonObject = {};
  for (const [name, value] of record.values) set(result, record.spell(name), value);
  for (const [name, parent] of record.parents) set(result, record.spell(name), parent);
  for (const [name, children] of record.childLists) set(result, record.spell(name), children);
  return result;
}

function objectJson(object: ApexObject): JsonObject {
  const result: JsonObject = {};
  const slots = object as unknown as Record<string, Value>;
  const type = object.apexType();
  for (const field of visibleFields(type)) if (field.canRead) set(result, field.name, slots[field.jsName]);
  for (const method of visibleGetters(type)) set(result, memberName(method.name), slots[method.jsName]());
  return result;
}

/** `getLabel` to `label`. */
function memberName(getter: string): string {
  return getter.charAt(3).toLowerCase() + getter.slice(4);
}

function set(target: JsonObject, name: string, value: Value): void {
  if (value !== null && value !== undefined) target[name] = toJson(value);
}
