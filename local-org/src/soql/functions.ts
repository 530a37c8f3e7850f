import type { FieldType } from '../schema/model.ts';
import type { FieldPath, SoqlFunction } from '../syntax/soql.ts';

export const AGGREGATES: ReadonlySet<string> = new Set([
  'COUNT',
  'COUNT_DISTINCT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
]);

/** Parts of a Date or Datetime; all but DAY_ONLY, which gives a Date, give an Integer. */
export const DATE_FUNCTIONS: ReadonlySet<string> = new Set([
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
]);
/** Need a time of day. */
export const DATETIME_ONLY: ReadonlySet<string> = new Set(['DAY_ONLY', 'HOUR_IN_DAY']);

export const NUMBERS: ReadonlySet<FieldType> = new Set<FieldType>([
  'INTEGER',
  'LONG',
  'DOUBLE',
  'CURRENCY',
  'PERCENT',
]);

export function isAggregate(call: SoqlFunction): boolean {
  return AGGREGATES.has(call.name);
}

/** `MAX(Amount)`, also inside of FORMAT. */
export function hasAggregate(call: SoqlFunction): boolean {
  const [first] = call.arguments;
  return isAggregate(call) || (first?.kind === 'function' && hasAggregate(first.call));
}

/** `GROUPING(Name)`: is the row a subtotal over the field? */
export function isGrouping(call: SoqlFunction): boolean {
  return call.name === 'GROUPING';
}

/** `COUNT()` without a field. */
export function isCountOfRows(call: SoqlFunction): boolean {
  return call.name === 'COUNT' && call.arguments.length === 0;
}

/** The field inside of `MAX(Amount)`, `DAY_ONLY(convertTimezone(CreatedDate))`; null for `COUNT()`. */
export function fieldOf(call: SoqlFunction): FieldPath | null {
  const first = call.arguments[0];
  if (first?.kind === 'field') return first.field;
  return first?.kind === 'function' ? fieldOf(first.call) : null;
}

/** Every field inside of a function: DISTANCE may have two. */
export function fieldsIn(call: SoqlFunction): FieldPath[] {
  return call.arguments.flatMap((each) => {
    if (each.kind === 'field') return [each.field];
    return each.kind === 'function' ? fieldsIn(each.call) : [];
  });
}

/** Two spellings of the same expression are equal: `count(id)` and `COUNT(Id)`. */
export function textOfCall(call: SoqlFunction): string {
  const parts = call.arguments.map((each) => {
    if (each.kind === 'field') return textOfPath(each.field);
    return each.kind === 'function' ? textOfCall(each.call) : JSON.stringify(each.value);
  });
  return `${call.name}(${parts.join(',')})`;
}

/** `account.name` */
export function textOfPath(path: FieldPath): string {
  return path.parts.map((part) => part.text.toLowerCase()).join('.');
}
