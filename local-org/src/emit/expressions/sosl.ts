import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitSosl(expression: Ir<'sosl'>, fn: FunctionContext): Code {
  const query = fn.links.query(expression.query);
  const access = JSON.stringify(expression.access);
  return [`$rt.search(${query}, [`, emitArguments(expression.binds, fn), `], ${access})`];
}
