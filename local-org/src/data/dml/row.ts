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

/** Takes the row's lock, or notes that another transaction has it. */
export function lockRow(
  row: { readonly errors: SaveError[] },
  id: string,
  { lock }: Pick<DataEnvironment, 'lock'>,
): void {
  if (lock(id)) return;
  const message = `unable to obtain exclusive access to this record or 1 records: ${id}`;
  fail(row, 'UNABLE_TO_LOCK_ROW', message);
}

/** The row as it will be: what was there with what is written on top. */
export function merged(row: SaveRow): StoredRow {
  return new Map([...(row.old ?? []), ...row.values]);
}

/** Reads one value of the row as it will be. */
export function valueOf(row: SaveRow, field: string): ReturnType<StoredRow['get']> {
  return row.values.has(field) ? row.values.get(field) : row.old?.get(field);
}
