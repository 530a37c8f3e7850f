import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitCondition } from './operand.ts';

export function emitConditional(expression: Ir<'conditional'>, fn: FunctionContext): Code {
  const condition = emitCondition(expression.condition, fn);
  const then = emitExpression(expression.then, fn);
  return ['(', condition, ' ? ', then, ' : ', emitExpression(expression.otherwise, fn), ')'];
}

export function emitCoalesce(expression: Ir<'coalesce'>, fn: FunctionContext): Code {
  return ['(', emitExpression(expression.left, fn), ' ?? ', emitExpression(expression.right, fn), ')'];
}

/** `target?.then`: the target is evaluated once. */
export function emitSafe(expression: Ir<'safe'>, fn: FunctionContext): Code {
  const local = fn.local(expression.local);
  const target = emitExpression(expression.target, fn);
  return ['((', local, ' = ', target, ') === null ? null : ', emitExpression(expression.then, fn), ')'];
}
