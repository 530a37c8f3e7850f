import type { IrConversion } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { neverNull } from '../../ir/never-null.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

/** Calls the conversion; null stays null inside of it. */
export function convertCode(conversion: IrConversion, code: Code): Code {
  if (conversion.from === 'Id' && conversion.to === 'String') return code;
  return [`$rt.convert.${conversion.from.toLowerCase()}To${conversion.to}(`, code, ')'];
}

export function emitConvert(expression: Ir<'convert'>, fn: FunctionContext): Code {
  const { from, to } = expression.conversion;
  const operand = emitExpression(expression.operand, fn);
  if (from === 'Integer' && to === 'Long' && neverNull(expression.operand)) return ['BigInt(', operand, ')'];
  return convertCode(expression.conversion, operand);
}

export function emitCast(expression: Ir<'cast'>, fn: FunctionContext): Code {
  const operand = emitExpression(expression.operand, fn);
  if (expression.type.kind === 'object') return operand;
  return ['$rt.cast(', fn.links.type(expression.type), ', ', operand, ')'];
}

export function emitInstanceOf(expression: Ir<'instanceOf'>, fn: FunctionContext): Code {
  const operand = emitExpression(expression.operand, fn);
  return ['$rt.isInstance(', fn.links.type(expression.of), ', ', operand, ')'];
}
