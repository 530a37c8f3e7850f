import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

export function emitCoalesce(expression: Ir<'coalesce'>, fn: FunctionContext): Code {
  return ['(', emitExpression(expression.left, fn), ' ?? ', emitExpression(expression.right, fn), ')'];
}
