import { property } from '../names.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { assignable, type Place } from './place.ts';

export function emitSuperField({ field }: Ir<'superField'>): Code {
  return ['super', property(field.jsName)];
}

export function superFieldPlace(expression: Ir<'superField'>): Place {
  return assignable([], emitSuperField(expression));
}
