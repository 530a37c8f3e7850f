import type { SoqlQuery } from '../syntax/soql.ts';
import { textOfCall } from './functions.ts';
import { keyOfPath, type QueryScope } from './scope.ts';

/** The most fields of GROUP BY ROLLUP and CUBE. */
export const MOST_SUBTOTALS = 3;

/** What GROUP BY names, as `keyOfPath` and `textOfCall` write it. */
export function groupKeys(query: SoqlQuery, context: { readonly scope: QueryScope }): string[] {
  return (query.groupBy?.items ?? []).map((item) =>
    item.kind === 'field' ? keyOfPath(item.field, context) : textOfCall(item.call),
  );
}

/**
 * The subtotals of a query, each as the keys that its rows do not have. The first one is the plain grouping. ROLLUP
 * takes the fields away from right to left, CUBE takes every combination of them.
 */
export function subtotals(
  query: SoqlQuery,
  context: { readonly scope: QueryScope },
): readonly ReadonlySet<string>[] {
  const keys = groupKeys(query, context);
  if (query.groupBy?.kind === 'rollup') {
    return [keys.length, ...keys.map((_, at) => at).reverse()].map((count) => new Set(keys.slice(count)));
  }
  if (query.groupBy?.kind !== 'cube') return [new Set()];
  const combinations = keys.reduce<string[][]>(
    (sets, key) => [...sets, ...sets.map((set) => [...set, key])],
    [[]],
  );
  return combinations.map((combination) => new Set(combination));
}
