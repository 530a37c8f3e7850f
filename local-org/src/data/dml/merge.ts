import type { SObject } from '../../values/sobject.ts';
import { quoted } from '../columns.ts';
import type { DmlOptions, SaveOutcome } from '../data.ts';
import type { DmlContext } from './context.ts';
import { deleteRecord, references } from './delete.ts';
import { fail } from './row.ts';
import { saveRecords } from './save.ts';

/** Saves the master, moves the duplicates' children to it and deletes the duplicates. One outcome per duplicate. */
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
  const saved = saveRecords(
    object,
    [{ index: 0, record: master, isInsert: false, errors: [] }],
    context,
    options,
  );
  const failed = saved.find((outcome) => !outcome.success);
  if (failed) return duplicates.map((id) => ({ ...failed, id }));
  return duplicates.map((id) => {
    for (const [child, field] of references(object, context)) {
      const name = quoted(field.name);
      context.store.run(
        `UPDATE ${context.store.table(child)} SET ${name} = ? WHERE ${name} = ? AND "IsDeleted" = 0`,
        masterId,
        id,
      );
    }
    const outcome = deleteRecord(id, context, options);
    if (outcome.success && object.fields.has('masterrecordid')) {
      context.store.update(object, id, new Map([['masterrecordid', masterId]]));
    }
    return outcome;
  });
}
