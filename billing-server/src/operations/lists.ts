/** Answers lists: from tables by SQL, or from collections inside a record. */
import { SqlFilter, type Condition, type Parameters } from '../filter/sql.ts';
import type { ListRequest } from '../http/list-request.ts';
import type { Entity, Table } from '../store/table.ts';
import type { Store } from '../store/store.ts';
import type { Call, Page } from './operation.ts';

/** Where the rows of a list come from. */
export interface Source<Row extends Entity> {
  readonly table: Table<Row>;
  /** Must hold every parameter that the contract gives the endpoint. */
  readonly parameters: Parameters;
  /** What all rows of the list share, such as their parent. */
  readonly base?: Condition;
}

const TOTALS_KEPT = 200;

/** Totals that were counted since the last write, so that a walk over pages counts once. */
class Totals {
  readonly #totals = new Map<string, number>();
  #version = -1;

  of(store: Store, sql: string, values: Condition['values']): number {
    if (this.#version !== store.version || this.#totals.size >= TOTALS_KEPT) this.#totals.clear();
    this.#version = store.version;
    const name = JSON.stringify([sql, values]);
    let total = this.#totals.get(name);
    if (total === undefined) {
      total = Number(store.get(sql, ...values)?.['n']);
      this.#totals.set(name, total);
    }
    return total;
  }
}

const totals = new WeakMap<Store, Totals>();

function totalOf(store: Store, sql: string, values: Condition['values']): number {
  let known = totals.get(store);
  if (!known) totals.set(store, (known = new Totals()));
  return known.of(store, sql, values);
}

function conditionOf(filter: SqlFilter, list: ListRequest, base: Condition | undefined): Condition {
  const parts = [
    ...(base ? [base] : []),
    ...list.equals.map(([name, value]) => filter.compare(name, 'EQ', value)),
    ...(list.filter ? [filter.condition(list.filter)] : []),
  ];
  return {
    sql: parts.length === 0 ? '' : `WHERE ${parts.map(({ sql }) => sql).join(' AND ')}`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** Id is the documented default order, and breaks ties. @documented S4, S9 */
function orderOf(filter: SqlFilter, { sort }: ListRequest): string {
  const entries = sort.map(({ name, descending }) => {
    const sql = name === 'id' ? 't.id' : filter.column(name).sql;
    return `${sql}${descending ? ' DESC' : ''}`;
  });
  return [...entries, 't.id'].join(', ');
}

/** One page of a table's rows, each in the form that `show` gives it. */
export function pageOfTable<Row extends Entity>(
  { tenant, list }: Pick<Call<unknown>, 'tenant' | 'list'>,
  { table, parameters, base }: Source<Row>,
  show: (row: Row) => unknown,
): Page {
  const { store, zone } = tenant;
  const filter = new SqlFilter(parameters, { parseInstant: (text) => zone.parse(text) });
  const condition = conditionOf(filter, list, base);
  const from = `FROM ${table.name} AS t ${condition.sql}`;
  const offset = Math.max(0, (list.pageNumber - 1) * list.pageSize + list.shift);
  const rows = store.all(
    `SELECT t.doc ${from} ORDER BY ${orderOf(filter, list)} LIMIT ? OFFSET ?`,
    ...condition.values,
    list.pageSize,
    offset,
  );
  const items = rows.map((row) => show(table.read(row)));
  if (list.omitTotal) return { items };
  return { items, total: totalOf(store, `SELECT count(*) AS n ${from}`, condition.values) };
}

const NOTHING: Parameters = {};

/** One page of a collection inside a record; such lists have no parameters. */
export function pageOfMembers(
  { tenant, list }: Pick<Call<unknown>, 'tenant' | 'list'>,
  members: readonly unknown[],
): Page {
  const filter = new SqlFilter(NOTHING, { parseInstant: (text) => tenant.zone.parse(text) });
  // There is nothing to filter by, so this only says which name is wrong.
  conditionOf(filter, list, undefined);
  const ordered = list.sort.some(({ descending }) => descending) ? members.toReversed() : members;
  const first = (list.pageNumber - 1) * list.pageSize;
  const items = ordered.slice(first, first + list.pageSize);
  return list.omitTotal ? { items } : { items, total: members.length };
}
