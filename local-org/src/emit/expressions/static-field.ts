import type { FunctionContext } from '../module.ts';
import { isAsked, memberName, statics } from '../members.ts';
import { property } from '../names.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { assignable, type Place } from './place.ts';

export function emitStaticField({ field }: Ir<'staticField'>, fn: FunctionContext): Code {
  if (isAsked(field, fn)) return `${fn.links.jsClass(field.owner.fullName)}.$get_${field.jsName}()`;
  return [statics(field, fn), property(memberName(field, fn))];
}

export function staticFieldPlace(expression: Ir<'staticField'>, fn: FunctionContext): Place {
  const { field } = expression;
  const read = emitStaticField(expression, fn);
  if (!isAsked(field, fn)) return assignable([], read);
  const setter = `${fn.links.jsClass(field.owner.fullName)}.$set_${field.jsName}(`;
  return { before: [], read, write: (value) => [setter, value, ')'], plain: false };
}
