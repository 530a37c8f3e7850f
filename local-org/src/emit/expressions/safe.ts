import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

/** `target?.then`: the target is evaluated once. */
export function emitSafe(expression: Ir<'safe'>, fn: FunctionContext): Code {
  const local = fn.local(expression.local);
  const target = emitExpression(expression.target, fn);
  return ['((', local, ' = ', target, ') === null ? null : ', emitExpression(expression.then, fn), ')'];
}
