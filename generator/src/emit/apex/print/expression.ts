/**
 * Apex expressions, and how Prettier lays them out: on one line if that fits, else the outermost brackets are broken,
 * one element a line. Only the few kinds that emitted code is made of; what a kind calls is a plain name, never
 * another call, so that no chain has to be broken.
 */
import { textWidth } from '../../../text/width.ts';
import { printWidth } from './text.ts';

export type Expression =
  /** A name, a number, a string literal: never broken. */
  | string
  /** `name(a, b)`, and `new Name(a, b)` with `new Name` as its name. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  /** `new List<T>{ a, b }`, and the same for sets. */
  | { readonly kind: 'list'; readonly type: string; readonly items: readonly Expression[] }
  /** `new Map<K, V>{ a => b }`. */
  | {
      readonly kind: 'map';
      readonly type: string;
      readonly entries: readonly (readonly [string, Expression])[];
    }
  /** `(Type) value`. */
  | { readonly kind: 'cast'; readonly type: string; readonly value: Expression };

export const call = (name: string, ...args: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  args,
});
export const create = (type: string, ...args: readonly Expression[]): Expression =>
  call(`new ${type}`, ...args);
export const list = (of: string, items: readonly Expression[]): Expression => ({
  kind: 'list',
  type: `List<${of}>`,
  items,
});
export const set = (of: string, items: readonly Expression[]): Expression => ({
  kind: 'list',
  type: `Set<${of}>`,
  items,
});
export const map = (
  key: string,
  value: string,
  entries: readonly (readonly [string, Expression])[],
): Expression => ({ kind: 'map', type: `Map<${key}, ${value}>`, entries });
export const cast = (type: string, value: Expression): Expression => ({ kind: 'cast', type, value });

/** The expression on one line. */
export function flat(expression: Expression): string {
  if (typeof expression === 'string') return expression;
  switch (expression.kind) {
    case 'call':
      return `${expression.name}(${expression.args.map(flat).join(', ')})`;
    case 'list':
      return braces(
        expression.type,
        expression.items.map((item) => flat(item)),
      );
    case 'map':
      return braces(
        expression.type,
        expression.entries.map(([key, value]) => `${key} => ${flat(value)}`),
      );
    case 'cast':
      return `(${expression.type}) ${flat(expression.value)}`;
  }
}

const braces = (type: string, items: readonly string[]): string =>
  items.length === 0 ? `new ${type}()` : `new ${type}{ ${items.join(', ')} }`;

/**
 * The expression in Prettier's layout. `column` is where it begins, `indent` the indentation of its line, and `after`
 * the number of characters that follow it.
 */
export function layOut(expression: Expression, indent: number, column: number, after: number): string {
  const line = flat(expression);
  if (typeof expression === 'string' || column + textWidth(line) + after <= printWidth) return line;
  switch (expression.kind) {
    case 'cast': {
      const start = `(${expression.type}) `;
      return start + layOut(expression.value, indent, column + start.length, after);
    }
    case 'call':
      return broken(`${expression.name}(`, expression.args, ')', indent) ?? line;
    case 'list':
      return broken(`new ${expression.type}{`, expression.items, '}', indent) ?? line;
    case 'map':
      return brokenMap(expression.type, expression.entries, indent) ?? line;
  }
}

function broken(
  open: string,
  elements: readonly Expression[],
  close: string,
  indent: number,
): string | undefined {
  if (elements.length === 0) return undefined;
  const inner = indent + 2;
  const lines = elements.map((element, index) => {
    const comma = index < elements.length - 1 ? ',' : '';
    return ' '.repeat(inner) + layOut(element, inner, inner, comma.length) + comma;
  });
  return [open, ...lines, ' '.repeat(indent) + close].join('\n');
}

function brokenMap(
  type: string,
  entries: readonly (readonly [string, Expression])[],
  indent: number,
): string | undefined {
  if (entries.length === 0) return undefined;
  const inner = indent + 2;
  const lines = entries.map(([key, value], index) => {
    const comma = index < entries.length - 1 ? ',' : '';
    const start = `${key} => `;
    return ' '.repeat(inner) + start + layOut(value, inner, inner + textWidth(start), comma.length) + comma;
  });
  return [`new ${type}{`, ...lines, `${' '.repeat(indent)}}`].join('\n');
}
