import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';

export function emitClassLiteral({ of }: Ir<'classLiteral'>, fn: FunctionContext): Code {
  return ['$rt.typeValue(', fn.links.type(of), ')'];
}
