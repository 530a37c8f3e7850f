import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';

export function emitComplement(expression: Ir<'complement'>, fn: FunctionContext): Code {
  return ['(~', emitNotNull(expression.operand, fn), ')'];
}
