import type { ArithmeticOperator, OperandKind } from '../ir/ir.ts';
import type { PrimitiveName, Type } from '../types/type.ts';
import { isNumber, isWholeNumber, operandKind, primitiveName, widerNumber } from './operand-kinds.ts';

/** How an arithmetic operator works on two types; a side that is null is taken as it is. */
export interface Arithmetic {
  readonly operands: OperandKind;
  readonly left: PrimitiveName | null;
  readonly right: PrimitiveName | null;
  readonly result: PrimitiveName;
}

/** The rule for two types; null when Apex has no such operation. */
export function arithmeticRule(operator: ArithmeticOperator, left: Type, right: Type): Arithmetic | null {
  const a = primitiveName(left);
  const b = primitiveName(right);
  switch (operator) {
    case '+':
      if (a === 'String' || b === 'String') return concatenation(left, right);
      return numeric(a, b) ?? moment(a, b);
    case '-':
      return numeric(a, b) ?? moment(a, b);
    case '*':
    case '/':
      return numeric(a, b);
    case '&':
    case '|':
    case '^':
      return bitwise(a, b);
    default:
      return shift(a, b);
  }
}

function concatenation(left: Type, right: Type): Arithmetic | null {
  if (left.kind === 'void' || right.kind === 'void') return null;
  return { operands: 'string', left: null, right: null, result: 'String' };
}

function numeric(a: PrimitiveName | null, b: PrimitiveName | null): Arithmetic | null {
  return isNumber(a) && isNumber(b) ? inOneKind(widerNumber(a, b)) : null;
}

/** Date and days, Datetime and days with fractions, Time and milliseconds. */
function moment(a: PrimitiveName | null, b: PrimitiveName | null): Arithmetic | null {
  if ((a === 'Date' || a === 'Time') && isWholeNumber(b)) {
    return { operands: operandKind(a), left: null, right: 'Integer', result: a };
  }
  if (a === 'Datetime' && isNumber(b))
    return { operands: 'datetime', left: null, right: 'Decimal', result: a };
  return null;
}

function bitwise(a: PrimitiveName | null, b: PrimitiveName | null): Arithmetic | null {
  if (a === 'Boolean' && b === 'Boolean') return inOneKind('Boolean');
  return isWholeNumber(a) && isWholeNumber(b) ? inOneKind(widerNumber(a, b)) : null;
}

/** A shift has the type of its left side; the number of bits is an Integer. */
function shift(a: PrimitiveName | null, b: PrimitiveName | null): Arithmetic | null {
  if (!isWholeNumber(a) || !isWholeNumber(b)) return null;
  return { operands: operandKind(a), left: a, right: 'Integer', result: a };
}

function inOneKind(name: PrimitiveName): Arithmetic {
  return { operands: operandKind(name), left: name, right: name, result: name };
}
