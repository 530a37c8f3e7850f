import type { FieldPath, SelectItem, SoqlFunction, SoqlQuery } from '../syntax/soql.ts';
import { storedForm } from '../data/columns.ts';
import { partsOf } from '../schema/compound.ts';
import { isAggregateQuery, type CheckContext } from './check.ts';
import { AGGREGATES, DATE_FUNCTIONS, fieldOf, isAggregate, isCountOfRows, isGrouping } from './functions.ts';
import { checkDateFunction } from './check-date-function.ts';
import { checkDistance } from './check-distance.ts';
import { checkGroupingCall } from './check-groups.ts';
import { checkTypeOf } from './check-type-of.ts';
import { fieldsKeyword, selectOf } from './fields-function.ts';
import { isFormattable } from './format-value.ts';
import { unsupported } from './problem.ts';
import { isProblem, keyOfPath, resolveField, type ResolvedField } from './scope.ts';

/** The SELECT list: fields, functions, aliases, duplicates. */
export function checkSelect(context: CheckContext, checkChild: (query: SoqlQuery) => void): void {
  const seen = new Set<string>();
  for (const item of context.query.select) if (item.kind === 'function') checkFields(item.call, context);
  for (const item of selectOf(context.query, context.scope.object)) {
    checkItem(item, context, checkChild);
    checkAlias(item, context);
    checkDuplicate(item, context, seen);
  }
  checkCount(context);
}

/** Resolves and reports; null when the path is wrong. */
export function checkPath(path: FieldPath, { scope, report }: CheckContext): ResolvedField | null {
  const found = resolveField(scope, path);
  if (!isProblem(found)) return found;
  report(found);
  return null;
}

function checkItem(item: SelectItem, context: CheckContext, checkChild: (query: SoqlQuery) => void): void {
  switch (item.kind) {
    case 'field':
      return checkField(item.field, context);
    case 'function':
      return checkFunction(item.call, context);
    case 'typeof':
      return checkTypeOf(item.typeOf, context);
    case 'subquery':
      if (context.place === 'semiJoin' || isAggregateQuery(context.query)) {
        const message = 'A sub-query of child records cannot be selected here.';
        return context.report({ code: 'soql/subquery', span: item.query.span, message });
      }
      return checkChild(item.query);
  }
}

/** A field that is selected as it is. */
export function checkField(path: FieldPath, context: CheckContext): void {
  const found = checkPath(path, context);
  const isCompound = found && storedForm(found.field) === 'none';
  if (isCompound && partsOf(found.object, found.field).size === 0) {
    context.report(unsupported(`the compound field ${found.object.name}.${found.field.name}`, path.span));
  }
}

function checkFunction(call: SoqlFunction, context: CheckContext): void {
  if (AGGREGATES.has(call.name)) return checkAggregate(call, context);
  if (DATE_FUNCTIONS.has(call.name)) {
    checkDateFunction(call, context);
    if (!isAggregateQuery(context.query)) {
      const message = `Invalid field: the function ${call.name} can be selected only in a query with GROUP BY.`;
      context.report({ code: 'soql/function', span: call.span, message });
    }
    return;
  }
  if (call.name === 'FIELDS') return;
  if (isGrouping(call)) return checkGroupingCall(call, context);
  if (call.name === 'FORMAT') return checkFormat(call, context);
  if (call.name === 'DISTANCE') return checkDistance(call, context);
  if (call.name === 'CONVERTCURRENCY') return context.report(unsupported('convertCurrency()', call.span));
  const [argument] = call.arguments;
  if (call.name !== 'TOLABEL' || argument?.kind !== 'field')
    return context.report(unsupported(`${call.name}()`, call.span));
  checkPath(argument.field, context);
}

/** `FORMAT(Amount)`, `FORMAT(MIN(CloseDate))`: numbers, dates and times. */
function checkFormat(call: SoqlFunction, context: CheckContext): void {
  const [argument] = call.arguments;
  if (argument?.kind === 'function') return checkFunction(argument.call, context);
  const found = argument?.kind === 'field' ? checkPath(argument.field, context) : null;
  if (!found || isFormattable(storedForm(found.field))) return;
  const message = `FORMAT takes numbers, dates and times, '${found.field.name}' is none.`;
  context.report({ code: 'soql/function', span: call.span, message });
}

/** The most rows of a query of all or all custom fields. */
const MOST_ROWS = 200;

/** `FIELDS(...)`: Apex knows only the fields that have a bound, the API all of them for few rows. */
function checkFields(call: SoqlFunction, { query, report, isOfApi }: CheckContext): void {
  if (call.name !== 'FIELDS') return;
  const keyword = fieldsKeyword(call);
  if (keyword === 'STANDARD') return;
  const refuse = (message: string): void => report({ code: 'soql/fields', span: call.span, message });
  if (keyword !== 'ALL' && keyword !== 'CUSTOM') return refuse('FIELDS takes ALL, CUSTOM or STANDARD.');
  if (!isOfApi)
    return refuse('The SOQL FIELDS function is not supported with an unbounded set of fields in this API.');
  const limit = query.limit?.kind === 'number' ? Number(query.limit.value) : Infinity;
  if (limit > MOST_ROWS) refuse(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS}`);
}

/** Also called for HAVING and ORDER BY. */
export function checkAggregate(call: SoqlFunction, context: CheckContext): void {
  if (isCountOfRows(call)) return;
  const [argument] = call.arguments;
  if (argument?.kind !== 'field' || call.arguments.length > 1) {
    const message = `${call.name} takes one field.`;
    return context.report({ code: 'soql/function', span: call.span, message });
  }
  const found = checkPath(argument.field, context);
  if (found && !fitsAggregate(call.name, found)) {
    const message = `field ${found.field.name} does not support aggregate operator ${call.name}`;
    context.report({ code: 'soql/aggregate', span: argument.field.span, message });
  }
}

const SUMMABLE: ReadonlySet<string> = new Set(['integer', 'number']);

function fitsAggregate(name: string, { field }: ResolvedField): boolean {
  const form = storedForm(field);
  if (!field.isFilterable || form === 'none' || form === 'blob') return false;
  if (name === 'SUM' || name === 'AVG') return SUMMABLE.has(form);
  if (name === 'MIN' || name === 'MAX')
    return form !== 'boolean' && form !== 'time' && field.type !== 'MULTIPICKLIST';
  return field.type !== 'MULTIPICKLIST' && (form !== 'boolean' || name === 'COUNT');
}

function checkAlias(item: SelectItem, { query, report }: CheckContext): void {
  if ((item.kind !== 'field' && item.kind !== 'function') || !item.alias || isAggregateQuery(query)) return;
  if (item.kind === 'function') return;
  const message = 'only aggregate expressions use field aliasing';
  report({ code: 'soql/alias', span: item.alias.span, message });
}

function checkDuplicate(item: SelectItem, { query, scope, report }: CheckContext, seen: Set<string>): void {
  if (isAggregateQuery(query) || (item.kind !== 'field' && item.kind !== 'function')) return;
  const path = item.kind === 'field' ? item.field : fieldOf(item.call);
  if (item.kind === 'function' && item.call.name === 'DISTANCE' && !item.alias) return;
  if (!path || isProblem(resolveField(scope, path))) return;
  const key = item.alias?.text.toLowerCase() ?? keyOfPath(path, { scope });
  if (seen.has(key)) {
    const [what, text] = item.alias
      ? ['duplicate alias', item.alias.text]
      : ['duplicate field selected', path.parts.map((part) => part.text).join('.')];
    report({
      code: 'soql/duplicate-field',
      span: item.alias?.span ?? path.span,
      message: `${what}: ${text}`,
    });
  }
  seen.add(key);
}

function checkCount({ query, report, place }: CheckContext): void {
  for (const item of query.select) {
    if (item.kind !== 'function') continue;
    const isAlone = query.select.length === 1 && !query.groupBy;
    if (isCountOfRows(item.call) && (!isAlone || place !== 'query')) {
      const message = 'COUNT() must be the only element of the SELECT list; use COUNT(Id) beside others.';
      report({ code: 'soql/count', span: item.call.span, message });
    } else if (isAggregate(item.call) && place !== 'query') {
      const message = 'Aggregate functions are not allowed in a sub-query.';
      report({ code: 'soql/aggregate', span: item.call.span, message });
    }
  }
}
