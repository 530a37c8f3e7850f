import { neverNull } from '../../ir/never-null.ts';
import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';
import { called, once, type Place } from './place.ts';
import { emitAccess } from './record-access.ts';

export function emitElement(expression: Ir<'element'>, fn: FunctionContext): Code {
  return emitAccess(expression, 'at', emitNotNull(expression.index, fn), fn);
}

export function elementPlace(expression: Ir<'element'>, fn: FunctionContext, isRead: boolean): Place {
  const before: Code[] = [];
  const owner = once(expression.target, fn, before, isRead);
  const index = indexOf(expression, fn, before, isRead);
  return called(before, owner, expression, index, { read: 'at', write: 'put' });
}

function indexOf({ index }: Ir<'element'>, fn: FunctionContext, before: Code[], isRead: boolean): Code {
  if (!isRead) return emitNotNull(index, fn);
  const held = once(index, fn, before, true);
  return neverNull(index) ? held : ['$n(', held, ')'];
}
