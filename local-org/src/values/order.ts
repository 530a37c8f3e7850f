import { throwApex } from '../runtime/faults.ts';
import type { Value } from '../library/library.ts';
import { EnumValue } from './enum.ts';
import { compareScalars } from './scalars.ts';
import { SObject } from './sobject.ts';

/**
 * The order of `List.sort()`: null first, texts by Unicode, enums by ordinal, `compareTo` of Comparable objects,
 * records by their type's label, Name, standard and then custom fields. Throws `System.ListException` for others.
 */
export function compareValues(left: Value, right: Value): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : 1;
  if (typeof left === 'boolean' && typeof right === 'boolean') return left ? 1 : -1;
  if (left instanceof EnumValue && right instanceof EnumValue) return left.ordinal - right.ordinal;
  if (left instanceof SObject && right instanceof SObject) return compareRecords(left, right);
  if (typeof left['compareto/1'] === 'function') return left['compareto/1'](right);
  return (
    compareScalars(left, right) ??
    throwApex('System.ListException', 'One or more of the items in this list is not Comparable.')
  );
}

function compareRecords(left: SObject, right: SObject): number {
  const byLabel = compareValues(left.object.label, right.object.label);
  if (byLabel !== 0) return byLabel;
  const read = (record: SObject, field: string): Value => record.values.get(field) ?? null;
  for (const field of sortFields(left, right)) {
    const order = compareValues(read(left, field), read(right, field));
    if (order !== 0) return order;
  }
  return 0;
}

/** Name, then standard fields, then custom ones, each in alphabetical order; the Id does not count. */
function sortFields(left: SObject, right: SObject): string[] {
  const names = new Set([...left.values.keys(), ...right.values.keys()]);
  names.delete('id');
  const rank = (name: string): number => (name === 'name' ? 0 : name.endsWith('__c') ? 2 : 1);
  return [...names].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}
