import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';

/** A value of an enum: made once per program. */
export function emitEnumConstant({ type, name }: Ir<'enumConstant'>, fn: FunctionContext): Code {
  return fn.links.enumConstant(type, name);
}
