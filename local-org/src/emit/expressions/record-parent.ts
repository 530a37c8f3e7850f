import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import type { Place } from './place.ts';
import { emitAccess, namedPlace } from './record-access.ts';

export function emitRecordParent(expression: Ir<'recordParent'>, fn: FunctionContext): Code {
  return emitAccess(expression, 'parent', keyOf(expression), fn);
}

export function recordParentPlace(
  expression: Ir<'recordParent'>,
  fn: FunctionContext,
  isRead: boolean,
): Place {
  return namedPlace(expression, keyOf(expression), { read: 'parent', write: 'setParent' }, fn, isRead);
}

function keyOf({ relationship }: Ir<'recordParent'>): string {
  return JSON.stringify(relationship.toLowerCase());
}
