import { emitExpression } from '../expressions/expression.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { IrS } from './statement.ts';

export function emitReturn(statement: IrS<'return'>, fn: FunctionContext): Code {
  if (fn.isConstructor) return 'return this;';
  return statement.value ? ['return ', emitExpression(statement.value, fn), ';'] : 'return;';
}
