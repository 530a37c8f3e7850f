import type { ObjectModel } from '../../schema/model.ts';
import { HttpError } from '../back/reply.ts';
import { needPath, textOfPath } from './field-paths.ts';
import { literal, type Session } from './session.ts';

type Value = string | number | boolean | null | readonly Value[] | Fields;
interface Fields {
  readonly [name: string]: Value;
}

const TOKEN =
  /\s*(?:(?<text>"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<sign>[{}[\]:,]))\s*/y;
const COMPARISONS: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  like: 'LIKE',
};
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * The condition of SOQL for the parameter `where` of list records: a filter in the syntax of GraphQL, such as
 * `{ and: [{ Name: { like: "A%" } }, { Id: { gt: "001…" } }] }`. Dates and fields of other records are not supported.
 */
export function conditionOfWhere(session: Session, object: ObjectModel, where: string): string {
  return conditionOf(session, object, parse(where));
}

function conditionOf(session: Session, object: ObjectModel, value: Value): string {
  const parts = Object.entries(fieldsOf(value)).map(([name, inner]) => {
    if (name === 'not') return `(NOT ${conditionOf(session, object, inner)})`;
    if (name === 'and' || name === 'or') {
      const each = (Array.isArray(inner) ? inner : [inner]).map((one: Value) =>
        conditionOf(session, object, one),
      );
      return `(${each.join(` ${name.toUpperCase()} `)})`;
    }
    return fieldCondition(session, object, name, fieldsOf(inner));
  });
  if (parts.length === 0) throw refusal('an empty filter');
  return `(${parts.join(' AND ')})`;
}

function fieldCondition(session: Session, object: ObjectModel, name: string, operators: Fields): string {
  const path = needPath(session, object, name);
  if (path.field.type === 'DATE' || path.field.type === 'DATETIME') throw refusal(`the date ${name}`);
  const field = textOfPath(path);
  return Object.entries(operators)
    .map(([operator, value]) => {
      const comparison = COMPARISONS[operator];
      if (comparison) return `${field} ${comparison} ${soqlOf(value)}`;
      if ((operator === 'in' || operator === 'nin') && Array.isArray(value))
        return `${field} ${operator === 'in' ? 'IN' : 'NOT IN'} (${value.map(soqlOf).join(', ')})`;
      throw refusal(`${name}.${operator}`);
    })
    .join(' AND ');
}

function soqlOf(value: Value): string {
  if (typeof value === 'string') return literal(value);
  if (value === null || typeof value !== 'object') return String(value);
  throw refusal('a value that is a list or an object');
}

function fieldsOf(value: Value): Fields {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Fields;
  throw refusal(`${JSON.stringify(value)} in place of an object`);
}

function refusal(what: string): HttpError {
  return new HttpError(400, 'INVALID_FILTER', `The local org does not understand in "where": ${what}.`);
}

/** A value of GraphQL without variables. */
function parse(source: string): Value {
  const tokens = tokensOf(source);
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at++] ?? '';
    if (token === '' || (expected !== undefined && token !== expected))
      throw refusal(`"${token || 'the end'}"${expected ? ` in place of "${expected}"` : ''}`);
    return token;
  };
  const until = (end: string, each: () => void): void => {
    while (tokens[at] !== end) {
      each();
      if (tokens[at] === ',') at += 1;
    }
    take(end);
  };
  const value = (): Value => {
    const token = take();
    if (token === '{') {
      const fields: Record<string, Value> = {};
      until('}', () => {
        const name = take();
        take(':');
        fields[name] = value();
      });
      return fields;
    }
    if (token === '[') {
      const list: Value[] = [];
      until(']', () => list.push(value()));
      return list;
    }
    if (token in WORDS) return WORDS[token] ?? null;
    if (token.startsWith('"') || /^-?\d/.test(token)) return JSON.parse(token) as string | number;
    throw refusal(`"${token}"`);
  };
  const whole = value();
  if (at < tokens.length) throw refusal(`"${tokens[at] ?? ''}" after the filter`);
  return whole;
}

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (!found) throw refusal(`"${source.slice(start, start + 20)}"`);
    tokens.push(found[0].trim());
  }
  return tokens;
}
