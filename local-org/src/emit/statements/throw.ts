import { emitNotNull } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { IrS } from './statement.ts';

export function emitThrow({ value }: IrS<'throw'>, fn: FunctionContext): Code {
  return ['throw ', emitNotNull(value, fn), ';'];
}
