import type { FunctionContext } from '../module.ts';
import { memberName } from '../members.ts';
import { property } from '../names.ts';
import { at, type Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { assignable, once, type Place } from './place.ts';

export function emitField({ target, field, span }: Ir<'field'>, fn: FunctionContext): Code {
  return [emitExpression(target, fn), at(span, property(memberName(field, fn)))];
}

export function fieldPlace(
  { target, field, span }: Ir<'field'>,
  fn: FunctionContext,
  isRead: boolean,
): Place {
  const before: Code[] = [];
  const owner = once(target, fn, before, isRead);
  return assignable(before, [owner, at(span, property(memberName(field, fn)))]);
}
