import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';

export function emitOnlyRecord({ list }: Ir<'onlyRecord'>, fn: FunctionContext): Code {
  return ['$rt.onlyRecord(', emitExpression(list, fn), ')'];
}
