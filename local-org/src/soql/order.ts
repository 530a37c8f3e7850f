import { literal } from '../data/columns.ts';
import type { OrderItem, SoqlQuery } from '../syntax/soql.ts';
import {
  callValue,
  groupedValue,
  isFolded,
  sortSql,
  type Expression,
  type StatementContext,
} from './expressions.ts';
import { joined, raw, sql, type Fragment } from './fragment.ts';
import { textOfPath } from './functions.ts';

/** What rows are sorted by. */
export interface OrderedBy {
  readonly value: Fragment;
  /** `DESC NULLS LAST` */
  readonly direction: string;
  /** Sorted without regard to case. */
  readonly isText: boolean;
}

/**
 * ` ORDER BY ...`; what is equal comes in the order of `ties`, so that the same query always gives the same order.
 * Empty values are first unless the query says otherwise, also in descending order.
 */
export function orderSql(query: SoqlQuery, context: StatementContext, ties: readonly Fragment[]): Fragment {
  const items = orderItems(query, context).map(({ value, direction }) => sql`${value} ${direction}`);
  const all = [...items, ...ties];
  return all.length > 0 ? sql` ORDER BY ${joined(all, ', ')}` : raw('');
}

/** The items of ORDER BY. */
export function orderItems(query: SoqlQuery, context: StatementContext): OrderedBy[] {
  return query.orderBy.map((item) => {
    const value = valueOf(item, query, context);
    const direction = item.descending ? 'DESC' : 'ASC';
    const nulls = (item.nulls ?? 'first').toUpperCase();
    const isByPosition = hasPositions(value);
    return {
      value: isByPosition ? positionInPicklist(value) : sortSql(value),
      direction: `${direction} NULLS ${nulls}`,
      isText: isFolded(value) && !isByPosition,
    };
  });
}

function valueOf({ by }: OrderItem, query: SoqlQuery, context: StatementContext): Expression {
  if (by.kind === 'function') return callValue(by.call, context);
  const name = textOfPath(by.field);
  for (const item of query.select) {
    if ((item.kind !== 'field' && item.kind !== 'function') || item.alias?.text.toLowerCase() !== name)
      continue;
    return item.kind === 'field' ? groupedValue(item.field, context) : callValue(item.call, context);
  }
  return groupedValue(by.field, context);
}

function hasPositions({ field }: Expression): boolean {
  return field?.type === 'PICKLIST' && (field.picklist?.values.length ?? 0) > 0;
}

/** Values of a picklist are in the order of the picklist; those that it lacks come last. */
function positionInPicklist({ sql: value, field }: Expression): Fragment {
  const values = field?.picklist?.values ?? [];
  const cases = values.map((each, at) => `WHEN ${literal(each.value)} THEN ${at}`).join(' ');
  return sql`(CASE ${value} ${cases} ELSE CASE WHEN ${value} IS NULL THEN NULL ELSE ${String(values.length)} END END)`;
}
