import { emitExpression } from '../expressions/expression.ts';
import { emitNotNull } from '../expressions/operand.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { IrS } from './statement.ts';

export function emitDml(statement: IrS<'dml'>, fn: FunctionContext): Code {
  const value = emitNotNull(statement.value, fn);
  const second = statement.second && !statement.externalId ? emitExpression(statement.second, fn) : 'null';
  const field = JSON.stringify(statement.externalId?.field ?? null);
  const access = JSON.stringify(statement.access);
  return [`$rt.dml(${JSON.stringify(statement.operation)}, `, value, `, ${access}, ${field}, `, second, ');'];
}
