import type { IrConversion } from '../../ir/ir.ts';
import { neverNull } from '../../ir/never-null.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

export function emitConvert(expression: Ir<'convert'>, fn: FunctionContext): Code {
  const { from, to } = expression.conversion;
  const operand = emitExpression(expression.operand, fn);
  if (from === 'Integer' && to === 'Long' && neverNull(expression.operand)) return ['BigInt(', operand, ')'];
  return convertCode(expression.conversion, operand);
}

/** Calls the conversion; null stays null inside of it. */
export function convertCode(conversion: IrConversion, code: Code): Code {
  if (conversion.from === 'Id' && conversion.to === 'String') return code;
  return [`$rt.convert.${conversion.from.toLowerCase()}To${conversion.to}(`, code, ')'];
}
