import { emitCondition } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitBody, type IrS } from './statement.ts';

export function emitDoWhile({ condition, body }: IrS<'doWhile'>, fn: FunctionContext): Code {
  return ['do ', emitBody(body, fn), 'while (', emitCondition(condition, fn), ');'];
}
