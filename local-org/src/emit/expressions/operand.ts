import type { IrExpression } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { neverNull } from '../../ir/never-null.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

/** A value that must not be null here: with a check where it could be. */
export function emitNotNull(expression: IrExpression, fn: FunctionContext): Code {
  const code = emitExpression(expression, fn);
  return neverNull(expression) ? code : ['$n(', code, ')'];
}

/** A condition: a Boolean that is null is the platform's NullPointerException. */
export function emitCondition(expression: IrExpression, fn: FunctionContext): Code {
  return emitNotNull(expression, fn);
}

/** Arguments in order, with commas. */
export function emitArguments(list: readonly IrExpression[], fn: FunctionContext): Code {
  return list.flatMap((argument, index) => [index === 0 ? '' : ', ', emitExpression(argument, fn)]);
}

/** A concatenation inside of another one, whose length is looked at as a whole. */
function emitPart({ left, right }: Ir<'arithmetic'>, fn: FunctionContext): Code {
  return ['(', emitText(left, fn), ' + ', emitText(right, fn), ')'];
}

/** A side of a concatenation: what is not a text already is turned into one, `null` included. */
export function emitText(expression: IrExpression, fn: FunctionContext): Code {
  if (expression.kind === 'arithmetic' && expression.operands === 'string') return emitPart(expression, fn);
  const code = emitExpression(expression, fn);
  const isText = expression.type.kind === 'primitive' && expression.type.name === 'String';
  return isText && neverNull(expression) ? code : ['$s(', code, ')'];
}
