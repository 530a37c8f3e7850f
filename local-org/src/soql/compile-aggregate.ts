import type { SelectItem, SoqlQuery } from '../syntax/soql.ts';
import { resultName } from './check-groups.ts';
import { columnName, Columns } from './columns.ts';
import { conditionSql } from './conditions.ts';
import {
  callValue,
  groupedValue,
  groupSql,
  isFolded,
  sortSql,
  type Expression,
  type StatementContext,
} from './expressions.ts';
import { joined, raw, sql, type Fragment } from './fragment.ts';
import { isAggregate } from './functions.ts';
import { groupKeys, subtotals } from './grouping-sets.ts';
import { orderItems, orderSql, type OrderedBy } from './order.ts';
import { pagingSql } from './paging.ts';
import type { AggregatePlan } from './plan.ts';

type ResultItem = Extract<SelectItem, { kind: 'field' | 'function' }>;
type GroupItem = NonNullable<SoqlQuery['groupBy']>['items'][number];

/** A query with aggregate functions or GROUP BY. Without ORDER BY the groups come in order of their values. */
export function compileAggregate(
  query: SoqlQuery,
  context: StatementContext,
  where: Fragment,
): AggregatePlan {
  const items = query.select.filter(
    (item): item is ResultItem => item.kind === 'field' || item.kind === 'function',
  );
  const countsRows = items.some(
    (item) => item.kind === 'function' && isAggregate(item.call) && !item.call.name.startsWith('COUNT'),
  );
  const body =
    query.groupBy && query.groupBy.kind !== 'plain'
      ? withSubtotals(query, items, context, where)
      : plain(query, items, context, where);
  const { text, parameters } = sql`${body}${pagingSql(query)}`;
  const statement = { text, parameters, tables: [...context.tables] };
  const names = namesOf(items);
  const results = items.map((item, at) => ({ name: names[at]!, read: valueOf(item, context).read }));
  return { kind: 'aggregate', object: context.scope.object, statement, results, countsRows };
}

/** The results, and last the number of rows behind them. */
function columnsOf(items: readonly ResultItem[], context: StatementContext): Columns {
  const columns = new Columns();
  for (const item of items) columns.add(valueOf(item, context).sql);
  columns.add(raw('COUNT(*)'));
  return columns;
}

function plain(
  query: SoqlQuery,
  items: readonly ResultItem[],
  context: StatementContext,
  where: Fragment,
): Fragment {
  const columns = columnsOf(items, context).sql;
  const groups = (query.groupBy?.items ?? []).map((item) => valueOf(item, context));
  const grouping = groups.length > 0 ? sql` GROUP BY ${joined(groups.map(groupSql), ', ')}` : raw('');
  const order = orderSql(query, context, groups.map(sortSql));
  const rest = sql`${where}${grouping}${havingOf(query, context)}${order}`;
  return sql`SELECT ${columns} FROM ${context.sources.from}${rest}`;
}

/** SQLite has no subtotals: each one is a SELECT of its own. What they are sorted by is selected after the results. */
function withSubtotals(
  query: SoqlQuery,
  items: readonly ResultItem[],
  context: StatementContext,
  where: Fragment,
): Fragment {
  const parts = subtotals(query, context).map((subtotalOver) =>
    subtotal(query, items, { ...context, subtotalOver }),
  );
  // The joins are complete only now.
  const selects = parts.map(
    ({ columns, rest }) => sql`SELECT ${columns.namedSql} FROM ${context.sources.from}${where}${rest}`,
  );
  const { orders, first } = parts[0]!;
  const order = orders.map(({ direction, isText }, at) => {
    const collation = isText ? ' COLLATE NOCASE' : '';
    return `${columnName(first + at)}${collation} ${direction}`;
  });
  const results = Array.from({ length: first }, (_, at) => columnName(at));
  return sql`SELECT ${results.join(', ')} FROM (${joined(selects, ' UNION ALL ')}) ORDER BY ${order.join(', ')}`;
}

interface Subtotal {
  readonly columns: Columns;
  /** Position of the first column to sort by. */
  readonly first: number;
  readonly orders: readonly OrderedBy[];
  /** GROUP BY and HAVING. */
  readonly rest: Fragment;
}

function subtotal(query: SoqlQuery, items: readonly ResultItem[], context: StatementContext): Subtotal {
  const groups = query.groupBy?.items ?? [];
  const columns = columnsOf(items, context);
  const orders = [...orderItems(query, context), ...defaultOrder(query, context)];
  const first = columns.count;
  for (const { value } of orders) columns.add(value);
  const values = groups.map((item) => groupSql(valueOf(item, context)));
  return { columns, first, orders, rest: sql` GROUP BY ${joined(values, ', ')}${havingOf(query, context)}` };
}

/** Groups in the order of their values, each followed by its subtotal. */
function defaultOrder(query: SoqlQuery, context: StatementContext): OrderedBy[] {
  const keys = groupKeys(query, context);
  return (query.groupBy?.items ?? []).flatMap((item, at): OrderedBy[] => {
    const value = valueOf(item, context);
    const isTotal = raw(context.subtotalOver?.has(keys[at]!) ? '1' : '0');
    return [
      { value: isTotal, direction: 'ASC', isText: false },
      { value: sortSql(value), direction: 'ASC NULLS FIRST', isText: isFolded(value) },
    ];
  });
}

function havingOf(query: SoqlQuery, context: StatementContext): Fragment {
  return query.having ? sql` HAVING ${conditionSql(query.having, context)}` : raw('');
}

/** Aliases, names of fields, and `expr0`, `expr1` for the functions without an alias. */
function namesOf(items: readonly ResultItem[]): string[] {
  let unnamed = 0;
  return items.map((item) => resultName(item) ?? `expr${unnamed++}`);
}

function valueOf(item: ResultItem | GroupItem, context: StatementContext): Expression {
  return item.kind === 'field' ? groupedValue(item.field, context) : callValue(item.call, context);
}
