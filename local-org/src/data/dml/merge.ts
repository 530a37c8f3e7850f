import type { SObject } from '../../values/sobject.ts';
import type { DmlOptions, SaveOutcome } from '../data.ts';
import type { DmlContext } from './context.ts';
import { deleteRecords } from './delete.ts';
import { fail } from './row.ts';
import { saveRecords } from './save.ts';

/** Deletes the duplicates, moves their children to the master and saves it. One outcome per duplicate. */
export function mergeRecords(
  master: SObject,
  duplicates: readonly string[],
  context: DmlContext,
  options: DmlOptions,
): SaveOutcome[] {
  const { object } = master;
  const errors: SaveOutcome['errors'][number][] = [];
  if (!object.isMergeable)
    fail({ errors }, 'INVALID_OPERATION', `entity type cannot be merged: ${object.name}`);
  const masterId = master.id;
  if (masterId === null) fail({ errors }, 'MISSING_ARGUMENT', 'Id not specified in a merge call', ['Id']);
  if (masterId === null || errors.length > 0)
    return duplicates.map((id) => ({ id, success: false, created: false, errors }));
  // As on the platform: first the duplicates go, then the master is saved.
  const deleted = deleteRecords(duplicates, context, options, { id: masterId });
  if (deleted.some(({ success }) => !success)) return deleted;
  const item = { index: 0, record: master, isInsert: false, errors: [] };
  const [saved] = saveRecords(object, [item], context, options);
  return saved?.success ? deleted : duplicates.map((id) => ({ ...(saved as SaveOutcome), id }));
}
