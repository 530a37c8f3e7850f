import type { SelectItem, SoqlQuery } from '../syntax/soql.ts';
import { resultName } from './check-groups.ts';
import { Columns } from './columns.ts';
import { conditionSql } from './conditions.ts';
import { callValue, fieldValue, type Expression, type StatementContext } from './expressions.ts';
import { joined, raw, sql, type Fragment } from './fragment.ts';
import { isAggregate } from './functions.ts';
import { orderSql } from './order.ts';
import { pagingSql } from './paging.ts';
import type { AggregatePlan } from './plan.ts';

type ResultItem = Extract<SelectItem, { kind: 'field' | 'function' }>;

/** A query with aggregate functions or GROUP BY. Without ORDER BY the groups come in order of their values. */
export function compileAggregate(
  query: SoqlQuery,
  context: StatementContext,
  where: Fragment,
): AggregatePlan {
  const columns = new Columns();
  const items = query.select.filter(
    (item): item is ResultItem => item.kind === 'field' || item.kind === 'function',
  );
  const names = namesOf(items);
  const results = items.map((item, at) => {
    const value = valueOf(item, context);
    columns.add(value.sql);
    return { name: names[at]!, read: value.read };
  });
  const countsRows = items.some(
    (item) => item.kind === 'function' && isAggregate(item.call) && !item.call.name.startsWith('COUNT'),
  );
  if (countsRows) columns.add(raw('COUNT(*)'));
  const groups = (query.groupBy?.items ?? []).map(
    (item) => (item.kind === 'field' ? fieldValue(item.field, context) : callValue(item.call, context)).sql,
  );
  const grouping = groups.length > 0 ? sql` GROUP BY ${joined(groups, ', ')}` : raw('');
  const having = query.having ? sql` HAVING ${conditionSql(query.having, context)}` : raw('');
  const order = orderSql(query, context, groups);
  const rest = sql`${where}${grouping}${having}${order}${pagingSql(query)}`;
  const { text, parameters } = sql`SELECT ${columns.sql} FROM ${context.sources.from}${rest}`;
  const statement = { text, parameters, tables: [...context.tables] };
  return { kind: 'aggregate', object: context.scope.object, statement, results, countsRows };
}

/** Aliases, names of fields, and `expr0`, `expr1` for the functions without an alias. */
function namesOf(items: readonly ResultItem[]): string[] {
  let unnamed = 0;
  return items.map((item) => resultName(item) ?? `expr${unnamed++}`);
}

function valueOf(item: ResultItem, context: StatementContext): Expression {
  return item.kind === 'field' ? fieldValue(item.field, context) : callValue(item.call, context);
}
