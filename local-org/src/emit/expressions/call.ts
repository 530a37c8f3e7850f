import type { FunctionContext } from '../module.ts';
import { property } from '../names.ts';
import { at, type Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitHeld, holdsArguments } from './late-check.ts';
import { emitArguments } from './operand.ts';

/** A method of an object, chosen by what the object is. */
export function emitCall(expression: Ir<'call'>, fn: FunctionContext): Code {
  if (isUniversal(expression)) {
    const target = emitExpression(expression.target, fn);
    const args = expression.arguments.length ? [', ', emitArguments(expression.arguments, fn)] : '';
    return [`$rt.universal[${JSON.stringify(expression.method.jsName)}]($n(`, target, ')', args, ')'];
  }
  const name = at(expression.span, property(expression.method.jsName), '(');
  if (holdsArguments(expression.target, expression.arguments)) {
    return emitHeld(expression.target, expression.arguments, fn, (held, list) => [held, name, list, ')']);
  }
  return [emitExpression(expression.target, fn), name, emitArguments(expression.arguments, fn), ')'];
}

const UNIVERSAL = new Set(['equals/1', 'hashcode/0', 'tostring/0']);

/** `equals`, `hashCode` and `toString` of a target that may be any value, also one without methods in JavaScript. */
function isUniversal(expression: Ir<'call'>): boolean {
  return expression.method.owner.origin === 'platform' && UNIVERSAL.has(expression.method.jsName);
}
