import type { OperandKind } from '../ir/ir.ts';
import type { PrimitiveName, Type } from '../types/type.ts';

const NUMBERS: readonly PrimitiveName[] = ['Integer', 'Long', 'Double', 'Decimal'];

const KINDS: Readonly<Record<PrimitiveName, OperandKind>> = {
  Boolean: 'boolean',
  Integer: 'integer',
  Long: 'long',
  Double: 'double',
  Decimal: 'decimal',
  String: 'string',
  Id: 'id',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
  Blob: 'reference',
};

export function primitiveName(type: Type): PrimitiveName | null {
  return type.kind === 'primitive' ? type.name : null;
}

export function isNumber(name: PrimitiveName | null): name is PrimitiveName {
  return name !== null && NUMBERS.includes(name);
}

export function isWholeNumber(name: PrimitiveName | null): name is 'Integer' | 'Long' {
  return name === 'Integer' || name === 'Long';
}

/** The type that two numbers are calculated in: the later one of Integer, Long, Double, Decimal. */
export function widerNumber(a: PrimitiveName, b: PrimitiveName): PrimitiveName {
  return NUMBERS.indexOf(a) >= NUMBERS.indexOf(b) ? a : b;
}

export function operandKind(name: PrimitiveName): OperandKind {
  return KINDS[name];
}
