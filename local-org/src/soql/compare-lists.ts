import type { SoqlValue } from '../syntax/soql.ts';
import { valueSql } from './conditions.ts';
import { compareWithDays } from './compare-days.ts';
import type { Expression, StatementContext } from './expressions.ts';
import { joined, parameter, raw, sql, type BindContext, type Fragment } from './fragment.ts';
import { elementsOf, isEmpty, storedLiteral, toStored } from './values.ts';
import type { Stored } from '../data/columns.ts';

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

function boundList(left: Expression, index: number, { shapes }: StatementContext): Fragment {
  const json = parameter((context) => jsonOf(storedElements(context, index, left)));
  const inside = sql`${left.sql} IN (SELECT value FROM json_each(${json}))`;
  return shapes[index] === 'listWithNull' ? sql`(${inside} OR ${isMissing(left)})` : inside;
}

function writtenList(left: Expression, right: SoqlValue, { shapes }: StatementContext): Fragment {
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
  if (plain.length > 0)
    parts.push(
      sql`${left.sql} IN (${joined(
        plain.map((value) => valueSql(value, left)),
        ', ',
      )})`,
    );
  if (values.some(isNull)) parts.push(isMissing(left));
  return parts.length > 0 ? sql`(${joined(parts, ' OR ')})` : raw('0');
}

function isMissing(left: Expression): Fragment {
  return left.form === 'boolean' ? sql`${left.sql} = 0` : sql`${left.sql} IS NULL`;
}

/** LIKE one pattern or any of a list of them. A backslash takes `%` and `_` their meaning. */
export function comparePatterns(left: Expression, right: SoqlValue): Fragment {
  if (right.kind !== 'bind') return sql`${left.sql} LIKE ${valueSql(right, left)} ESCAPE '\\'`;
  const json = parameter((context) => {
    const bound = context.binds[right.index];
    return jsonOf((elementsOf(bound) ?? [bound]).filter((each) => !isEmpty(each)).map(String));
  });
  return sql`EXISTS (SELECT 1 FROM json_each(${json}) AS pattern WHERE ${left.sql} LIKE pattern.value ESCAPE '\\')`;
}

/** INCLUDES and EXCLUDES: all values of one of the texts, `'a;b'`, are among the chosen ones. */
export function compareChoices(
  left: Expression,
  operator: 'includes' | 'excludes',
  right: SoqlValue,
): Fragment {
  const json = parameter((context) =>
    JSON.stringify(choicesOf(right, context).map((text) => text.split(';'))),
  );
  const chosen = sql`lower(';' || IFNULL(${left.sql}, '') || ';')`;
  const missing = sql`SELECT 1 FROM json_each(choice.value) AS part WHERE instr(${chosen}, lower(';' || part.value || ';')) = 0`;
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
