import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';

export function emitNewArray(expression: Ir<'newArray'>, fn: FunctionContext): Code {
  return ['$rt.newArray(', fn.links.type(expression.type), ', ', emitNotNull(expression.size, fn), ')'];
}
