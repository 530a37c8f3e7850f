import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';

export function emitLogical(expression: Ir<'logical'>, fn: FunctionContext): Code {
  const left = emitNotNull(expression.left, fn);
  return ['(', left, ` ${expression.operator} `, emitNotNull(expression.right, fn), ')'];
}
