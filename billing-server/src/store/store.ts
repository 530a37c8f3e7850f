/** The database: one SQLite connection, prepared statements, transactions. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type SqlValue = SQLInputValue;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Raised when the form of the tables changes; files of another version are refused. */
const SCHEMA_VERSION = 1;
const MAX_STATEMENTS = 1000;

/** A data file that can't be used, with the reason in words for the person who started the server. */
export class DataFileError extends Error {}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // One process owns the file: caches and clock live in its memory. The lock goes with the process, also by kill -9.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    // LIKE is case-sensitive as the other operators are, and can use an index.
    database.exec('PRAGMA case_sensitive_like = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;');
    database.exec('BEGIN IMMEDIATE; COMMIT;');
  } catch (cause) {
    database.close();
    const busy = /locked|busy/i.test(String(cause));
    throw new DataFileError(
      busy
        ? `${file} is in use by another billing server.`
        : `${file} is not a data file of this billing server.`,
      { cause },
    );
  }
  return database;
}

function checkVersion(database: DatabaseSync, file: string): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version !== 0 && version !== SCHEMA_VERSION) {
    database.close();
    throw new DataFileError(`${file} was written by another version of this billing server (${version}).`);
  }
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}

/** One database. All access is synchronous, so that a transaction is never interleaved with another. */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #afterCommit: (() => void)[] = [];
  #inTransaction = false;
  #version = 0;

  /** @param file a path, or `:memory:`. @throws DataFileError */
  constructor(file = ':memory:') {
    this.#database = open(file);
    checkVersion(this.#database, file);
    this.exec(
      'CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID',
    );
    this.exec(
      'CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID',
    );
  }

  /** Grows with every transaction that may have changed something; what was read before is then out of date. */
  get version(): number {
    return this.#version;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    // Callers' filters make texts without end; what is forgotten is prepared again.
    if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  get(sql: string, ...values: SqlValue[]): SqlRow | undefined {
    return this.#prepared(sql).get(...values) as SqlRow | undefined;
  }

  all(sql: string, ...values: SqlValue[]): SqlRow[] {
    return this.#prepared(sql).all(...values) as SqlRow[];
  }

  /** Runs work wholly or not at all; inside another transaction it is part of that one. */
  transaction<Result>(work: () => Result): Result {
    if (this.#inTransaction) return work();
    this.#database.exec('BEGIN IMMEDIATE');
    this.#inTransaction = true;
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
      this.#version += 1;
      for (const listener of this.#afterCommit) listener();
    }
  }

  /** Called after each transaction, committed or not. */
  afterTransaction(listener: () => void): void {
    this.#afterCommit.push(listener);
  }

  /** The next number of a sequence; a number that a committed record has is never given again. */
  next(name: string, first = 1): number {
    const row = this.get(
      'INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
      name,
      first,
    );
    return Number(row?.['value']);
  }

  /** Makes a sequence go on after a number that was given by hand. */
  reserve(name: string, value: number): void {
    this.run(
      'INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)',
      name,
      value,
    );
  }

  setting(name: string): string | undefined {
    const value = this.get('SELECT value FROM setting WHERE name = ?', name)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  saveSetting(name: string, value: string): void {
    this.run(
      'INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      value,
    );
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
