import type { FunctionContext } from '../module.ts';
import { constructorName, property } from '../names.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitConstructorCall(expression: Ir<'constructorCall'>, fn: FunctionContext): Code {
  const target = expression.which === 'super' ? 'super' : 'this';
  const args = emitArguments(expression.arguments, fn);
  // `this(...)` must not run what a subclass declares under the same name.
  const name = constructorName(expression.method);
  if (target === 'super' || !expression.method) return ['super', property(name), '(', args, ')'];
  const owner = fn.links.jsClass(expression.method.owner.fullName);
  const rest = expression.arguments.length ? [', ', args] : '';
  return [owner, '.prototype', property(name), '.call(this', rest, ')'];
}
