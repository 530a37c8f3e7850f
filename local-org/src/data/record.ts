import type { ObjectModel } from '../schema/model.ts';
import { SObject } from '../values/sobject.ts';
import { isStored } from './columns.ts';
import { fromStored } from './encode.ts';
import type { StoredRow } from './store.ts';

/** The stored record with all of its own fields, as a trigger gets it. Formula fields are not part of it. */
export function recordOf(object: ObjectModel, row: StoredRow): SObject {
  const record = new SObject(object);
  for (const field of object.fields.values()) {
    const key = field.name.toLowerCase();
    if (isStored(field)) record.load(key, fromStored(field, row.get(key) ?? null));
  }
  return record;
}
