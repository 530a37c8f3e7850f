import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

export function emitCast(expression: Ir<'cast'>, fn: FunctionContext): Code {
  const operand = emitExpression(expression.operand, fn);
  if (expression.type.kind === 'object') return operand;
  return ['$rt.cast(', fn.links.type(expression.type), ', ', operand, ')'];
}
