import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../../aura/json.ts';

interface Cursor {
  readonly userId: string;
  readonly rows: readonly JsonObject[];
  readonly batchSize: number;
}

/** A part of a query's rows; `next` names the one that follows. */
export interface Batch {
  readonly totalSize: number;
  readonly rows: readonly JsonObject[];
  readonly next: string | null;
}

/** As many as the platform keeps open for a user. */
const OPEN = 10;

/** Rows of queries that are fetched batch by batch. The rows are those of the moment of the query. */
export class QueryCursors {
  readonly #cursors = new Map<string, Cursor>();

  /** The first batch; the rows are kept when there are more. */
  open(userId: string, rows: readonly JsonObject[], batchSize: number): Batch {
    if (rows.length <= batchSize) return { totalSize: rows.length, rows, next: null };
    const id = `01g${randomBytes(8).toString('hex').slice(0, 15)}`;
    this.#cursors.set(id, { userId, rows, batchSize });
    this.#forgetOldest(userId);
    return this.#batch(id, { userId, rows, batchSize }, 0);
  }

  /** @param locator `01g...-2000`. Null when it is unknown, or another user's. */
  next(userId: string, locator: string): Batch | null {
    const [, id = '', from = ''] = /^(\w+)-(\d+)$/.exec(locator) ?? [];
    const cursor = this.#cursors.get(id);
    return cursor?.userId === userId ? this.#batch(id, cursor, Number(from)) : null;
  }

  #batch(id: string, { rows, batchSize }: Cursor, from: number): Batch {
    const end = from + batchSize;
    const next = end < rows.length ? `${id}-${end}` : null;
    return { totalSize: rows.length, rows: rows.slice(from, end), next };
  }

  #forgetOldest(userId: string): void {
    const own = [...this.#cursors].filter(([, cursor]) => cursor.userId === userId);
    for (const [id] of own.slice(0, -OPEN)) this.#cursors.delete(id);
  }
}
