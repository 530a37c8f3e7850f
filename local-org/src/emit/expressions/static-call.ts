import type { FunctionContext } from '../module.ts';
import { property } from '../names.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitStaticCall(expression: Ir<'staticCall'>, fn: FunctionContext): Code {
  const owner = fn.links.jsClass(expression.method.owner.fullName);
  return [owner, property(expression.method.jsName), '(', emitArguments(expression.arguments, fn), ')'];
}
