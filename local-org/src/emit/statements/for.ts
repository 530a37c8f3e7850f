import { emitCondition } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import { join, type Code } from '../writer.ts';
import { emitUnused } from './expression-statement.ts';
import { emitBody, emitStatement, type IrS } from './statement.ts';

export function emitFor(statement: IrS<'for'>, fn: FunctionContext): Code {
  const initial = statement.initial.map((part) => emitStatement(part, fn));
  const condition = statement.condition ? emitCondition(statement.condition, fn) : '';
  const update = statement.update.map((expression) => emitUnused(expression, fn));
  return [...initial, 'for (; ', condition, '; ', join(update, ', '), ') ', emitBody(statement.body, fn)];
}
