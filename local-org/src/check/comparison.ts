import type { OperandKind } from '../ir/ir.ts';
import type { PrimitiveName, Type } from '../types/type.ts';
import type { World } from '../types/world.ts';
import { isNumber, operandKind, primitiveName, widerNumber } from './operand-kinds.ts';

/** What both sides are compared as; `as` null when they stay as they are. */
export interface Comparison {
  readonly operands: OperandKind;
  readonly as: PrimitiveName | null;
}

const REFERENCE: Comparison = { operands: 'reference', as: null };
const ORDERED: readonly PrimitiveName[] = ['String', 'Id', 'Date', 'Datetime', 'Time'];

/** `<`, `<=`, `>`, `>=`; null when Apex has no order for the two types. */
export function orderRule(left: Type, right: Type): Comparison | null {
  const a = primitiveName(left);
  const b = primitiveName(right);
  if (a === null || b === null) return null;
  if (isNumber(a) && isNumber(b)) return as(widerNumber(a, b));
  if (a === b && ORDERED.includes(a)) return as(a);
  return mixed(a, b);
}

/** `==` and `!=`; null when the types have nothing in common. */
export function equalityRule(left: Type, right: Type, world: World): Comparison | null {
  if (left.kind === 'void' || right.kind === 'void') return null;
  const a = primitiveName(left);
  const b = primitiveName(right);
  if (a !== null && b !== null) {
    if (isNumber(a) && isNumber(b)) return as(widerNumber(a, b));
    return a === b ? as(a) : mixed(a, b);
  }
  if (isOpen(left) && isOpen(right)) return REFERENCE;
  if (left.kind === 'null') return b === null ? REFERENCE : as(b);
  if (right.kind === 'null') return a === null ? REFERENCE : as(a);
  if (isOpen(left) || isOpen(right)) return REFERENCE;
  return haveCommonValues(left, right, world) ? REFERENCE : null;
}

/** `===` and `!==` are for references: two primitives have none. */
export function identityRule(left: Type, right: Type, world: World): Comparison | null {
  if (primitiveName(left) !== null && primitiveName(right) !== null) return null;
  return equalityRule(left, right, world);
}

export function haveCommonValues(left: Type, right: Type, world: World): boolean {
  return (
    world.isAssignable(left, right) ||
    world.isAssignable(right, left) ||
    world.isCastable(left, right) ||
    world.isCastable(right, left)
  );
}

/** Types whose values may be anything. */
function isOpen(type: Type): boolean {
  return type.kind === 'object' || type.kind === 'unknown';
}

function mixed(a: PrimitiveName, b: PrimitiveName): Comparison | null {
  const pair = [a, b];
  if (pair.includes('Id') && pair.includes('String')) return as('Id');
  if (pair.includes('Date') && pair.includes('Datetime')) return as('Datetime');
  return null;
}

function as(name: PrimitiveName): Comparison {
  return { operands: operandKind(name), as: name };
}
