import type { ObjectModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import type { SaveError } from '../data.ts';
import type { DataEnvironment } from '../environment.ts';
import type { StoredRow } from '../store.ts';

/** One record of a save on its way into the store. */
export interface SaveRow {
  /** Position in the statement's list. */
  readonly index: number;
  readonly record: SObject;
  /** What triggers change before the save; the record itself when nothing watches. */
  working: SObject;
  readonly object: ObjectModel;
  readonly isInsert: boolean;
  id: string | null;
  /** As it was before; null for an insert. */
  old: StoredRow | null;
  /** What is written, by field name in lower case. */
  values: StoredRow;
  readonly errors: SaveError[];
}

/** Notes an error; the record is not saved. */
export function fail(
  row: { readonly errors: SaveError[] },
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): void {
  row.errors.push({ statusCode, message, fields });
}

/** Records of set-up objects and others are not written in one transaction. */
export function checkMixed(
  row: { readonly errors: SaveError[] },
  object: ObjectModel,
  { mixes }: Pick<DataEnvironment, 'mixes'>,
  isInsert = false,
  fields: Iterable<string> = [],
): void {
  const original = mixes(object.name, isInsert, fields);
  if (original === null) return;
  const rule =
    'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa)';
  fail(row, 'MIXED_DML_OPERATION', `${rule}: ${object.name}, original object: ${original}`);
}

/** Takes the row's lock, or notes that another transaction has it or that its own trigger runs before its save. */
export function claimRow(
  row: { readonly errors: SaveError[] },
  id: string,
  operation: 'update' | 'delete',
  { lock, hooks }: Pick<DataEnvironment, 'lock' | 'hooks'>,
): void {
  const trigger = hooks.inTheWay(id);
  if (trigger) {
    const what = `it cannot recursively ${operation} itself`;
    fail(
      row,
      'SELF_REFERENCE_FROM_TRIGGER',
      `Object (id = ${id}) is currently in trigger ${trigger}, therefore ${what}`,
    );
  } else if (!lock(id)) {
    const message = `unable to obtain exclusive access to this record or 1 records: ${id}`;
    fail(row, 'UNABLE_TO_LOCK_ROW', message);
  }
}

/** The row as it will be: what was there with what is written on top. */
export function merged(row: SaveRow): StoredRow {
  return new Map([...(row.old ?? []), ...row.values]);
}

/** Reads one value of the row as it will be. */
export function valueOf(row: SaveRow, field: string): ReturnType<StoredRow['get']> {
  return row.values.has(field) ? row.values.get(field) : row.old?.get(field);
}
