import type { Type } from '../types/type.ts';
import type { World } from '../types/world.ts';
import { SOBJECT, sameType } from '../types/make.ts';
import { isNumber, primitiveName, widerNumber } from './operand-kinds.ts';

/** The type of `c ? a : b` and `a ?? b`; null when the two have none in common. */
export function commonType(a: Type, b: Type, world: World): Type | null {
  if (a.kind === 'unknown' || b.kind === 'unknown') return { kind: 'unknown' };
  if (a.kind === 'void' || b.kind === 'void') return null;
  if (a.kind === 'null') return b;
  if (b.kind === 'null' || sameType(a, b)) return a;
  return commonPrimitive(a, b, world) ?? assignableOne(a, b, world) ?? commonAncestor(a, b, world);
}

/** Where each fits the other, the one that keeps every value: Decimal before Double, String before Id. */
function commonPrimitive(a: Type, b: Type, world: World): Type | null {
  const names = [primitiveName(a), primitiveName(b)] as const;
  if (isNumber(names[0]) && isNumber(names[1])) return world.primitive(widerNumber(names[0], names[1]));
  return names.includes('Id') && names.includes('String') ? world.primitive('String') : null;
}

function assignableOne(a: Type, b: Type, world: World): Type | null {
  if (world.isAssignable(b, a)) return a;
  return world.isAssignable(a, b) ? b : null;
}

function commonAncestor(a: Type, b: Type, world: World): Type | null {
  if (a.kind === 'sobject' && b.kind === 'sobject') return SOBJECT;
  for (let type = world.superTypeOf(a); type && type.kind !== 'object'; type = world.superTypeOf(type)) {
    if (world.isAssignable(b, type)) return type;
  }
  return commonInterface(a, b, world);
}

function commonInterface(a: Type, b: Type, world: World): Type | null {
  for (let type: Type | null = a; type?.kind === 'class'; type = world.superTypeOf(type)) {
    const shared = type.symbol.interfaces.find((candidate) => world.isAssignable(b, candidate));
    if (shared) return shared;
  }
  return null;
}
