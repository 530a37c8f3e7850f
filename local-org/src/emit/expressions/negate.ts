import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';

export function emitNegate(expression: Ir<'negate'>, fn: FunctionContext): Code {
  const operand = emitNotNull(expression.operand, fn);
  switch (expression.operands) {
    case 'integer':
      return ['(-', operand, ' | 0)'];
    case 'long':
      return ['BigInt.asIntN(64, -', operand, ')'];
    default:
      return [`$rt.${expression.operands}.negate(`, operand, ')'];
  }
}
