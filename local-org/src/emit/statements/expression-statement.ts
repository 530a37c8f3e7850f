import type { IrExpression } from '../../ir/ir.ts';
import { emitAssignStatement } from '../expressions/assign.ts';
import { emitExpression } from '../expressions/expression.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { IrS } from './statement.ts';

export function emitExpressionStatement({ expression }: IrS<'expression'>, fn: FunctionContext): Code {
  return [emitUnused(expression, fn), ';'];
}

/** `x = 1;` and `i++;` need not give their value. */
export function emitUnused(expression: IrExpression, fn: FunctionContext): Code {
  if (expression.kind === 'assign') return emitAssignStatement(expression, fn);
  if (expression.kind === 'compound') return emitExpression({ ...expression, result: 'new' }, fn);
  return emitExpression(expression, fn);
}
