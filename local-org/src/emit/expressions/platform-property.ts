import type { FunctionContext } from '../module.ts';
import type { Code } from '../writer.ts';
import type { Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';
import { once, type Place } from './place.ts';

export function emitPlatformProperty(expression: Ir<'platformProperty'>, fn: FunctionContext): Code {
  const { symbol, name, target } = expression;
  if (!target) return [fn.links.library(symbol.fullName, 'staticGetter', name), '()'];
  const getter = fn.links.library(symbol.fullName, 'getter', name);
  return [getter, '(', emitNotNull(target, fn), ')'];
}

export function platformPropertyPlace(
  { symbol, name, target }: Ir<'platformProperty'>,
  fn: FunctionContext,
): Place {
  const { links } = fn;
  if (!target) {
    const setter = links.library(symbol.fullName, 'staticSetter', name);
    const read = [links.library(symbol.fullName, 'staticGetter', name), '()'];
    return { before: [], read, write: (value) => [setter, '(', value, ')'], plain: false };
  }
  const before: Code[] = [];
  const owner = ['$n(', once(target, fn, before, true), ')'];
  const setter = links.library(symbol.fullName, 'setter', name);
  const read = [links.library(symbol.fullName, 'getter', name), '(', owner, ')'];
  return { before, read, write: (value) => [setter, '(', owner, ', ', value, ')'], plain: false };
}
