import type { FieldModel } from '../schema/model.ts';
import { storedForm } from '../data/columns.ts';
import type { SoqlComparison, SoqlCondition, SoqlFunction, SoqlQuery } from '../syntax/soql.ts';
import type { CheckContext } from './check.ts';
import { checkDateFunction } from './check-date-function.ts';
import { checkDistance } from './check-distance.ts';
import { checkPath } from './check-select.ts';
import { checkSemiJoin } from './check-semi-join.ts';
import { checkValue, type Expected } from './check-value.ts';
import { AGGREGATES, DATE_FUNCTIONS, fieldOf, isAggregate } from './functions.ts';
import { unsupported } from './problem.ts';
import type { QueryScope } from './scope.ts';

/** Checks the inner query of a semi-join and gives its scope. */
export type CheckInner = (query: SoqlQuery) => QueryScope | null;

/** WHERE: fields, operators and values. */
export function checkCondition(
  condition: SoqlCondition,
  context: CheckContext,
  checkInner: CheckInner,
): void {
  walk(condition, context, checkInner, true);
}

function walk(condition: SoqlCondition, context: CheckContext, checkInner: CheckInner, isTop: boolean): void {
  switch (condition.kind) {
    case 'and':
      for (const each of condition.conditions) walk(each, context, checkInner, isTop);
      return;
    case 'or':
      for (const each of condition.conditions) walk(each, context, checkInner, false);
      return;
    case 'not':
      return walk(condition.condition, context, checkInner, false);
    case 'comparison':
      if (condition.right.kind !== 'subquery') return checkComparison(condition, context);
      return checkSemiJoin(condition, context, checkInner, isTop);
  }
}

function checkComparison(comparison: SoqlComparison, context: CheckContext): void {
  const { left } = comparison;
  if (left.kind === 'function') return checkFunctionFilter(comparison, context);
  const found = checkPath(left.field, context);
  if (!found) return;
  if (!isFilterable(found.field)) {
    const message = `field '${found.field.name}' can not be filtered in a query call`;
    return context.report({ code: 'soql/not-filterable', span: left.field.span, message });
  }
  checkOperator(comparison, found.field, context);
}

/** Long text, encrypted and compound fields are not. */
export function isFilterable(field: FieldModel): boolean {
  const form = storedForm(field);
  return field.isFilterable && form !== 'none' && form !== 'blob';
}

function checkOperator(comparison: SoqlComparison, field: FieldModel, context: CheckContext): void {
  const refusal = refusalOf(comparison.operator, field);
  if (refusal) return context.report({ code: 'soql/operator', span: comparison.span, message: refusal });
  checkValue(comparison, { field, form: storedForm(field), name: field.name }, context);
}

function refusalOf(operator: SoqlComparison['operator'], field: FieldModel): string | null {
  const form = storedForm(field);
  const isChoice = field.type === 'MULTIPICKLIST';
  switch (operator) {
    case 'like':
      if (form === 'text' && !isChoice) return null;
      return `invalid operator on ${form === 'id' ? 'id' : field.type.toLowerCase()} field`;
    case 'includes':
    case 'excludes':
      return isChoice ? null : 'includes and excludes operators only valid on multipicklist fields';
    case '<':
    case '<=':
    case '>':
    case '>=':
      return form === 'boolean' || isChoice ? `invalid operator on ${field.type.toLowerCase()} field` : null;
    default:
      return null;
  }
}

function checkFunctionFilter(comparison: SoqlComparison, context: CheckContext): void {
  if (comparison.left.kind !== 'function') return;
  const { call } = comparison.left;
  if (AGGREGATES.has(call.name)) {
    const message = `Aggregate functions are not allowed in WHERE: ${call.name}`;
    return context.report({ code: 'soql/aggregate', span: call.span, message });
  }
  if (call.name === 'DISTANCE') return checkDistanceFilter(comparison, call, context);
  if (call.name === 'TOLABEL') return checkLabelFilter(comparison, call, context);
  if (!DATE_FUNCTIONS.has(call.name))
    return context.report(unsupported(`${call.name}() in WHERE`, call.span));
  checkDateFunction(call, context);
  checkCallValue(comparison, context);
}

/** A distance is never exact: the platform compares it with `<` and `>` alone. */
function checkDistanceFilter(comparison: SoqlComparison, call: SoqlFunction, context: CheckContext): void {
  checkDistance(call, context);
  if (comparison.operator === '<' || comparison.operator === '>') return checkCallValue(comparison, context);
  const message = 'DISTANCE is compared with < or >.';
  context.report({ code: 'soql/operator', span: comparison.span, message });
}

/** `toLabel(Status) = 'Neu'`: the value is compared with what the user reads. */
function checkLabelFilter(comparison: SoqlComparison, call: SoqlFunction, context: CheckContext): void {
  const path = fieldOf(call);
  const found = path && checkPath(path, context);
  if (!found) return;
  const isPicklist = found.field.type === 'PICKLIST' && found.field.name !== 'CurrencyIsoCode';
  if (isPicklist) return checkOperator(comparison, found.field, context);
  if (found.field.type === 'MULTIPICKLIST')
    return context.report(unsupported('toLabel() of a multi-select picklist in WHERE', call.span));
  const message = `toLabel() in WHERE takes a picklist, '${found.field.name}' is none.`;
  context.report({ code: 'soql/function', span: call.span, message });
}

/** The value beside a date function or an aggregate of rows. */
export function checkCallValue(comparison: SoqlComparison, context: CheckContext): void {
  if (comparison.left.kind !== 'function') return;
  const { call } = comparison.left;
  if (
    comparison.operator === 'includes' ||
    comparison.operator === 'excludes' ||
    comparison.operator === 'like'
  ) {
    const message = `invalid operator on the result of ${call.name}`;
    return context.report({ code: 'soql/operator', span: comparison.span, message });
  }
  const form: Expected['form'] =
    call.name === 'DAY_ONLY' ? 'date' : isAggregate(call) || call.name === 'DISTANCE' ? 'number' : 'integer';
  checkValue(comparison, { field: null, form, name: call.name }, context);
}
