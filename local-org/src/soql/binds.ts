import type { SoqlCondition, SoqlQuery, SoqlValue } from '../syntax/soql.ts';

type Bind = Extract<SoqlValue, { kind: 'bind' }>;

/** Every bind of a query, its sub-queries included, in the order of `index`. */
export function bindsOf(query: SoqlQuery): Bind[] {
  const binds: Bind[] = [];
  inQuery(query, binds);
  return binds.sort((left, right) => left.index - right.index);
}

function inQuery(query: SoqlQuery, binds: Bind[]): void {
  for (const item of query.select) if (item.kind === 'subquery') inQuery(item.query, binds);
  for (const condition of [query.where, query.having]) if (condition) inCondition(condition, binds);
  for (const value of [query.limit, query.offset]) if (value) inValue(value, binds);
}

function inCondition(condition: SoqlCondition, binds: Bind[]): void {
  if (condition.kind === 'comparison') return inValue(condition.right, binds);
  if (condition.kind === 'not') return inCondition(condition.condition, binds);
  for (const each of condition.conditions) inCondition(each, binds);
}

function inValue(value: SoqlValue, binds: Bind[]): void {
  if (value.kind === 'bind') binds.push(value);
  else if (value.kind === 'subquery') inQuery(value.query, binds);
  else if (value.kind === 'list') for (const each of value.values) inValue(each, binds);
}
