import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitSoql(expression: Ir<'soql'>, fn: FunctionContext): Code {
  const query = fn.links.query(expression.query);
  const access = accessOf(expression);
  const shape = JSON.stringify(expression.shape);
  return [`$rt.query(${query}, [`, emitArguments(expression.binds, fn), `], ${access}, ${shape})`];
}

/** The query with its binds, for what runs it by itself. */
export function emitQueryForLater(expression: Ir<'soql'>, fn: FunctionContext): Code {
  const query = fn.links.query(expression.query);
  return [
    `$rt.queryForLater(${query}, [`,
    emitArguments(expression.binds, fn),
    `], ${accessOf(expression)})`,
  ];
}

function accessOf({ query, access }: Ir<'soql'>): string {
  return JSON.stringify(query.access ?? access);
}
