import type { SoqlQuery } from '../syntax/soql.ts';
import { conditionSql } from './conditions.ts';
import { fieldValue, type Expression, type StatementContext } from './expressions.ts';
import { joined, sql, type Fragment } from './fragment.ts';
import { isProblem, scopeOf } from './scope.ts';
import { Sources } from './sources.ts';

/** `Id IN (SELECT AccountId FROM Contact ...)` and NOT IN; empty references of the inner query count for nothing. */
export function semiJoin(
  left: Expression,
  operator: 'in' | 'notIn',
  query: SoqlQuery,
  outer: StatementContext,
): Fragment {
  const scope = scopeOf(query, outer.schema);
  const [item] = query.select;
  if (isProblem(scope) || item?.kind !== 'field')
    throw new Error('A semi join was compiled that was not checked.');
  const { schema, includesDeleted, tables } = outer;
  const context = {
    ...outer,
    scope,
    sources: new Sources(schema, scope.object, 's', includesDeleted, tables, outer.records),
  };
  const value = fieldValue(item.field, context).sql;
  const conditions = [sql`${value} IS NOT NULL`];
  conditions.push(...context.sources.conditions);
  if (query.where) conditions.push(conditionSql(query.where, context));
  // The joins are complete only now.
  const inner = sql`SELECT ${value} FROM ${context.sources.from} WHERE ${joined(conditions, ' AND ')}`;
  const inside = sql`${left.sql} IN (${inner})`;
  return operator === 'in' ? inside : sql`(${inside} IS NOT TRUE)`;
}
