import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import type { Place } from './place.ts';
import { emitAccess, namedPlace } from './record-access.ts';

export function emitRecordField(expression: Ir<'recordField'>, fn: FunctionContext): Code {
  return emitAccess(expression, 'get', keyOf(expression), fn);
}

export function recordFieldPlace(expression: Ir<'recordField'>, fn: FunctionContext, isRead: boolean): Place {
  return namedPlace(expression, keyOf(expression), { read: 'get', write: 'put' }, fn, isRead);
}

function keyOf({ name }: Ir<'recordField'>): string {
  return JSON.stringify(name.toLowerCase());
}
