import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitSoql(expression: Ir<'soql'>, fn: FunctionContext): Code {
  return emitQuery(expression, expression.shape, fn);
}

/** The rows of a loop: they come in portions on the platform, which therefore never holds all of them. */
export function emitRows(expression: Ir<'soql'>, fn: FunctionContext): Code {
  return emitQuery(expression, 'rows', fn);
}

function emitQuery(
  expression: Ir<'soql'>,
  shapeName: Ir<'soql'>['shape'] | 'rows',
  fn: FunctionContext,
): Code {
  const query = fn.links.query(expression.query);
  const access = accessOf(expression);
  const shape = JSON.stringify(shapeName);
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
