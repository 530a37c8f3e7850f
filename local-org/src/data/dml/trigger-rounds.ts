import type { ObjectModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { recordOf } from '../record.ts';
import type { StoredRow } from '../store.ts';
import type { DmlContext } from './context.ts';
import { merged } from './row.ts';
import type { SaveRow } from './row.ts';
import { takeValues } from './write-checks.ts';

/** As many records as a trigger gets at a time. */
const CHUNK = 200;

/** Where something runs around the save, it goes through the save in portions. */
export function portions<T>(object: ObjectModel, items: readonly T[], { environment }: DmlContext): T[][] {
  if (!environment.hooks.watches(object)) return [[...items]];
  const count = Math.ceil(items.length / CHUNK);
  return Array.from({ length: count }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));
}

/** What runs before the save may change the records, in system mode. */
export function runBefore(object: ObjectModel, rows: SaveRow[], context: DmlContext): void {
  const { hooks } = context.environment;
  if (rows.length > 0 && hooks.watches(object)) {
    for (const row of rows) row.working = recordOf(object, merged(row), context.formulas);
    const records = rows.map((row) => row.working);
    runRound('before', object, rows, context, records);
    for (const row of rows) {
      if (row.working.errors.length === 0) takeValues(row, context, { access: 'system', allOrNone: true });
    }
  }
  takeErrors(rows);
}

export function runAfter(object: ObjectModel, rows: SaveRow[], context: DmlContext): void {
  if (rows.length > 0 && context.environment.hooks.watches(object)) {
    for (const row of rows) {
      const stored = context.store.row(object, row.id ?? '') ?? new Map<string, never>();
      row.working = recordOf(object, stored, context.formulas);
    }
    const records = rows.map((row) => readOnly(row.working));
    runRound('after', object, rows, context, records);
  }
  takeErrors(rows);
}

/** The record as a trigger may read but not write it. */
export function readOnly(record: SObject): SObject {
  record.isReadOnly = true;
  return record;
}

function runRound(
  time: 'before' | 'after',
  object: ObjectModel,
  rows: SaveRow[],
  context: DmlContext,
  newRecords: SObject[],
): void {
  const isInsert = rows[0]?.isInsert ?? true;
  const oldRecords = isInsert
    ? []
    : rows.map((row) => readOnly(recordOf(object, row.old as StoredRow, context.formulas)));
  context.environment.hooks[time]({
    operation: isInsert ? 'insert' : 'update',
    object,
    newRecords,
    oldRecords,
  });
}

/** `addError` leaves its errors in the records. */
function takeErrors(rows: readonly SaveRow[]): void {
  for (const row of rows) {
    row.errors.push(...row.working.errors);
    row.working.errors = [];
  }
}
