/** Tables of records: the record as JSON, and beside it indexed columns for what queries ask for. */
import { notFound } from '../http/problem.ts';
import type { SqlRow, SqlValue, Store } from './store.ts';

/** What every record has. Ids are texts of digits that grow and are never reused. @documented S24 */
export interface Entity {
  id: string;
}

export interface Column<Row> {
  readonly type: 'TEXT' | 'INTEGER';
  readonly of: (row: Row) => string | number | null | undefined;
  readonly index: 'none' | 'plain' | 'unique';
}

/** A text column; indexed unless told otherwise. */
export function text<Row>(of: Column<Row>['of'], index: Column<Row>['index'] = 'plain'): Column<Row> {
  return { type: 'TEXT', of, index };
}

/** A column of ids or whole numbers. */
export function integer<Row>(of: Column<Row>['of'], index: Column<Row>['index'] = 'plain'): Column<Row> {
  return { type: 'INTEGER', of, index };
}

/** The id of another record, as the number that a column holds. */
export function key(reference: { readonly id: string } | null | undefined): number | undefined {
  return reference ? Number(reference.id) : undefined;
}

export interface TableSpec<Row extends Entity> {
  readonly name: string;
  /** Entities in snake case as messages call them, where it is not the table's name. */
  readonly entity?: string;
  /** Kinds start at different numbers, so that an id of the wrong kind is not found by chance. */
  readonly firstId: number;
  readonly columns: Readonly<Record<string, Column<Row>>>;
  /** Keeps what was read in memory until the next write: for small tables that everything refers to. */
  readonly cached?: true;
}

const ID = /^\d{1,15}$/;

/** A new record: the id is given by the table unless it is there already. */
export type Draft<Row extends Entity> = Omit<Row, 'id'> & { id?: string };

const sqlValue = (value: string | number | null | undefined): SqlValue => value ?? null;

/** One table. */
export class Table<Row extends Entity> {
  readonly name: string;
  readonly #store: Store;
  readonly #spec: TableSpec<Row>;
  readonly #entity: string;
  readonly #columns: readonly Column<Row>[];
  readonly #insert: string;
  readonly #update: string;
  readonly #cache = new Map<string, Row>();
  #cacheVersion = -1;

  constructor(store: Store, spec: TableSpec<Row>) {
    this.name = spec.name;
    this.#store = store;
    this.#spec = spec;
    this.#entity = spec.entity ?? spec.name;
    this.#columns = Object.values(spec.columns);
    const names = Object.keys(spec.columns);
    this.#insert = `INSERT INTO ${spec.name} VALUES (${['?', '?', ...names.map(() => '?')].join(', ')})`;
    this.#update = `UPDATE ${spec.name} SET ${['doc', ...names].map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
    this.#create();
  }

  #create(): void {
    const columns = Object.entries(this.#spec.columns);
    const lines = columns.map(([name, { type }]) => `, ${name} ${type}`).join('');
    this.#store.exec(
      `CREATE TABLE IF NOT EXISTS ${this.name} (id INTEGER PRIMARY KEY, doc TEXT NOT NULL${lines})`,
    );
    for (const [name, { index }] of columns) {
      if (index === 'none') continue;
      const unique = index === 'unique' ? 'UNIQUE ' : '';
      this.#store.exec(
        `CREATE ${unique}INDEX IF NOT EXISTS ${this.name}_by_${name} ON ${this.name} (${name})`,
      );
    }
  }

  #values(row: Row): SqlValue[] {
    return [JSON.stringify(row), ...this.#columns.map(({ of }) => sqlValue(of(row)))];
  }

  /** The id that the next record gets; for records that refer to themselves. */
  nextId(): string {
    return String(this.#store.next(this.name, this.#spec.firstId));
  }

  insert(draft: Draft<Row>): Row {
    const id = draft.id ?? this.nextId();
    const row = { ...draft, id } as Row;
    this.#store.run(this.#insert, Number(id), ...this.#values(row));
    return row;
  }

  /** For seeds, whose records have ids of their own. */
  insertAs(row: Row): Row {
    this.#store.reserve(this.name, Number(row.id));
    return this.insert(row);
  }

  get(id: string): Row | undefined {
    if (!ID.test(id)) return undefined;
    if (this.#spec.cached) return this.#getCached(id);
    return this.#load(id);
  }

  #load(id: string): Row | undefined {
    const row = this.#store.get(`SELECT doc FROM ${this.name} WHERE id = ?`, Number(id));
    return row && this.read(row);
  }

  #getCached(id: string): Row | undefined {
    if (this.#cacheVersion !== this.#store.version) this.#cache.clear();
    this.#cacheVersion = this.#store.version;
    const known = this.#cache.get(id);
    if (known) return known;
    const row = this.#load(id);
    if (row) this.#cache.set(id, row);
    return row;
  }

  /** @throws Problem 404 */
  require(id: string): Row {
    const row = this.get(id);
    if (!row) throw notFound(this.#entity);
    return row;
  }

  update(row: Row): Row {
    this.#cache.clear();
    this.#store.run(this.#update, ...this.#values(row), Number(row.id));
    return row;
  }

  remove(id: string): void {
    this.#cache.clear();
    this.#store.run(`DELETE FROM ${this.name} WHERE id = ?`, Number(id));
  }

  /** Records that meet a condition on columns, by id. The condition is our own text, values are bound. */
  where(condition: string, ...values: SqlValue[]): Row[] {
    return this.#store
      .all(`SELECT doc FROM ${this.name} WHERE ${condition} ORDER BY id`, ...values)
      .map((row) => this.read(row));
  }

  first(condition: string, ...values: SqlValue[]): Row | undefined {
    const row = this.#store.get(`SELECT doc FROM ${this.name} WHERE ${condition} LIMIT 1`, ...values);
    return row && this.read(row);
  }

  count(condition = 'true', ...values: SqlValue[]): number {
    return Number(
      this.#store.get(`SELECT count(*) AS n FROM ${this.name} WHERE ${condition}`, ...values)?.['n'],
    );
  }

  read(row: SqlRow): Row {
    return JSON.parse(String(row['doc'])) as Row;
  }
}
