import type { ObjectModel } from '../../schema/model.ts';
import { forgetLookups, restoreLookups } from '../cleared-lookups.ts';
import { quoted } from '../columns.ts';
import type { DmlOptions, SaveError, SaveOutcome } from '../data.ts';
import { recordOf } from '../record.ts';
import { DELETED_WITH, type StoredRow } from '../store.ts';
import { checkObjectAccess, mayDelete } from './access-checks.ts';
import type { DmlContext } from './context.ts';
import { tellCascade } from './cascades.ts';
import { byObject } from './delete.ts';
import { fail } from './row.ts';
import { refreshSummaries } from './summaries.ts';
import { portions, readOnly } from './trigger-rounds.ts';

interface UndeleteRow {
  readonly id: string;
  readonly index: number;
  readonly object: ObjectModel;
  readonly errors: SaveError[];
}

/** Takes records out of the recycle bin, with what was deleted because of them. */
export function undeleteRecords(
  ids: readonly string[],
  context: DmlContext,
  options: DmlOptions,
): SaveOutcome[] {
  const outcomes: SaveOutcome[] = [];
  for (const { object, ids: some } of byObject(ids, context)) {
    if (object) checkObjectAccess(object, 'delete', context, options);
    const parts = object ? portions(object, some, context) : [[...some]];
    for (const part of parts) outcomes.push(...undeletePortion(part, context, options));
  }
  return outcomes;
}

function undeletePortion(ids: readonly string[], context: DmlContext, options: DmlOptions): SaveOutcome[] {
  const failed = new Map<number, SaveError[]>();
  for (;;) {
    const { depth } = context.store;
    context.store.begin();
    const rows = ids.flatMap((id, index) =>
      failed.has(index) ? [] : [findRow(id, index, context, options)],
    );
    runUndelete(rows, context);
    const bad = rows.filter(({ errors }) => errors.length > 0);
    for (const { index, errors } of bad) failed.set(index, errors);
    if (bad.length === 0 || options.allOrNone) {
      context.store.commitTo(depth);
      return ids.map((id, index) => {
        const errors = failed.get(index) ?? [];
        return { id, success: errors.length === 0, created: false, errors };
      });
    }
    context.store.rollbackTo(depth);
  }
}

function findRow(id: string, index: number, context: DmlContext, options: DmlOptions): UndeleteRow {
  const { schema, store } = context;
  const errors: SaveError[] = [];
  const object = schema.objectOfKeyPrefix(id.slice(0, 3));
  const old = object && store.row(object, id);
  if (!object || !old) fail({ errors }, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (old.get('isdeleted') !== 1 || !object.isUndeletable) {
    fail({ errors }, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
  } else if (!mayDelete(object, id, context, options)) {
    fail({ errors }, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
  // A row without an object has an error, and nobody looks at it.
  return { id, index, object: object as ObjectModel, errors };
}

function runUndelete(rows: readonly UndeleteRow[], context: DmlContext): void {
  const good = rows.filter(({ errors }) => errors.length === 0);
  for (const { id, object } of good) {
    tellCascade('undelete', id, object, context);
    restore(id, context);
  }
  const { environment, formulas, store } = context;
  const [first] = good;
  if (first && environment.hooks.watches(first.object)) {
    const records = good.map(({ object, id }) =>
      readOnly(recordOf(object, store.row(object, id) as StoredRow, formulas)),
    );
    environment.hooks.after({
      operation: 'undelete',
      object: first.object,
      newRecords: records,
      oldRecords: [],
    });
    good.forEach((row, at) => row.errors.push(...(records[at]?.errors ?? [])));
  }
  for (const row of good) {
    if (row.errors.length > 0) continue;
    row.errors.push(...refreshSummaries(row.object, [store.row(row.object, row.id)], context));
  }
}

function restore(root: string, { schema, store }: DmlContext): void {
  for (const object of store.objects()) {
    const back = `"IsDeleted" = 0, ${quoted(DELETED_WITH)} = NULL`;
    store.run(`UPDATE ${store.table(object)} SET ${back} WHERE ${quoted(DELETED_WITH)} = ?`, root);
  }
  restoreLookups(root, (name) => schema.object(name), store);
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
    forgetLookups(id, store);
  }
  return { id, success: errors.length === 0, created: false, errors };
}
