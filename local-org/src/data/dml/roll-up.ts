import type { ObjectModel } from '../../schema/model.ts';
import type { SaveError } from '../data.ts';
import { recordOf } from '../record.ts';
import type { StoredRow } from '../store.ts';
import type { DmlContext } from './context.ts';
import type { SaveRow } from './row.ts';
import { runAfter, runBefore } from './trigger-rounds.ts';
import { checkRules } from './write-checks.ts';

/** A parent whose roll-ups have changed. */
export interface RolledUp {
  readonly id: string;
  readonly old: StoredRow;
  readonly values: StoredRow;
}

/**
 * Saves parents with their new roll-ups. As on the platform they go through the whole save: triggers before it,
 * validation rules, triggers after it. Gives the errors, which refuse the children, too.
 */
export function saveRolledUp(
  object: ObjectModel,
  parents: readonly RolledUp[],
  context: DmlContext,
): SaveError[] {
  const rows = parents.map(({ id, old, values }, index): SaveRow => {
    const record = recordOf(object, old, context.formulas);
    return { index, record, working: record, object, isInsert: false, id, old, values, errors: [] };
  });
  runBefore(object, rows, context);
  for (const row of rows) if (row.errors.length === 0) checkRules(row, context);
  const errors = rows.flatMap((row) => row.errors);
  if (errors.length > 0) return errors;
  const now = Math.floor(context.environment.now() / 1000) * 1000;
  for (const row of rows) {
    row.values.set('systemmodstamp', now);
    context.store.update(object, row.id as string, row.values);
  }
  runAfter(object, rows, context);
  return rows.flatMap((row) => row.errors);
}
