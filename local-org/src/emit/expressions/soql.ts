import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitSoql(expression: Ir<'soql'>, fn: FunctionContext): Code {
  const query = fn.links.query(expression.query);
  const access = JSON.stringify(expression.query.access ?? expression.access);
  const shape = JSON.stringify(expression.shape);
  return [`$rt.query(${query}, [`, emitArguments(expression.binds, fn), `], ${access}, ${shape})`];
}
