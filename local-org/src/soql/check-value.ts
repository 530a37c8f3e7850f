import type { StoredForm } from '../data/columns.ts';
import type { FieldModel } from '../schema/model.ts';
import type { SoqlComparison, SoqlValue } from '../syntax/soql.ts';
import { describe } from '../types/make.ts';
import type { Type } from '../types/type.ts';
import type { CheckContext } from './check.ts';
import { isDateLiteral } from './date-literals.ts';
import { unsupported } from './problem.ts';

/** What the left side of a comparison is. */
export interface Expected {
  /** Null for a function. */
  readonly field: FieldModel | null;
  readonly form: StoredForm;
  /** For messages. */
  readonly name: string;
}

const LIST_OPERATORS: ReadonlySet<string> = new Set(['in', 'notIn', 'includes', 'excludes']);
/** The kinds of literal that fit a stored form, null apart. */
const LITERALS: Readonly<Record<StoredForm, readonly SoqlValue['kind'][]>> = {
  id: ['string'],
  text: ['string'],
  boolean: ['boolean'],
  integer: ['number'],
  number: ['number', 'currency'],
  date: ['date', 'dateLiteral'],
  datetime: ['datetime', 'dateLiteral'],
  time: ['time'],
  blob: [],
  none: [],
};
/** The static types of binds that fit a stored form. */
const BINDS: Readonly<Record<StoredForm, readonly string[]>> = {
  id: ['Id', 'String'],
  text: ['String', 'Id'],
  boolean: ['Boolean'],
  integer: ['Integer', 'Long', 'Decimal', 'Double'],
  number: ['Integer', 'Long', 'Decimal', 'Double'],
  date: ['Date', 'Datetime'],
  datetime: ['Datetime', 'Date'],
  time: ['Time'],
  blob: [],
  none: [],
};

/** The right side of a comparison: list or single value, kind of literal, type of bind. */
export function checkValue(comparison: SoqlComparison, expected: Expected, context: CheckContext): void {
  const { right, operator } = comparison;
  const wantsList = LIST_OPERATORS.has(operator);
  if (right.kind === 'bind') return checkBind(right, expected, operator, context);
  if (wantsList !== (right.kind === 'list')) {
    const message = wantsList
      ? 'IN operator must be used with an iterable expression'
      : `A list fits only IN, NOT IN, INCLUDES and EXCLUDES, not ${operator}.`;
    return context.report({ code: 'soql/operator', span: comparison.span, message });
  }
  if (right.kind !== 'list') return checkLiteral(right, expected, context);
  for (const value of right.values) {
    if (value.kind === 'bind') checkBind(value, expected, 'element', context);
    else checkLiteral(value, expected, context);
  }
}

function checkLiteral(value: SoqlValue, expected: Expected, context: CheckContext): void {
  if (value.kind === 'null') return;
  if (value.kind === 'currency')
    return context.report(unsupported(`the currency literal ${value.code}${value.value}`, value.span));
  if (value.kind === 'dateLiteral' && !isDateLiteral(value.name)) {
    const message = `unexpected token: '${value.name}'`;
    return context.report({ code: 'soql/value-type', span: value.span, message });
  }
  if (LITERALS[expected.form].includes(value.kind)) return;
  context.report({ code: 'soql/value-type', span: value.span, message: literalMessage(value, expected) });
}

function literalMessage(value: SoqlValue, { form, field, name }: Expected): string {
  const start = `value of filter criterion for field '${name}' must be of type ${typeName(form, field)}`;
  if (form === 'text' || form === 'id')
    return value.kind === 'string' ? start : `${start} and should be enclosed in quotes`;
  return value.kind === 'string' ? `${start} and should not be enclosed in quotes` : start;
}

function typeName(form: StoredForm, field: FieldModel | null): string {
  if (form === 'number') return field?.type.toLowerCase() ?? 'double';
  const NAMES: Partial<Record<StoredForm, string>> = { text: 'string', integer: 'int', datetime: 'dateTime' };
  return NAMES[form] ?? form;
}

function checkBind(
  bind: Extract<SoqlValue, { kind: 'bind' }>,
  expected: Expected,
  operator: SoqlComparison['operator'] | 'element',
  context: CheckContext,
): void {
  const type = context.bindTypes[bind.index];
  if (!type || type.kind === 'unknown' || type.kind === 'null' || type.kind === 'object') return;
  const element = elementOf(type);
  const wantsList = LIST_OPERATORS.has(operator);
  if (wantsList && !element) {
    const message = 'IN operator must be used with an iterable expression';
    return context.report({ code: 'soql/bind-type', span: bind.span, message });
  }
  // LIKE takes one pattern or a collection of them; `=` and `!=` a collection are IN and NOT IN.
  const takesList = wantsList || ['like', '=', '!='].includes(operator);
  if (element ? takesList && fits(element, expected) : fits(type, expected)) return;
  const column = expected.field?.apexType ?? typeName(expected.form, null);
  const message = `Invalid bind expression type of ${describe(type)} for column of type ${column}`;
  context.report({ code: 'soql/bind-type', span: bind.span, message });
}

/** The element type of a List or Set; null for anything else. */
function elementOf(type: Type): Type | null {
  if (type.kind !== 'class') return null;
  const isCollection = /^System\.(List|Set|Iterable)$/.test(type.symbol.fullName);
  return isCollection ? (type.arguments[0] ?? null) : null;
}

function fits(type: Type, { form, field }: Expected): boolean {
  if (type.kind === 'unknown' || type.kind === 'null' || type.kind === 'object') return true;
  if (type.kind === 'sobject') return form === 'id';
  if (type.kind === 'class') return type.symbol.kind === 'enum' && form === 'text';
  if (type.kind !== 'primitive') return false;
  return BINDS[form].includes(type.name) || field?.type === 'ANYTYPE';
}
