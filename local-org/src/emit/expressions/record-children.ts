import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitAccess } from './record-access.ts';

export function emitRecordChildren(expression: Ir<'recordChildren'>, fn: FunctionContext): Code {
  return emitAccess(expression, 'children', JSON.stringify(expression.relationship.toLowerCase()), fn);
}
