import { literal } from '../data/columns.ts';
import type { OrderItem, SoqlQuery } from '../syntax/soql.ts';
import { callValue, fieldValue, type Expression, type StatementContext } from './expressions.ts';
import { joined, raw, sql, type Fragment } from './fragment.ts';
import { textOfPath } from './functions.ts';

/**
 * ` ORDER BY ...`; what is equal comes in the order of `ties`, so that the same query always gives the same order.
 * Empty values are first unless the query says otherwise, also in descending order.
 */
export function orderSql(query: SoqlQuery, context: StatementContext, ties: readonly Fragment[]): Fragment {
  const items = query.orderBy.map((item) => itemSql(item, query, context));
  const all = [...items, ...ties];
  return all.length > 0 ? sql` ORDER BY ${joined(all, ', ')}` : raw('');
}

function itemSql(item: OrderItem, query: SoqlQuery, context: StatementContext): Fragment {
  const value = valueOf(item, query, context);
  const direction = item.descending ? 'DESC' : 'ASC';
  const nulls = (item.nulls ?? 'first').toUpperCase();
  return sql`${positionInPicklist(value)} ${direction} NULLS ${nulls}`;
}

function valueOf({ by }: OrderItem, query: SoqlQuery, context: StatementContext): Expression {
  if (by.kind === 'function') return callValue(by.call, context);
  const name = textOfPath(by.field);
  for (const item of query.select) {
    if ((item.kind !== 'field' && item.kind !== 'function') || item.alias?.text.toLowerCase() !== name)
      continue;
    return item.kind === 'field' ? fieldValue(item.field, context) : callValue(item.call, context);
  }
  return fieldValue(by.field, context);
}

/** Values of a picklist are in the order of the picklist; those that it lacks come last. */
function positionInPicklist({ sql: value, field }: Expression): Fragment {
  const values = field?.type === 'PICKLIST' ? (field.picklist?.values ?? []) : [];
  if (values.length === 0) return value;
  const cases = values.map((each, at) => `WHEN ${literal(each.value)} THEN ${at}`).join(' ');
  return sql`(CASE ${value} ${cases} ELSE CASE WHEN ${value} IS NULL THEN NULL ELSE ${String(values.length)} END END)`;
}
