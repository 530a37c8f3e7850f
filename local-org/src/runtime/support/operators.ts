import type { Value } from '../../library/library.ts';
import { ApexDate } from '../../values/date.ts';
import type { ApexDatetime } from '../../values/datetime.ts';
import type { Decimal } from '../../values/decimal.ts';
import {
  addDoubles,
  type ApexDouble,
  divideDoubles,
  double,
  multiplyDoubles,
  subtractDoubles,
} from '../../values/double.ts';
import { apexEquals } from '../../values/equality.ts';
import { sameId } from '../../values/id.ts';
import type { ApexTime } from '../../values/time.ts';
import { throwApex } from '../faults.ts';

/*
 * The operators of Apex that are not JavaScript's, by kind of operand (`ir/ir.ts`, OperandKind). `compare` gives NaN
 * when a side is null, so that every order comparison with null is false, as on the platform. Texts and Ids differ: one
 * that is null comes before all others.
 */

const DAY = 86_400_000;
const DIVIDE_BY_ZERO = 'Divide by 0';

function divideByZero(): never {
  return throwApex('System.MathException', DIVIDE_BY_ZERO);
}

type Comparer<T> = (left: T, right: T) => number;

/** `==` and `<` of values with an order: null equals null only and has no order. */
function ordered<T>(compare: Comparer<T>) {
  return {
    compare: (left: T | null, right: T | null): number =>
      left === null || right === null ? Number.NaN : compare(left, right),
    equal: (left: T | null, right: T | null): boolean =>
      left === right || (left !== null && right !== null && compare(left, right) === 0),
    same: (left: T | null, right: T | null): boolean =>
      left === right || (left !== null && right !== null && compare(left, right) === 0),
  };
}

const plain = <T extends number | bigint | string | boolean>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;

export const integer = {
  ...ordered<number>(plain),
  divide: (left: number, right: number): number => (right === 0 ? divideByZero() : (left / right) | 0),
};

const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);

/** The low six bits say how far a Long is shifted. */
const shiftOf = (bits: number): bigint => BigInt(bits & 63);

export const long = {
  ...ordered<bigint>(plain),
  divide: (left: bigint, right: bigint): bigint => (right === 0n ? divideByZero() : wrap(left / right)),
  shiftLeft: (left: bigint, bits: number): bigint => wrap(left << shiftOf(bits)),
  shiftRight: (left: bigint, bits: number): bigint => left >> shiftOf(bits),
  shiftRightUnsigned: (left: bigint, bits: number): bigint => wrap(BigInt.asUintN(64, left) >> shiftOf(bits)),
};

export const decimal = {
  ...ordered<Decimal>((left, right) => left.compare(right)),
  add: (left: Decimal, right: Decimal): Decimal => left.plus(right),
  subtract: (left: Decimal, right: Decimal): Decimal => left.minus(right),
  multiply: (left: Decimal, right: Decimal): Decimal => left.times(right),
  divide: (left: Decimal, right: Decimal): Decimal => left.dividedBy(right),
  negate: (operand: Decimal): Decimal => operand.negate(),
};

export const doubles = {
  ...ordered<ApexDouble>((left, right) => left.value - right.value),
  add: addDoubles,
  subtract: subtractDoubles,
  multiply: multiplyDoubles,
  divide: divideDoubles,
  negate: (operand: ApexDouble): ApexDouble => double(-operand.value),
};

/** The order of texts and Ids, in which null comes first. */
function nullFirst(compare: Comparer<string>): Comparer<string | null> {
  return (left, right) => {
    if (left === null || right === null) return Number(left !== null) - Number(right !== null);
    return compare(left, right);
  };
}

const folded = (text: string): string => text.toLowerCase();

export const string = {
  compare: nullFirst((left, right) => plain(folded(left), folded(right))),
  equal: (left: string | null, right: string | null): boolean =>
    left === right ||
    (left !== null && right !== null && left.length === right.length && folded(left) === folded(right)),
  same: (left: string | null, right: string | null): boolean => left === right,
};

export const id = {
  compare: nullFirst(plain),
  equal: (left: string | null, right: string | null): boolean =>
    left === right || (left !== null && right !== null && sameId(left, right)),
  same: (left: string | null, right: string | null): boolean => left === right,
};

export const boolean = ordered<boolean>(plain);

type Days = number | bigint | Decimal | ApexDouble;

const asNumber = (value: Days): number => (typeof value === 'object' ? value.toNumber() : Number(value));

export const date = {
  ...ordered<ApexDate>((left, right) => left.milliseconds - right.milliseconds),
  add: (left: ApexDate, right: Days): ApexDate => shiftDate(left, asNumber(right)),
  subtract: (left: ApexDate, right: Days): ApexDate => shiftDate(left, -asNumber(right)),
};

function shiftDate(value: ApexDate, days: number): ApexDate {
  return ApexDate.ofMilliseconds(value.milliseconds + Math.trunc(days) * DAY);
}

export const datetime = {
  ...ordered<ApexDatetime | ApexDate>((left, right) => left.milliseconds - right.milliseconds),
  add: (left: ApexDatetime, right: Days): ApexDatetime => left.plus(Math.round(asNumber(right) * DAY)),
  subtract: (left: ApexDatetime, right: Days): ApexDatetime => left.plus(-Math.round(asNumber(right) * DAY)),
};

export const time = {
  ...ordered<ApexTime>((left, right) => left.compare(right)),
  add: (left: ApexTime, right: Days): ApexTime => left.plus(asNumber(right)),
  subtract: (left: ApexTime, right: Days): ApexTime => left.plus(-asNumber(right)),
};

export const reference = {
  equal: (left: Value, right: Value): boolean => left === right || apexEquals(left, right),
  same: (left: Value, right: Value): boolean => left === right,
};
