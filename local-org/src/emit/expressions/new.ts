import type { FunctionContext } from '../module.ts';
import { constructorName, property, sourceClass } from '../names.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitArguments } from './operand.ts';

export function emitNew(expression: Ir<'new'>, fn: FunctionContext): Code {
  const args = emitArguments(expression.arguments, fn);
  const own = sourceClass(expression.type);
  if (own) {
    const jsClass = fn.links.jsClass(own.fullName);
    return ['new ', jsClass, '()', property(constructorName(expression.method)), '(', args, ')'];
  }
  const { method, type } = expression;
  const rest = expression.arguments.length ? [', ', args] : '';
  const owner = type.kind === 'class' ? type.symbol.fullName : 'System.SObject';
  const made = fn.links.library(owner, 'constructor_', method?.jsName ?? '()');
  return [made, '(', fn.links.type(type), rest, ')'];
}
