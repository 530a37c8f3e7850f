import type { DatabaseSync } from 'node:sqlite';
import type { ObjectModel } from '../schema/model.ts';
import { quoted, type Stored } from './columns.ts';
import type { StoredRow } from './store.ts';

/** A row that the org began with. */
export interface SeededRow {
  readonly id: string;
  readonly values: Readonly<Record<string, Stored>>;
}

const TABLES = quoted('_Tables');
const SEEDS = quoted('_Seeds');
/** When a row was made says nothing of what it is. */
const MOMENTS = new Set(['createddate', 'lastmodifieddate', 'systemmodstamp']);

/** Keeps in the database what its tables were made and filled from, so that a changed project can go on with it. */
export class StoreJournal {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${TABLES} (name TEXT PRIMARY KEY, prefix TEXT NOT NULL);
       CREATE TABLE IF NOT EXISTS ${SEEDS} (object TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (object, id));`,
    );
  }

  noteTable({ name, keyPrefix }: ObjectModel): void {
    this.#database.prepare(`INSERT OR REPLACE INTO ${TABLES} VALUES (?, ?)`).run(name, keyPrefix);
  }

  /** In place of those noted before. */
  noteSeeds({ name }: ObjectModel, rows: readonly StoredRow[]): void {
    this.#database.prepare(`DELETE FROM ${SEEDS} WHERE object = ?`).run(name);
    const insert = this.#database.prepare(`INSERT INTO ${SEEDS} VALUES (?, ?, ?)`);
    for (const row of rows) {
      const { id, values } = seededRow(row);
      insert.run(name, id, JSON.stringify(values));
    }
  }

  hasSeeds({ name }: ObjectModel): boolean {
    return this.#database.prepare(`SELECT 1 FROM ${SEEDS} WHERE object = ? LIMIT 1`).get(name) !== undefined;
  }

  /** In the order of their ids. */
  seedsOf({ name }: ObjectModel): SeededRow[] {
    const rows = this.#database
      .prepare(`SELECT id, row FROM ${SEEDS} WHERE object = ? ORDER BY id`)
      .all(name);
    return rows.map(({ id, row }) => ({
      id: String(id),
      values: JSON.parse(String(row)) as SeededRow['values'],
    }));
  }

  /** The names of the objects with tables. */
  tables(): string[] {
    return this.#database
      .prepare(`SELECT name FROM ${TABLES} ORDER BY name`)
      .all()
      .map(({ name }) => String(name));
  }

  /** Key prefixes by object. */
  keyPrefixes(): Map<string, string> {
    const rows = this.#database.prepare(`SELECT name, prefix FROM ${TABLES}`).all();
    return new Map(rows.map(({ name, prefix }) => [String(name), String(prefix)]));
  }
}

/** A row as the journal compares it. */
export function seededRow(row: StoredRow): SeededRow {
  const values = [...row].filter(([name]) => name !== 'id' && !MOMENTS.has(name));
  return {
    id: String(row.get('id')),
    values: Object.fromEntries(values.map(([name, value]) => [name, plain(value)])),
  };
}

/** JSON holds no bytes. */
function plain(value: Stored): Stored {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'bigint' ? Number(value) : value;
}
