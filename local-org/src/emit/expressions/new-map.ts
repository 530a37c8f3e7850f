import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

export function emitNewMap(expression: Ir<'newMap'>, fn: FunctionContext): Code {
  const entries = expression.entries.map(({ key, value }, index): Code => {
    return [index === 0 ? '' : ', ', emitExpression(key, fn), ', ', emitExpression(value, fn)];
  });
  return ['$rt.newMap(', fn.links.type(expression.type), ', [', ...entries, '])'];
}
