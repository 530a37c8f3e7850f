import type { SelectItem } from '../syntax/soql.ts';
import { isAggregateQuery, type CheckContext } from './check.ts';
import { checkDateFunction } from './check-date-function.ts';
import { checkHaving } from './check-having.ts';
import { isSortable } from './check-order.ts';
import { checkPath, keyOfPath } from './check-select.ts';
import { DATE_FUNCTIONS, fieldOf, isAggregate, textOfCall } from './functions.ts';
import { unsupported } from './problem.ts';

/** GROUP BY, what may be selected beside it, the names of the results, HAVING. */
export function checkGrouping(context: CheckContext): void {
  const { query, report, place } = context;
  if (query.groupBy && query.groupBy.kind !== 'plain')
    report(unsupported(`GROUP BY ${query.groupBy.kind.toUpperCase()}`, query.span));
  if (query.groupBy && place !== 'query') {
    report({ code: 'soql/group-by', span: query.span, message: 'GROUP BY is not allowed in a sub-query.' });
  }
  for (const item of query.groupBy?.items ?? []) {
    if (item.kind === 'function') {
      if (DATE_FUNCTIONS.has(item.call.name)) checkDateFunction(item.call, context);
      else report(unsupported(`GROUP BY ${item.call.name}()`, item.call.span));
      continue;
    }
    const found = checkPath(item.field, context);
    if (found && !isSortable(found.field)) {
      const message = `field '${found.field.name}' can not be grouped in a query call`;
      report({ code: 'soql/group-by', span: item.field.span, message });
    }
  }
  if (isAggregateQuery(query)) checkResults(context);
  if (query.having) checkHaving(query.having, keyOfGroups(context), context);
}

/** What GROUP BY names, as `keyOfPath` and `textOfCall` write it. */
export function keyOfGroups(context: CheckContext): ReadonlySet<string> {
  const items = context.query.groupBy?.items ?? [];
  return new Set(
    items.map((item) => (item.kind === 'field' ? keyOfPath(item.field, context) : textOfCall(item.call))),
  );
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
      : isAggregate(item.call) || groups.has(textOfCall(item.call));
  if (isGrouped) return;
  const path = item.kind === 'field' ? item.field : fieldOf(item.call);
  const name = path?.parts.map((part) => part.text).join('.') ?? '';
  const span = item.kind === 'field' ? item.field.span : item.call.span;
  context.report({ code: 'soql/not-grouped', span, message: `Field must be grouped or aggregated: ${name}` });
}

/** The name in the AggregateResult; null for one that is numbered (`expr0`). */
export function resultName(item: Extract<SelectItem, { kind: 'field' | 'function' }>): string | null {
  if (item.alias) return item.alias.text;
  return item.kind === 'field' ? item.field.parts.at(-1)!.text : null;
}
