import type { ObjectModel } from '../../schema/model.ts';
import { quoted } from '../columns.ts';
import type { TriggerRound } from '../hooks.ts';
import { recordOf } from '../record.ts';
import { DELETED_WITH } from '../store.ts';
import type { DmlContext } from './context.ts';
import { readOnly } from './trigger-rounds.ts';

/**
 * Tells those who hear of cascades what goes to the recycle bin with a record, or comes out of it again: while it is
 * there, each row knows the record that took it along.
 */
export function tellCascade(
  operation: 'delete' | 'undelete',
  root: string,
  rootObject: ObjectModel,
  { environment, formulas, store }: DmlContext,
): void {
  for (const object of [...store.objects()]) {
    if (!environment.hooks.hearsCascades(object)) continue;
    const rows = store.rows(object, `${quoted(DELETED_WITH)} = ?`, root);
    const others = object === rootObject ? rows.filter((row) => row.get('id') !== root) : rows;
    if (others.length === 0) continue;
    const records = others.map((row) =>
      readOnly(recordOf(object, new Map([...row, ['isdeleted', 0]]), formulas)),
    );
    const round: TriggerRound =
      operation === 'delete'
        ? { operation, object, newRecords: [], oldRecords: records }
        : { operation, object, newRecords: records, oldRecords: [] };
    environment.hooks.cascaded(round);
  }
}
