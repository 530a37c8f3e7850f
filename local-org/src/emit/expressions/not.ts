import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';

export function emitNot(expression: Ir<'not'>, fn: FunctionContext): Code {
  return ['!', emitNotNull(expression.operand, fn)];
}
