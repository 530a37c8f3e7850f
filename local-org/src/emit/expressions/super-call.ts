import type { FunctionContext } from '../module.ts';
import { property } from '../names.ts';
import { at, type Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitSuperCall(expression: Ir<'superCall'>, fn: FunctionContext): Code {
  const name = at(expression.span, 'super', property(expression.method.jsName), '(');
  return [name, emitArguments(expression.arguments, fn), ')'];
}
