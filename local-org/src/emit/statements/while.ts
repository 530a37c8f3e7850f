import { emitCondition } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitBody, type IrS } from './statement.ts';

export function emitWhile({ condition, body }: IrS<'while'>, fn: FunctionContext): Code {
  return ['while (', emitCondition(condition, fn), ') ', emitBody(body, fn)];
}
