import type { SoqlValue } from '../syntax/soql.ts';
import { valueSql } from './conditions.ts';
import { compareWithDays } from './compare-days.ts';
import { equalsText, likeText } from './compare-texts.ts';
import { isFolded, type Expression, type StatementContext } from './expressions.ts';
import { joined, parameter, raw, sql, type BindContext, type Fragment } from './fragment.ts';
import { elementsOf, isEmpty, storedLiteral, toStored } from './values.ts';
import type { Stored } from '../data/columns.ts';
import { folded, foldedSql } from '../data/text-compare.ts';

/** IN and NOT IN a list; a bound list is one JSON text, however long it is. */
export function compareList(
  left: Expression,
  operator: 'in' | 'notIn',
  right: SoqlValue,
  context: StatementContext,
): Fragment {
  const inside =
    right.kind === 'bind' ? boundList(left, right.index, context) : writtenList(left, right, context);
  return operator === 'in' ? inside : sql`(${inside} IS NOT TRUE)`;
}

function boundList(left: Expression, index: number, context: StatementContext): Fragment {
  const json = parameter((bound) => jsonOf(storedElements(bound, index, left)));
  const inside =
    context.texts !== 'plain' && isFolded(left)
      ? equalsText(left, context.texts, (bound) => storedElements(bound, index, left).map(String))
      : sql`${left.sql} IN (SELECT value FROM json_each(${json}))`;
  return context.shapes[index] === 'listWithNull' ? sql`(${inside} OR ${isMissing(left)})` : inside;
}

function writtenList(left: Expression, right: SoqlValue, { shapes, texts }: StatementContext): Fragment {
  const values = right.kind === 'list' ? right.values : [];
  const isNull = (value: SoqlValue): boolean =>
    value.kind === 'bind'
      ? shapes[value.index] === 'null'
      : value.kind === 'null' || (value.kind === 'string' && value.value === '');
  const ranges = values.flatMap((value) =>
    value.kind === 'dateLiteral' ? [compareWithDays(left, '=', value.name, value.count)] : [],
  );
  const plain = values.filter((value) => value.kind !== 'dateLiteral' && !isNull(value));
  const parts = [...ranges];
  if (plain.length > 0 && texts !== 'plain' && isFolded(left)) {
    parts.push(equalsText(left, texts, (context) => plain.flatMap((value) => textsOf(value, left)(context))));
  } else if (plain.length > 0) {
    const list = plain.map((value) => valueSql(value, left));
    parts.push(sql`${left.sql} IN (${joined(list, ', ')})`);
  }
  if (values.some(isNull)) parts.push(isMissing(left));
  return parts.length > 0 ? sql`(${joined(parts, ' OR ')})` : raw('0');
}

function isMissing(left: Expression): Fragment {
  return left.form === 'boolean' ? sql`${left.sql} = 0` : sql`${left.sql} IS NULL`;
}

/** LIKE one pattern or any of a list of them. */
export function comparePatterns(left: Expression, right: SoqlValue, { texts }: StatementContext): Fragment {
  if (right.kind !== 'bind' && texts === 'plain')
    return sql`${left.sql} LIKE ${valueSql(right, left)} ESCAPE '\\'`;
  return likeText(left, texts, textsOf(right, left));
}

/** The texts that a value is when the statement runs; those of an empty bind are none. */
export function textsOf(value: SoqlValue, left: Expression): (context: BindContext) => string[] {
  if (value.kind !== 'bind') return () => [String(storedLiteral(value, left.form))];
  return (context) => storedElements(context, value.index, left).map(String);
}

/** INCLUDES and EXCLUDES: all values of one of the texts, `'a;b'`, are among the chosen ones. */
export function compareChoices(
  left: Expression,
  operator: 'includes' | 'excludes',
  right: SoqlValue,
): Fragment {
  const json = parameter((context) =>
    JSON.stringify(choicesOf(right, context).map((text) => folded(text).split(';'))),
  );
  const chosen = raw(foldedSql(`';' || IFNULL(${left.sql.text}, '') || ';'`));
  const missing = sql`SELECT 1 FROM json_each(choice.value) AS part WHERE instr(${chosen}, ';' || part.value || ';') = 0`;
  const exists = operator === 'includes' ? 'EXISTS' : 'NOT EXISTS';
  return sql`${exists} (SELECT 1 FROM json_each(${json}) AS choice WHERE NOT EXISTS (${missing}))`;
}

function choicesOf(right: SoqlValue, context: BindContext): string[] {
  if (right.kind === 'bind') {
    const bound = context.binds[right.index];
    return (elementsOf(bound) ?? [bound]).filter((each) => !isEmpty(each)).map(String);
  }
  const values = right.kind === 'list' ? right.values : [right];
  return values.flatMap((value) =>
    value.kind === 'bind' ? choicesOf(value, context) : String(storedLiteral(value, 'text')),
  );
}

function storedElements({ binds, timeZone }: BindContext, index: number, { form }: Expression): Stored[] {
  const elements = elementsOf(binds[index]) ?? [binds[index]];
  return elements.filter((each) => !isEmpty(each)).map((each) => toStored(each, form, timeZone));
}

/** JSON has no limit for the digits of a Long, `JSON.stringify` has. */
function jsonOf(values: readonly Stored[]): string {
  return `[${values.map((value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value))).join(',')}]`;
}
