import { chance } from '../../runtime/chance.ts';
import { throwApex } from '../../runtime/faults.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble, compareDoubles } from '../../values/double.ts';
import { libraryClass } from '../library.ts';
import type { Value } from '../library.ts';
import { allNoNulls, throwNullArgument } from '../text/arguments.ts';
import { wrapLong } from './convert.ts';
import { roundDouble } from './double.ts';

/** Functions of real numbers; with a Decimal they compute in Double too, as on the platform. */
const REAL_FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

type Table = Record<string, (...args: Value[]) => Value>;

function realFunctions(): Table {
  const table: Table = {};
  for (const [name, compute] of Object.entries(REAL_FUNCTIONS)) {
    table[`${name}(Decimal)`] = (value: Decimal) => Decimal.ofDouble(compute(value.toNumber()));
    table[`${name}(Double)`] = (value: ApexDouble) => new ApexDouble(compute(value.value));
  }
  return table;
}

/** The nearest whole number, a half to the even one. */
function rint(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function inInteger(value: bigint): number {
  if (BigInt.asIntN(32, value) !== value) throwApex('System.MathException', `Integer out of range: ${value}`);
  return Number(value);
}

function wholeDecimal(value: Decimal, mode: 'CEILING' | 'FLOOR' | 'HALF_EVEN'): Decimal {
  return Decimal.of(value.round(mode));
}

function maximum(left: number, right: number): number {
  return compareDoubles(left, right) >= 0 ? left : right;
}

function minimum(left: number, right: number): number {
  return Number.isNaN(right) || compareDoubles(left, right) > 0 ? right : left;
}

function decimalOf(value: ApexDouble): Decimal {
  return Decimal.ofDouble(value.value);
}

function larger(left: Decimal, right: Decimal): Decimal {
  return left.compare(right) >= 0 ? left : right;
}

function smaller(left: Decimal, right: Decimal): Decimal {
  return left.compare(right) <= 0 ? left : right;
}

function modulo(left: number | null, right: number | null): number {
  if (left === null || right === null) return throwNullArgument();
  return right === 0 ? throwApex('System.MathException', 'Divide by 0') : (left % right) | 0;
}

/** Integers are what loops count with: these look for null themselves, so that the engine can inline them. */
const integers: Table = {
  'abs(Integer)': (value: number | null) => (value === null ? throwNullArgument() : Math.abs(value) | 0),
  'max(Integer,Integer)': (left: number | null, right: number | null) =>
    left === null || right === null ? throwNullArgument() : left > right ? left : right,
  'min(Integer,Integer)': (left: number | null, right: number | null) =>
    left === null || right === null ? throwNullArgument() : left < right ? left : right,
  'mod(Integer,Integer)': modulo,
};

function longModulo(left: bigint, right: bigint): bigint {
  return right === 0n ? throwApex('System.MathException', 'Divide by 0') : left % right;
}

const choices: Table = {
  'max(Decimal,Decimal)': larger,
  'max(Decimal,Double)': (left: Decimal, right: ApexDouble) => larger(left, decimalOf(right)),
  'max(Double,Double)': (left: ApexDouble, right: ApexDouble) =>
    new ApexDouble(maximum(left.value, right.value)),
  'max(Long,Long)': (left: bigint, right: bigint) => (left > right ? left : right),
  'min(Decimal,Decimal)': smaller,
  'min(Decimal,Double)': (left: Decimal, right: ApexDouble) => smaller(left, decimalOf(right)),
  'min(Double,Double)': (left: ApexDouble, right: ApexDouble) =>
    new ApexDouble(minimum(left.value, right.value)),
  'min(Long,Long)': (left: bigint, right: bigint) => (left < right ? left : right),
};

const roundings: Table = {
  'ceil(Decimal)': (value: Decimal) => wholeDecimal(value, 'CEILING'),
  'ceil(Double)': (value: ApexDouble) => new ApexDouble(Math.ceil(value.value)),
  'floor(Decimal)': (value: Decimal) => wholeDecimal(value, 'FLOOR'),
  'floor(Double)': (value: ApexDouble) => new ApexDouble(Math.floor(value.value)),
  'rint(Decimal)': (value: Decimal) => wholeDecimal(value, 'HALF_EVEN'),
  'rint(Double)': (value: ApexDouble) => new ApexDouble(rint(value.value)),
  'round(Decimal)': (value: Decimal) => inInteger(value.round()),
  'round(Double)': (value: ApexDouble) => inInteger(roundDouble(value.value)),
  'roundToLong(Decimal)': (value: Decimal) => wrapLong(value.round()),
  'roundToLong(Double)': (value: ApexDouble) => roundDouble(value.value),
};

const others: Table = {
  'abs(Decimal)': (value: Decimal) => value.abs(),
  'abs(Double)': (value: ApexDouble) => new ApexDouble(Math.abs(value.value)),
  'abs(Long)': (value: bigint) => wrapLong(value < 0n ? -value : value),
  'atan2(Decimal,Decimal)': (y: Decimal, x: Decimal) =>
    Decimal.ofDouble(Math.atan2(y.toNumber(), x.toNumber())),
  'atan2(Double,Double)': (y: ApexDouble, x: ApexDouble) => new ApexDouble(Math.atan2(y.value, x.value)),
  'mod(Long,Long)': longModulo,
  'pow(Double,Double)': (base: ApexDouble, exponent: ApexDouble) =>
    new ApexDouble(base.value ** exponent.value),
  'random()': () => new ApexDouble(chance('number', Math.random)),
  'signum(Decimal)': (value: Decimal) => Decimal.of(value.sign),
  'signum(Double)': (value: ApexDouble) => new ApexDouble(Math.sign(value.value)),
};

export const mathClass = libraryClass({
  name: 'System.Math',
  statics: { ...allNoNulls({ ...realFunctions(), ...choices, ...roundings, ...others }), ...integers },
  staticProperties: {
    E: { get: () => new ApexDouble(Math.E) },
    PI: { get: () => new ApexDouble(Math.PI) },
  },
});
