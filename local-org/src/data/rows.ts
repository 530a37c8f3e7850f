import type { StatementSync } from 'node:sqlite';
import type { Stored } from './columns.ts';

type Found = readonly Stored[] | Readonly<Record<string, Stored>>;

/**
 * The rows of a statement. Node refuses rows with whole numbers that no double holds: these are read anew with large
 * numbers, and only what needs to be stays one.
 */
export function rowsOf(statement: StatementSync, values: readonly Stored[]): Found[] {
  try {
    return statement.all(...values) as unknown as Found[];
  } catch (error) {
    if (!(error instanceof RangeError && 'code' in error && error.code === 'ERR_OUT_OF_RANGE')) throw error;
  }
  statement.setReadBigInts(true);
  try {
    return (statement.all(...values) as unknown as Found[]).map(withPlainNumbers);
  } finally {
    statement.setReadBigInts(false);
  }
}

function withPlainNumbers(row: Found): Found {
  if (Array.isArray(row)) return row.map(plain);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value as Stored)]));
}

function plain(value: Stored): Stored {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
