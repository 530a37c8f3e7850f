import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

export function emitInstanceOf(expression: Ir<'instanceOf'>, fn: FunctionContext): Code {
  const operand = emitExpression(expression.operand, fn);
  return ['$rt.isInstance(', fn.links.type(expression.of), ', ', operand, ')'];
}
