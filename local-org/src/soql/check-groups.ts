import { isGroupable } from '../schema/field.ts';
import type { GroupBy, SelectItem, SoqlFunction } from '../syntax/soql.ts';
import { isAggregateQuery, type CheckContext } from './check.ts';
import { checkDateFunction } from './check-date-function.ts';
import { checkHaving } from './check-having.ts';
import { checkPath } from './check-select.ts';
import { DATE_FUNCTIONS, fieldOf, hasAggregate, isGrouping, textOfCall } from './functions.ts';
import { groupKeys, MOST_SUBTOTALS } from './grouping-sets.ts';
import { unsupported } from './problem.ts';
import { keyOfPath } from './scope.ts';

/** GROUP BY, what may be selected beside it, the names of the results, HAVING. */
export function checkGrouping(context: CheckContext): void {
  const { query, report, place } = context;
  if (query.groupBy) checkSubtotals(query.groupBy, context);
  if (query.groupBy && place !== 'query') {
    report({ code: 'soql/group-by', span: query.span, message: 'GROUP BY is not allowed in a sub-query.' });
  }
  for (const item of query.groupBy?.items ?? []) checkGroup(item, context);
  if (isAggregateQuery(query)) checkResults(context);
  if (query.having) checkHaving(query.having, keyOfGroups(context), context);
}

/** ROLLUP and CUBE add rows for each field: the platform sets a limit to them. */
function checkSubtotals({ kind, items }: GroupBy, { query, report }: CheckContext): void {
  if (kind === 'plain' || items.length <= MOST_SUBTOTALS) return;
  const message = `GROUP BY ${kind.toUpperCase()} takes at most ${MOST_SUBTOTALS} fields.`;
  report({ code: 'soql/group-by', span: query.span, message });
}

function checkGroup(item: GroupBy['items'][number], context: CheckContext): void {
  const { report } = context;
  if (item.kind === 'function') {
    if (DATE_FUNCTIONS.has(item.call.name)) checkDateFunction(item.call, context);
    else report(unsupported(`GROUP BY ${item.call.name}()`, item.call.span));
    return;
  }
  const found = checkPath(item.field, context);
  if (!found || isGroupable(found.field)) return;
  const message = `field '${found.field.name}' can not be grouped in a query call`;
  report({ code: 'soql/group-by', span: item.field.span, message });
}

/** `GROUPING(Name)`: one of the fields of ROLLUP or CUBE. */
export function checkGroupingCall(call: SoqlFunction, context: CheckContext): void {
  const field = fieldOf(call);
  const { kind } = context.query.groupBy ?? {};
  const isSubtotalled = kind === 'rollup' || kind === 'cube';
  if (isSubtotalled && field && keyOfGroups(context).has(keyOfPath(field, context))) return;
  const message = 'GROUPING takes a field of GROUP BY ROLLUP or GROUP BY CUBE.';
  context.report({ code: 'soql/function', span: call.span, message });
}

/** What GROUP BY names, as `keyOfPath` and `textOfCall` write it. */
export function keyOfGroups(context: CheckContext): ReadonlySet<string> {
  return new Set(groupKeys(context.query, context));
}

function checkResults(context: CheckContext): void {
  const groups = keyOfGroups(context);
  const names = new Set<string>();
  for (const item of context.query.select) {
    if (item.kind !== 'field' && item.kind !== 'function') continue;
    checkGrouped(item, groups, context);
    const name = resultName(item);
    if (!name) continue;
    if (names.has(name.toLowerCase())) {
      const span = item.alias?.span ?? (item.kind === 'field' ? item.field.span : item.call.span);
      context.report({ code: 'soql/duplicate-alias', span, message: `duplicate alias: ${name}` });
    }
    names.add(name.toLowerCase());
  }
}

function checkGrouped(
  item: Extract<SelectItem, { kind: 'field' | 'function' }>,
  groups: ReadonlySet<string>,
  context: CheckContext,
): void {
  const isGrouped =
    item.kind === 'field'
      ? groups.has(keyOfPath(item.field, context))
      : isGroupedCall(item.call, groups, context);
  if (isGrouped) return;
  const path = item.kind === 'field' ? item.field : fieldOf(item.call);
  const name = path?.parts.map((part) => part.text).join('.') ?? '';
  const span = item.kind === 'field' ? item.field.span : item.call.span;
  context.report({ code: 'soql/not-grouped', span, message: `Field must be grouped or aggregated: ${name}` });
}

function isGroupedCall(call: SoqlFunction, groups: ReadonlySet<string>, context: CheckContext): boolean {
  if (hasAggregate(call) || isGrouping(call) || groups.has(textOfCall(call))) return true;
  const [argument] = call.arguments;
  return (
    call.name === 'FORMAT' && argument?.kind === 'field' && groups.has(keyOfPath(argument.field, context))
  );
}

/** The name in the AggregateResult; null for one that is numbered (`expr0`). */
export function resultName(item: Extract<SelectItem, { kind: 'field' | 'function' }>): string | null {
  if (item.alias) return item.alias.text;
  return item.kind === 'field' ? item.field.parts.at(-1)!.text : null;
}
