import { emitCondition } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitBody, type IrS } from './statement.ts';

export function emitIf(statement: IrS<'if'>, fn: FunctionContext): Code {
  const head = ['if (', emitCondition(statement.condition, fn), ') ', emitBody(statement.then, fn)];
  return statement.otherwise ? [...head, 'else ', emitBody(statement.otherwise, fn)] : head;
}
