import { storedForm } from '../data/columns.ts';
import type { SoqlComparison, SoqlCondition } from '../syntax/soql.ts';
import type { CheckContext } from './check.ts';
import { checkCallValue } from './check-filter.ts';
import { checkGroupingCall } from './check-groups.ts';
import { checkAggregate, checkPath } from './check-select.ts';
import { checkValue } from './check-value.ts';
import { DATE_FUNCTIONS, fieldOf, isAggregate, isGrouping, textOfCall } from './functions.ts';
import { unsupported } from './problem.ts';
import { keyOfPath } from './scope.ts';

/** HAVING: aggregates and what is grouped, compared with values. */
export function checkHaving(
  condition: SoqlCondition,
  groups: ReadonlySet<string>,
  context: CheckContext,
): void {
  if (!context.query.groupBy) {
    context.report({ code: 'soql/having', span: context.query.span, message: 'HAVING needs a GROUP BY.' });
  }
  walk(condition, groups, context);
}

function walk(condition: SoqlCondition, groups: ReadonlySet<string>, context: CheckContext): void {
  if (condition.kind === 'and' || condition.kind === 'or') {
    for (const each of condition.conditions) walk(each, groups, context);
  } else if (condition.kind === 'not') {
    walk(condition.condition, groups, context);
  } else {
    checkComparison(condition, groups, context);
  }
}

function checkComparison(
  comparison: SoqlComparison,
  groups: ReadonlySet<string>,
  context: CheckContext,
): void {
  const { left } = comparison;
  if (comparison.right.kind === 'subquery') {
    const message = 'A semi join sub-select is not allowed in HAVING.';
    return context.report({ code: 'soql/semi-join', span: comparison.span, message });
  }
  if (left.kind === 'field') {
    const found = checkPath(left.field, context);
    if (!found) return;
    if (!groups.has(keyOfPath(left.field, context)))
      return reportUngrouped(found.field.name, comparison, context);
    return checkValue(
      comparison,
      { field: found.field, form: storedForm(found.field), name: found.field.name },
      context,
    );
  }
  if (isAggregate(left.call)) return checkAggregateFilter(comparison, context);
  if (isGrouping(left.call)) {
    checkGroupingCall(left.call, context);
    return checkCallValue(comparison, context);
  }
  if (!DATE_FUNCTIONS.has(left.call.name))
    return context.report(unsupported(`HAVING ${left.call.name}()`, left.call.span));
  if (!groups.has(textOfCall(left.call))) return reportUngrouped(left.call.name, comparison, context);
  checkCallValue(comparison, context);
}

function checkAggregateFilter(comparison: SoqlComparison, context: CheckContext): void {
  if (comparison.left.kind !== 'function') return;
  const { call } = comparison.left;
  checkAggregate(call, context);
  const path = fieldOf(call);
  if (!path || (call.name !== 'MIN' && call.name !== 'MAX')) return checkCallValue(comparison, context);
  const found = checkPath(path, context);
  if (found)
    checkValue(
      comparison,
      { field: found.field, form: storedForm(found.field), name: found.field.name },
      context,
    );
}

function reportUngrouped(name: string, comparison: SoqlComparison, context: CheckContext): void {
  const message = `HAVING: ${name} is neither grouped nor aggregated.`;
  context.report({ code: 'soql/having', span: comparison.span, message });
}
