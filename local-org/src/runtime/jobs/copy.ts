import type { Value } from '../../library/library.ts';
import { ApexException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexObject } from '../../values/value.ts';

/**
 * A copy of an object with everything that it refers to, as the platform makes one when it stores a job: what the code
 * that queued it changes later the job does not see. Transient fields are null in it.
 */
export function copyOf(value: Value, known = new Map<Value, Value>()): Value {
  if (typeof value !== 'object' || value === null) return value;
  const same = known.get(value);
  if (same !== undefined) return same;
  if (value instanceof ApexList) return copyList(value, known);
  if (value instanceof ApexSet) {
    const copy = new ApexSet(value.type);
    known.set(value, copy);
    for (const item of value.table.keys()) copy.table.set(copyOf(item, known), true);
    return copy;
  }
  if (value instanceof ApexMap) {
    const copy = new ApexMap(value.type);
    known.set(value, copy);
    for (const [key, item] of value.table.entries()) copy.table.set(copyOf(key, known), copyOf(item, known));
    return copy;
  }
  if (value instanceof SObject) return copyRecord(value, known);
  if (value instanceof ApexObject && !(value instanceof ApexException)) return copyObject(value, known);
  // Values that never change, and the platform's own objects.
  return value;
}

function copyList(list: ApexList, known: Map<Value, Value>): ApexList {
  const copy = new ApexList(list.type);
  known.set(list, copy);
  copy.items = list.items.map((item) => copyOf(item, known));
  return copy;
}

function copyRecord(record: SObject, known: Map<Value, Value>): SObject {
  const copy = record.clone({
    preserveId: true,
    isDeep: true,
    preserveTimestamps: true,
    preserveAutonumber: true,
  });
  known.set(record, copy);
  copy.isClone = record.isClone;
  copy.cloneSourceId = record.cloneSourceId;
  for (const [name, children] of record.childLists) copy.childLists.set(name, copyList(children, known));
  return copy;
}

function copyObject(object: ApexObject, known: Map<Value, Value>): ApexObject {
  const copy = Object.create(Object.getPrototypeOf(object) as object) as Record<string, Value>;
  known.set(object, copy);
  const transient = transientSlots(object);
  for (const [slot, value] of Object.entries(object)) {
    copy[slot] = transient.has(slot) ? null : copyOf(value, known);
  }
  return copy as unknown as ApexObject;
}

function transientSlots(object: ApexObject): ReadonlySet<string> {
  const slots = new Set<string>();
  for (let type = object.apexType(); type.classInfo;) {
    for (const field of type.classInfo.fields) {
      if (field.isTransient) slots.add(field.jsName).add(`$${field.jsName}`);
    }
    if (!type.superType) break;
    type = type.superType;
  }
  return slots;
}
