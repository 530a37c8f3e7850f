import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { FieldModel, ObjectModel } from '../schema/model.ts';
import { CLEARED_LOOKUPS } from './cleared-lookups.ts';
import { columnDeclaration, isStored, quoted, tableName } from './columns.ts';
import type { Stored } from './columns.ts';
import { recordId, recordNumber } from './ids.ts';
import { StoreJournal } from './journal.ts';
import { rowsOf } from './rows.ts';
import { defineTextFunctions } from './text-compare.ts';

/** One record as it is stored, by field name in lower case. */
export type StoredRow = Map<string, Stored>;

/** Names the record with which another one was deleted by cascade; see `delete.ts`. */
export const DELETED_WITH = '_DeletedWith';
/** The first records that a person makes of an object with seeded rows come after this number. */
const SEED_ROOM = 100_000;
const AUDIT_REFERENCES = new Set(['createdbyid', 'lastmodifiedbyid']);

/** What a rollback takes back besides the records. */
interface OpenSavepoint {
  /** Tables made since it began. */
  readonly made: ObjectModel[];
  /** The versions of watched objects before they changed. */
  readonly versions: Map<string, number>;
  /** What others undo with it, oldest first. */
  readonly undos: (() => void)[];
}

/**
 * The org's records in SQLite. A table is made when its object is first used. Changes between `begin` and `rollback`
 * are undone; ids and auto numbers that were given out are not, as on the platform.
 */
export class Store {
  readonly database: DatabaseSync;
  readonly #tables = new Map<string, ObjectModel>();
  readonly #savepoints: OpenSavepoint[] = [];
  /** When a watched object's records last changed, by its name; a rollback takes the number back. */
  readonly #versions = new Map<string, number>();
  #lastVersion = 0;
  readonly #statements = new Map<string, StatementSync>();
  readonly #lastNumbers = new Map<string, number>();
  /** The rows that an object has in a new org: they are written when its table is made. */
  seed: (object: ObjectModel) => readonly StoredRow[] = () => [];

  /** What the tables were made and filled from; null for records that end with the schema that they began with. */
  readonly journal: StoreJournal | null;

  /**
   * @param path of a database file; without it the records live in memory only. Or the database of an org whose
   * project has changed.
   */
  constructor(path: string | DatabaseSync = ':memory:', options: { readonly isKept?: boolean } = {}) {
    this.database = typeof path === 'string' ? new DatabaseSync(path) : path;
    defineTextFunctions(this.database);
    this.database.exec(CLEARED_LOOKUPS);
    this.journal = options.isKept === true ? new StoreJournal(this.database) : null;
    this.database.exec('PRAGMA synchronous = OFF; PRAGMA case_sensitive_like = OFF;');
    // A process that is killed in a transaction leaves a file whole; one that lives in memory goes with it.
    if (typeof path === 'string')
      this.database.exec(`PRAGMA journal_mode = ${path === ':memory:' ? 'MEMORY' : 'WAL'};`);
  }

  /** Gives the database to another store; this one is done. */
  handOver(): DatabaseSync {
    this.#statements.clear();
    return this.database;
  }

  close(): void {
    this.#statements.clear();
    this.database.close();
  }

  /** The object's table, made if it is not there yet, as an SQL name. */
  table(object: ObjectModel): string {
    const name = tableName(object);
    if (!this.#tables.has(name)) {
      this.#create(object);
      this.#tables.set(name, object);
      this.#savepoints.at(-1)?.made.push(object);
      this.#fill(object);
    }
    return name;
  }

  /** The objects that may have records. */
  objects(): Iterable<ObjectModel> {
    return [...this.#tables.values()];
  }

  /** A statement that is prepared once. */
  prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all(sql: string, ...values: Stored[]): Record<string, Stored>[] {
    return rowsOf(this.prepare(sql), values) as Record<string, Stored>[];
  }

  get(sql: string, ...values: Stored[]): Record<string, Stored> | undefined {
    return this.all(sql, ...values)[0];
  }

  run(sql: string, ...values: Stored[]): void {
    this.prepare(sql).run(...values);
  }

  begin(): void {
    this.database.exec(`SAVEPOINT s${this.#savepoints.length}`);
    this.#savepoints.push({ made: [], versions: new Map(), undos: [] });
  }

  commit(): void {
    const { made, versions, undos } = this.#end();
    this.database.exec(`RELEASE s${this.#savepoints.length}`);
    const outer = this.#savepoints.at(-1);
    if (!outer) return;
    outer.made.push(...made);
    outer.undos.push(...undos);
    for (const [name, version] of versions) if (!outer.versions.has(name)) outer.versions.set(name, version);
  }

  rollback(): void {
    const { made, versions, undos } = this.#end();
    const name = `s${this.#savepoints.length}`;
    this.database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
    for (const object of made) this.#tables.delete(tableName(object));
    for (const [watched, version] of versions) this.#versions.set(watched, version);
    for (const undo of undos.reverse()) undo();
  }

  /** Is called when what was written in the open savepoint is undone. */
  onUndo(undo: () => void): void {
    this.#savepoints.at(-1)?.undos.push(undo);
  }

  /** What hangs on the open savepoint, for one that is set aside and comes back. */
  takeUndos(): readonly (() => void)[] {
    return this.#savepoints.at(-1)?.undos.splice(0) ?? [];
  }

  /** From here on changes of these objects' records are counted; see `versionOf`. */
  watch(objects: readonly string[]): void {
    for (const name of objects) if (!this.#versions.has(name)) this.#versions.set(name, 0);
  }

  /** Differs when records of one of these watched objects differ; what is undone counts as never done. */
  versionOf(objects: readonly string[]): string {
    return objects.map((name) => this.#versions.get(name)).join();
  }

  /** Keeps what was written since the savepoint number `depth` was opened, and closes it and those after it. */
  commitTo(depth: number): void {
    while (this.depth > depth) this.commit();
  }

  /** Undoes what was written since the savepoint number `depth` was opened, and closes it and those after it. */
  rollbackTo(depth: number): void {
    while (this.depth > depth) this.rollback();
  }

  /** How many savepoints are open. */
  get depth(): number {
    return this.#savepoints.length;
  }

  /** Runs `body` in a transaction of its own: what it wrote is kept if it returns, undone if it throws. */
  fork<T>(body: () => T): T {
    const { depth } = this;
    this.begin();
    try {
      const result = body();
      this.commitTo(depth);
      return result;
    } catch (error) {
      this.rollbackTo(depth);
      throw error;
    }
  }

  /** The row, also of a deleted record; null if there is none. */
  row(object: ObjectModel, id: string): StoredRow | null {
    const found = this.get(`SELECT * FROM ${this.table(object)} WHERE "Id" = ?`, id);
    return found ? asRow(found) : null;
  }

  /** Rows of the object that fit an SQL condition; its values stand for `?`. */
  rows(object: ObjectModel, condition: string, ...values: Stored[]): StoredRow[] {
    return this.all(`SELECT * FROM ${this.table(object)} WHERE ${condition}`, ...values).map(asRow);
  }

  /** Writes a new row. `values` must hold `id`. */
  insert(object: ObjectModel, values: StoredRow): void {
    this.#touch(object);
    this.#write(object, values);
  }

  #write(object: ObjectModel, values: StoredRow): void {
    const names = [...values.keys()];
    const columns = names.map((name) => quoted(name)).join(', ');
    const marks = names.map(() => '?').join(', ');
    this.run(`INSERT INTO ${this.table(object)} (${columns}) VALUES (${marks})`, ...values.values());
  }

  update(object: ObjectModel, id: string, values: StoredRow): void {
    if (values.size === 0) return;
    this.#touch(object);
    const changes = [...values.keys()].map((name) => `${quoted(name)} = ?`).join(', ');
    this.run(`UPDATE ${this.table(object)} SET ${changes} WHERE "Id" = ?`, ...values.values(), id);
  }

  /** Takes the row away for good. */
  remove(object: ObjectModel, id: string): void {
    this.#touch(object);
    this.run(`DELETE FROM ${this.table(object)} WHERE "Id" = ?`, id);
  }

  /** Names of the objects that have a table, also of those that were not used since the file was opened. */
  tableNames(): string[] {
    return this.all(`SELECT name FROM sqlite_master WHERE type = 'table'`).map(({ name }) => String(name));
  }

  /**
   * Takes the rows that fit an SQL condition away until the open savepoint is rolled back. Ids and auto numbers go on
   * after theirs.
   */
  hide(object: ObjectModel, condition: string): void {
    if (!this.get(`SELECT 1 AS one FROM ${this.table(object)} WHERE ${condition} LIMIT 1`)) return;
    this.#lastId(object);
    for (const field of object.fields.values())
      if (field.autoNumber) this.#lastNumber(object, field, field.autoNumber.start);
    this.run(`DELETE FROM ${this.table(object)} WHERE ${condition}`);
  }

  /** The id of the next new record. */
  nextId(object: ObjectModel): string {
    return recordId(object.keyPrefix, this.#next(idKey(object), this.#lastId(object)));
  }

  /** The next number of an auto number field, counted from `start`. */
  nextNumber(object: ObjectModel, field: FieldModel, start: number): number {
    return this.#next(numberKey(object, field), this.#lastNumber(object, field, start));
  }

  #lastId(object: ObjectModel): number {
    return this.#last(idKey(object), () => {
      const last = this.get(`SELECT MAX("Id") AS last FROM ${this.table(object)}`)?.last;
      const number = typeof last === 'string' ? recordNumber(last) : 0;
      // Rows that metadata make need room to become more: their ids go by position.
      return this.journal?.hasSeeds(object) ? Math.max(number, SEED_ROOM) : number;
    });
  }

  #lastNumber(object: ObjectModel, field: FieldModel, start: number): number {
    return this.#last(numberKey(object, field), () => {
      const digits = this.all(`SELECT ${quoted(field.name)} AS text FROM ${this.table(object)}`);
      return digits.reduce(
        (last, { text }) => Math.max(last, Number(/\d+(?=\D*$)/.exec(String(text))?.[0] ?? 0)),
        start - 1,
      );
    });
  }

  #last(key: string, find: () => number): number {
    let last = this.#lastNumbers.get(key);
    if (last === undefined) this.#lastNumbers.set(key, (last = find()));
    return last;
  }

  #next(key: string, last: number): number {
    this.#lastNumbers.set(key, last + 1);
    return last + 1;
  }

  #touch({ name }: ObjectModel): void {
    const version = this.#versions.get(name);
    if (version === undefined) return;
    const open = this.#savepoints.at(-1)?.versions;
    if (open && !open.has(name)) open.set(name, version);
    this.#versions.set(name, ++this.#lastVersion);
  }

  #end(): OpenSavepoint {
    const open = this.#savepoints.pop();
    if (!open) throw new Error('No savepoint is open.');
    return open;
  }

  #fill(object: ObjectModel): void {
    const rows = this.seed(object);
    if (rows.length === 0 || this.get(`SELECT 1 AS one FROM ${tableName(object)} LIMIT 1`)) return;
    for (const row of rows) this.#write(object, row);
    this.journal?.noteSeeds(object, rows);
  }

  #create(object: ObjectModel): void {
    const columns: string[] = [];
    for (const field of object.fields.values()) {
      const declaration = columnDeclaration(field);
      if (declaration !== null && field.name !== 'IsDeleted') columns.push(declaration);
    }
    if (!object.fields.has('id')) columns.push('"Id" TEXT PRIMARY KEY');
    columns.push('"IsDeleted" INTEGER NOT NULL DEFAULT 0', `${quoted(DELETED_WITH)} TEXT`);
    const table = tableName(object);
    this.database.exec(`CREATE TABLE IF NOT EXISTS ${table} (${columns.join(', ')})`);
    this.journal?.noteTable(object);
    for (const field of object.fields.values()) {
      if (!isIndexed(field)) continue;
      const index = quoted(`${object.name}.${field.name}`);
      this.database.exec(`CREATE INDEX IF NOT EXISTS ${index} ON ${table} (${quoted(field.name)})`);
    }
  }
}

function idKey({ name }: ObjectModel): string {
  return `id ${name}`;
}

function numberKey(object: ObjectModel, field: FieldModel): string {
  return `${object.name}.${field.name}`;
}

function isIndexed(field: FieldModel): boolean {
  if (!isStored(field) || field.type === 'ID') return false;
  if (field.isUnique || field.isExternalId) return true;
  return field.type === 'REFERENCE' && !AUDIT_REFERENCES.has(field.name.toLowerCase());
}

function asRow(found: Record<string, Stored>): StoredRow {
  return new Map(Object.entries(found).map(([name, value]) => [name.toLowerCase(), value]));
}
