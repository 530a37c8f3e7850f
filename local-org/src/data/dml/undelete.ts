import { quoted } from '../columns.ts';
import type { DmlOptions, SaveError, SaveOutcome } from '../data.ts';
import { recordOf } from '../record.ts';
import { DELETED_WITH } from '../store.ts';
import { checkObjectAccess, mayDelete } from './access-checks.ts';
import type { DmlContext } from './context.ts';
import { fail } from './row.ts';
import { refreshSummaries } from './summaries.ts';

/** Takes one record out of the recycle bin, with what was deleted because of it. */
export function undeleteRecord(id: string, context: DmlContext, options: DmlOptions): SaveOutcome {
  const errors: SaveError[] = [];
  const object = context.schema.objectOfKeyPrefix(id.slice(0, 3));
  if (object) checkObjectAccess(object, 'delete', context, options);
  const old = object && context.store.row(object, id);
  if (!object || !old) fail({ errors }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (old.get('isdeleted') !== 1 || !object.isUndeletable) {
    fail({ errors }, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
  } else if (!mayDelete(object, id, context, options)) {
    fail({ errors }, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  } else {
    restore(id, context);
    const { hooks } = context.environment;
    const row = context.store.row(object, id) ?? old;
    if (hooks.watches(object)) {
      const record = recordOf(object, row);
      record.isReadOnly = true;
      hooks.after({ operation: 'undelete', object, newRecords: [record], oldRecords: [] });
      errors.push(...record.errors);
    }
    refreshSummaries(object, [row], context);
  }
  return { id, success: errors.length === 0, created: false, errors };
}

function restore(root: string, { store }: DmlContext): void {
  for (const object of store.objects()) {
    const back = `"IsDeleted" = 0, ${quoted(DELETED_WITH)} = NULL`;
    store.run(`UPDATE ${store.table(object)} SET ${back} WHERE ${quoted(DELETED_WITH)} = ?`, root);
  }
}

/** Removes one record, which is in the recycle bin, and what was deleted because of it, for good. */
export function purgeRecord(id: string, { schema, store }: DmlContext): SaveOutcome {
  const errors: SaveError[] = [];
  const object = schema.objectOfKeyPrefix(id.slice(0, 3));
  const old = object && store.row(object, id);
  if (!old) fail({ errors }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (old.get('isdeleted') !== 1)
    fail({ errors }, 'INVALID_ID_FIELD', 'Invalid record id; no recycle bin entry found');
  else {
    for (const other of store.objects()) {
      store.run(`DELETE FROM ${store.table(other)} WHERE ${quoted(DELETED_WITH)} = ?`, id);
    }
  }
  return { id, success: errors.length === 0, created: false, errors };
}
