/** Fast insertion of many rows. */
import type { Store } from '../store/store.ts';

/** Rows of one transaction. */
const BATCH = 5000;

/**
 * Does work while the named tables have no indexes, and makes them anew afterwards: sorting all rows once is much
 * faster than keeping each index in order row by row.
 */
export function withoutIndexes(store: Store, tables: readonly string[], work: () => void): void {
  const marks = tables.map(() => '?').join(', ');
  const indexes = store.all(
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${marks})`,
    ...tables,
  );
  for (const { name } of indexes) store.exec(`DROP INDEX ${String(name)}`);
  try {
    work();
  } finally {
    for (const { sql } of indexes) store.exec(String(sql));
  }
}

/** Calls work for each number from 0 to below a count, many in one transaction. */
export function inBatches(store: Store, count: number, work: (number: number) => void): void {
  for (let first = 0; first < count; first += BATCH) {
    store.transaction(() => {
      for (let number = first; number < Math.min(first + BATCH, count); number += 1) work(number);
    });
  }
}
