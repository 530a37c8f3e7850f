import type { ObjectModel } from '../schema/model.ts';
import { SObject } from '../values/sobject.ts';
import { isStored } from './columns.ts';
import { fromStored } from './encode.ts';
import type { Formulas } from './formula/formulas.ts';
import type { StoredRow } from './store.ts';

/** The stored record with all of its own fields, as a trigger gets it; formula fields have their value as of now. */
export function recordOf(object: ObjectModel, row: StoredRow, formulas: Formulas): SObject {
  const record = new SObject(object);
  for (const field of object.fields.values()) {
    const key = field.name.toLowerCase();
    if (isStored(field)) record.load(key, fromStored(field, row.get(key) ?? null));
    else if (field.formula) record.load(key, fromStored(field, formulas.field(object, field, row)));
  }
  return record;
}
