import type { FunctionContext } from '../module.ts';
import { at, type Code } from '../writer.ts';
import type { Ir } from './expression.ts';

/**
 * What was reported as not supported refuses. Integers, texts and Booleans are JavaScript's own; a Decimal or Double is
 * made once per module.
 */
export function emitLiteral(expression: Ir<'literal'>, fn: FunctionContext): Code {
  const { value, type } = expression;
  if (type.kind === 'unknown') return at(expression.span, '$rt.refuse()');
  if (value === null) return 'null';
  switch (expression.literal) {
    case 'decimal':
      return fn.links.decimal(String(value));
    case 'double':
      return fn.links.double(String(value));
    case 'long':
      return BigInt(value) < 0n ? `(${value}n)` : `${value}n`;
    case 'integer':
      return Number(value) < 0 ? `(${value})` : String(value);
    case 'string':
      return JSON.stringify(value);
    default:
      return String(value);
  }
}
