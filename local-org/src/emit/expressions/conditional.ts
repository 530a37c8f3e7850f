import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitCondition } from './operand.ts';

export function emitConditional(expression: Ir<'conditional'>, fn: FunctionContext): Code {
  const condition = emitCondition(expression.condition, fn);
  const then = emitExpression(expression.then, fn);
  return ['(', condition, ' ? ', then, ' : ', emitExpression(expression.otherwise, fn), ')'];
}
