import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import type { Stored } from '../columns.ts';
import type { DataEnvironment } from '../environment.ts';
import type { StoredRow } from '../store.ts';
import { fail, merged } from './row.ts';
import type { SaveRow } from './row.ts';

/** Lookups of an object whose parents a write locks. */
const known = new WeakMap<ObjectModel, readonly FieldModel[]>();

/**
 * Locks the parents of a record that is saved, as Salesforce's Record Locking Cheat Sheet has it: masters always, other
 * parents when the lookup changes, unless it is merely cleared when the parent goes.
 */
export function lockParents(row: SaveRow, environment: Pick<DataEnvironment, 'lock'>): void {
  const values = merged(row);
  for (const field of lockingFields(row.object)) {
    const [before, now] = [row.old, values].map((each) => each?.get(field.name.toLowerCase()) ?? null);
    const parents = field.reference?.isMasterDetail || before !== now ? [before, now] : [];
    for (const parent of new Set(parents)) lock(row, parent, environment);
  }
}

/** Locks the masters of a record that is deleted. */
export function lockMasters(
  row: Pick<SaveRow, 'errors'>,
  object: ObjectModel,
  values: StoredRow,
  environment: Pick<DataEnvironment, 'lock'>,
): void {
  for (const field of lockingFields(object))
    if (field.reference?.isMasterDetail) lock(row, values.get(field.name.toLowerCase()) ?? null, environment);
}

function lock(
  row: Pick<SaveRow, 'errors'>,
  id: Stored | undefined,
  environment: Pick<DataEnvironment, 'lock'>,
): void {
  if (typeof id !== 'string' || environment.lock(id)) return;
  fail(row, 'UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${id}`);
}

function lockingFields(object: ObjectModel): readonly FieldModel[] {
  let fields = known.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter(
      ({ reference, isSystem }) =>
        reference && !isSystem && (reference.isMasterDetail || reference.onDelete !== 'setNull'),
    );
    known.set(object, fields);
  }
  return fields;
}
