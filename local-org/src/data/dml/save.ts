import { throwApex } from '../../runtime/faults.ts';
import type { ObjectModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import type { DmlOptions, SaveOutcome } from '../data.ts';
import { checkObjectAccess, checkSharing } from './access-checks.ts';
import { afterWrite, beforeWrite } from './companions.ts';
import type { DmlContext } from './context.ts';
import { derive } from './derived.ts';
import { fillDefaults, fillSystem } from './fill.ts';
import { lockParents } from './lock-parents.ts';
import { resolveParents } from './parents.ts';
import { checkMixed, claimRow, fail, merged } from './row.ts';
import type { SaveRow } from './row.ts';
import { refreshSummaries } from './summaries.ts';
import { portions, runAfter, runBefore } from './trigger-rounds.ts';
import { checkShare } from './check-share.ts';
import { checkFields, checkRules, checkUniqueFields, takeValues } from './write-checks.ts';

/** One record that is to be written, and whether it is new. */
export interface SaveItem {
  readonly index: number;
  readonly record: SObject;
  readonly isInsert: boolean;
  /** Found before the save, e.g. by an upsert. */
  readonly errors: SaveRow['errors'];
}

/**
 * Writes records of one object. Without `allOrNone` those that fail are left out, and the others are saved anew where
 * code that ran around the save may have gone by the ones that failed. Ids are set in the records when all is done.
 */
export function saveRecords(
  object: ObjectModel,
  items: readonly SaveItem[],
  context: DmlContext,
  options: DmlOptions,
): SaveOutcome[] {
  checkObjectAccess(object, items[0]?.isInsert ? 'create' : 'edit', context, options);
  const outcomes: SaveOutcome[] = [];
  for (const portion of portions(object, items, context)) {
    const saved = savePortion(object, portion, context, options);
    outcomes.push(...saved);
    if (options.allOrNone && saved.some(({ success }) => !success)) break;
  }
  return outcomes;
}

function savePortion(
  object: ObjectModel,
  items: readonly SaveItem[],
  context: DmlContext,
  options: DmlOptions,
): SaveOutcome[] {
  const failed = new Map<number, SaveRow>();
  for (;;) {
    const open = items.filter((item) => !failed.has(item.index));
    const rows = open.map((item) => makeRow(object, item, context));
    const { depth } = context.store;
    context.store.begin();
    const isClean = runSave(object, rows, context, options);
    const bad = rows.filter((row) => row.errors.length > 0);
    for (const row of bad) failed.set(row.index, row);
    const isDone = bad.length === 0 || (isClean && !context.environment.hooks.watches(object));
    if (isDone || (options.allOrNone && failed.size > 0)) {
      context.store.commitTo(depth);
      return outcomesOf(items, rows, failed);
    }
    context.store.rollbackTo(depth);
    if (failed.size === items.length) return outcomesOf(items, rows, failed);
  }
}

function makeRow(object: ObjectModel, item: SaveItem, context: DmlContext): SaveRow {
  const { index, record, isInsert } = item;
  const row: SaveRow = {
    index,
    record,
    working: record,
    object,
    isInsert,
    id: isInsert ? null : record.id,
    old: null,
    values: new Map(),
    errors: [...item.errors],
  };
  const changed = [...record.values.keys()].filter((name) => !record.queried?.has(name));
  checkMixed(row, object, context.environment, isInsert, changed);
  if (!isInsert && row.errors.length === 0) findOld(row, context);
  return row;
}

function findOld(row: SaveRow, { store, environment }: DmlContext): void {
  if (row.id === null) return fail(row, 'MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
  row.old = store.row(row.object, row.id);
  if (!row.old) fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (row.old.get('isdeleted') === 1) fail(row, 'ENTITY_IS_DELETED', 'entity is deleted');
  else claimRow(row, row.id, 'update', environment);
}

function good(rows: readonly SaveRow[]): SaveRow[] {
  return rows.filter((row) => row.errors.length === 0);
}

/** False when records failed after something was written: that has to be undone. */
function runSave(object: ObjectModel, rows: SaveRow[], context: DmlContext, options: DmlOptions): boolean {
  for (const row of good(rows)) {
    checkAbility(row);
    if (row.isInsert && row.record.id !== null)
      fail(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
    takeValues(row, context, options);
    resolveParents(row, context);
  }
  checkSharing(object, good(rows), context, options);
  for (const row of good(rows)) if (row.isInsert) fillDefaults(row, context);
  runBefore(object, good(rows), context);
  for (const row of good(rows)) {
    derive(row, context);
    checkFields(row, context, options);
    checkShare(row, context);
    if (row.errors.length === 0) checkRules(row, context);
    if (row.errors.length === 0) lockParents(row, context.environment);
  }
  if (options.allOrNone && rows.some((row) => row.errors.length > 0)) return true;
  const written = write(object, good(rows), context);
  if (options.allOrNone && rows.some((row) => row.errors.length > 0)) return true;
  runAfter(object, written, context);
  if (written.some((row) => row.errors.length > 0)) return false;
  const changed = written.flatMap((row) => [
    row.old,
    row.values.has('id') || !row.old ? row.values : merged(row),
  ]);
  const refused = refreshSummaries(object, changed, context);
  if (refused.length > 0) for (const row of written) row.errors.push(...refused);
  return refused.length === 0;
}

function checkAbility(row: SaveRow): void {
  const { object, isInsert } = row;
  if (isInsert ? object.isCreateable : object.isUpdateable) return;
  fail(
    row,
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `entity type cannot be ${isInsert ? 'inserted' : 'updated'}: ${object.label}`,
  );
}

/** `options`: what triggers change is written in system mode. */
function write(object: ObjectModel, rows: readonly SaveRow[], context: DmlContext): SaveRow[] {
  const fresh = new Set<string>();
  const written: SaveRow[] = [];
  for (const row of rows) {
    checkUniqueFields(row, context, fresh);
    if (row.errors.length > 0) continue;
    fillSystem(row, context);
    beforeWrite(row, context);
    if (row.isInsert) context.store.insert(object, row.values);
    else context.store.update(object, row.id as string, row.values);
    afterWrite(row, context);
    fresh.add(row.id as string);
    written.push(row);
  }
  return written;
}

function outcomesOf(
  items: readonly SaveItem[],
  rows: readonly SaveRow[],
  failed: ReadonlyMap<number, SaveRow>,
): SaveOutcome[] {
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  return items.map(({ index, isInsert }) => {
    const row = failed.get(index) ?? byIndex.get(index);
    if (!row) return throwApex('System.UnexpectedException', 'A record was lost in a save.');
    const success = row.errors.length === 0;
    return {
      id: success || !isInsert ? row.id : null,
      success,
      created: success && isInsert,
      errors: row.errors,
    };
  });
}
