import type { Span } from '../diagnostics/diagnostic.ts';
import type { FieldModel } from '../schema/model.ts';
import { storedForm } from '../data/columns.ts';
import { isAggregateQuery, type CheckContext } from './check.ts';
import { checkDateFunction } from './check-date-function.ts';
import { checkDistance } from './check-distance.ts';
import { checkGroupingCall, keyOfGroups } from './check-groups.ts';
import { checkAggregate, checkPath } from './check-select.ts';
import { DATE_FUNCTIONS, fieldOf, isAggregate, isGrouping, textOfCall, textOfPath } from './functions.ts';
import { unsupported } from './problem.ts';
import { keyOfPath } from './scope.ts';
import type { OrderItem } from '../syntax/soql.ts';

/** ORDER BY: sortable fields; in an aggregate query what is grouped or aggregated, or an alias. */
export function checkOrder(context: CheckContext): void {
  const { query, report, place } = context;
  if (query.orderBy.length === 0) return;
  if (place === 'semiJoin') {
    report({
      code: 'soql/semi-join',
      span: query.span,
      message: 'ORDER BY is not allowed in a semi join sub-select.',
    });
  }
  const groups = isAggregateQuery(query) ? keyOfGroups(context) : null;
  for (const item of query.orderBy) checkItem(item, groups, context);
}

function checkItem({ by }: OrderItem, groups: ReadonlySet<string> | null, context: CheckContext): void {
  if (by.kind === 'field') {
    if (isAlias(textOfPath(by.field), context)) return;
    const found = checkPath(by.field, context);
    if (!found) return;
    if (!isSortable(found.field)) {
      const message = `field '${found.field.name}' can not be sorted in a query call`;
      return context.report({ code: 'soql/order-by', span: by.field.span, message });
    }
    if (groups && !groups.has(keyOfPath(by.field, context)))
      reportUngrouped(found.field.name, by.field.span, context);
    return;
  }
  const { call } = by;
  if (isAggregate(call)) {
    checkAggregate(call, context);
    if (!groups) reportUngrouped(call.name, call.span, context);
  } else if (isGrouping(call)) {
    checkGroupingCall(call, context);
  } else if (DATE_FUNCTIONS.has(call.name)) {
    checkDateFunction(call, context);
    if (groups && !groups.has(textOfCall(call)))
      reportUngrouped(fieldOf(call)?.parts.at(-1)?.text ?? call.name, call.span, context);
  } else if (call.name === 'DISTANCE') {
    checkDistance(call, context);
  } else if (call.name === 'TOLABEL') {
    const message = 'toLabel() is not allowed in ORDER BY: picklists have an order of their own.';
    context.report({ code: 'soql/order-by', span: call.span, message });
  } else {
    context.report(unsupported(`ORDER BY ${call.name}()`, call.span));
  }
}

function reportUngrouped(name: string, span: Span, context: CheckContext): void {
  context.report({
    code: 'soql/order-by',
    span,
    message: `Ordered field must be grouped or aggregated: ${name}`,
  });
}

function isAlias(name: string, { query }: CheckContext): boolean {
  return query.select.some(
    (item) => (item.kind === 'field' || item.kind === 'function') && item.alias?.text.toLowerCase() === name,
  );
}

/** Long text, multi-select picklists, encrypted and compound fields are not. */
export function isSortable(field: FieldModel): boolean {
  const form = storedForm(field);
  return field.isFilterable && field.type !== 'MULTIPICKLIST' && form !== 'none' && form !== 'blob';
}
