import type { FieldModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { SCALAR_READERS } from '../json/scalars.ts';
import type { Value } from '../library.ts';

/** Sets the fields whose default is a literal or a picklist's default value, as `newSObject(null, true)` does. */
export function applyDefaults(record: SObject): SObject {
  for (const field of record.object.fields.values()) {
    const value = defaultOf(field);
    if (value !== null) record.put(field.name.toLowerCase(), value);
  }
  return record;
}

/** Null without a default, and for one that is a formula over other values. */
export function defaultOf(field: FieldModel): Value {
  const chosen = field.picklist?.values.find((entry) => entry.isDefault && entry.isActive);
  if (chosen) return chosen.value;
  const text = field.defaultValue;
  if (text === null) return null;
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (field.apexType === 'String') return quoted?.[2] ?? null;
  return SCALAR_READERS[field.apexType]?.(text) ?? null;
}
