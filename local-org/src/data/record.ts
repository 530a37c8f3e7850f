import type { Value } from '../library/library.ts';
import { partsOf } from '../schema/compound.ts';
import type { FieldModel, ObjectModel } from '../schema/model.ts';
import { SObject } from '../values/sobject.ts';
import { isStored } from './columns.ts';
import { compoundValue } from './compound.ts';
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
    else record.load(key, compoundOf(object, field, row));
  }
  return record;
}

function compoundOf(object: ObjectModel, field: FieldModel, row: StoredRow): Value {
  const parts = [...partsOf(object, field)].map(
    ([name, part]) => [name, fromStored(part, row.get(part.name.toLowerCase()) ?? null)] as const,
  );
  return compoundValue(field, new Map(parts));
}
