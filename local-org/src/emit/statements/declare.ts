import { emitExpression } from '../expressions/expression.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { IrS } from './statement.ts';

export function emitDeclare({ local, value }: IrS<'declare'>, fn: FunctionContext): Code {
  return [fn.local(local), ' = ', value ? emitExpression(value, fn) : 'null', ';'];
}
