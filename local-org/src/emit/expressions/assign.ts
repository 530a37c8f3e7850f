import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { placeOf, preparation } from './place.ts';

export function emitAssign(expression: Ir<'assign'>, fn: FunctionContext): Code {
  const place = placeOf(expression.target, fn, false);
  const value = emitExpression(expression.value, fn);
  if (place.plain) return ['(', ...preparation(place), place.write(value), ')'];
  const held = fn.temporary();
  return ['(', ...preparation(place), held, ' = ', value, ', ', place.write(held), ', ', held, ')'];
}

/** An assignment whose value nobody wants. */
export function emitAssignStatement(expression: Ir<'assign'>, fn: FunctionContext): Code {
  const place = placeOf(expression.target, fn, false);
  return [...preparation(place), place.write(emitExpression(expression.value, fn))];
}
