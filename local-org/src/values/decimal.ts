import { currentTransaction } from '../runtime/context.ts';
import { throwApex } from '../runtime/faults.ts';
import type { RuntimeType } from '../runtime/types.ts';
import {
  absolute,
  addDigits,
  compareDigits,
  digitCount,
  divideToPrecision,
  divideToScale,
  javaText,
  parseDigits,
  plainText,
  rescale,
  strip,
} from './decimal-digits.ts';
import type { Digits, RoundingName } from './decimal-digits.ts';
import { ApexValue } from './value.ts';

export type { RoundingName } from './decimal-digits.ts';

/** Significant digits of a quotient that does not end. */
const QUOTIENT_PRECISION = 33;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A Decimal of Apex: an exact number with a scale, `1.10` is not printed as `1.1`. Immutable. */
export class Decimal extends ApexValue implements Digits {
  static readonly zero = new Decimal(0n, 0);
  static readonly one = new Decimal(1n, 0);

  readonly unscaled: bigint;
  /** Digits after the point; negative for whole tens, hundreds ... */
  readonly scale: number;

  private constructor(unscaled: bigint, scale: number) {
    super();
    this.unscaled = unscaled;
    this.scale = scale;
  }

  /**
   * From text (which gives the scale), an Integer or a Long (scale 0), or a JavaScript number (its shortest text).
   * Throws `System.TypeException` for text that is no number.
   */
  static of(value: string | number | bigint): Decimal {
    if (typeof value === 'bigint') return new Decimal(value, 0);
    if (typeof value === 'string') {
      return NUMBER.test(value)
        ? make(parseDigits(value))
        : throwApex('System.TypeException', `Invalid decimal: ${value}`);
    }
    if (Number.isInteger(value)) return new Decimal(BigInt(value), 0);
    return Number.isFinite(value)
      ? make(parseDigits(String(value)))
      : throwApex('System.MathException', 'Infinite or NaN');
  }

  /** Of what the arithmetic gave. */
  static ofDigits(digits: Digits): Decimal {
    return new Decimal(digits.unscaled, digits.scale);
  }

  /** As `Decimal.valueOf(Double)`: the scale is that of Java's text of the number, so `5d` gives `5.0`. */
  static ofDouble(value: number): Decimal {
    const decimal = Decimal.of(value);
    return Number.isInteger(value) ? decimal.setScale(1) : decimal;
  }

  static isNumber(text: string): boolean {
    return NUMBER.test(text);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Decimal');
  }

  get precision(): number {
    return digitCount(this.unscaled);
  }

  /** -1, 0 or 1. */
  get sign(): number {
    return this.unscaled === 0n ? 0 : this.unscaled < 0n ? -1 : 1;
  }

  plus(other: Decimal): Decimal {
    return make(addDigits(this, other));
  }

  minus(other: Decimal): Decimal {
    return make(addDigits(this, other.negate()));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /** As the operator `/`: exact where possible, else 33 digits. Throws `System.MathException: Divide by 0`. */
  dividedBy(divisor: Decimal): Decimal {
    if (divisor.unscaled === 0n) throwApex('System.MathException', 'Divide by 0');
    return make(divideToPrecision(this, divisor, QUOTIENT_PRECISION));
  }

  /** As `Decimal.divide`. Throws `System.MathException` for a zero and for a rounding that is `UNNECESSARY` and needed. */
  divide(divisor: Decimal, scale: number, mode: RoundingName = 'HALF_EVEN'): Decimal {
    if (divisor.unscaled === 0n) throwApex('System.MathException', 'Divide by 0');
    return make(divideToScale(this, divisor, scale, mode) ?? throwRounding());
  }

  /** `exponent` is not negative. */
  pow(exponent: number): Decimal {
    return new Decimal(this.unscaled ** BigInt(exponent), this.scale * exponent);
  }

  negate(): Decimal {
    return new Decimal(-this.unscaled, this.scale);
  }

  abs(): Decimal {
    return this.unscaled < 0n ? this.negate() : this;
  }

  /** Throws `System.MathException` when `UNNECESSARY` would lose digits. */
  setScale(scale: number, mode: RoundingName = 'HALF_EVEN'): Decimal {
    return scale === this.scale ? this : make(rescale(this, scale, mode) ?? throwRounding());
  }

  /** To a whole number, not wrapped to any size. */
  round(mode: RoundingName = 'HALF_EVEN'): bigint {
    return this.setScale(0, mode).unscaled;
  }

  /** The whole part. */
  truncate(): bigint {
    return this.round('DOWN');
  }

  isWhole(): boolean {
    return rescale(this, 0, 'UNNECESSARY') !== null;
  }

  /** May give a negative scale: `100` becomes `1E+2`. */
  stripTrailingZeros(): Decimal {
    return this.unscaled === 0n ? Decimal.zero : make(strip(this, -Infinity));
  }

  /** -1, 0 or 1; the scale does not matter. */
  compare(other: Decimal): number {
    return compareDigits(this, other);
  }

  /** As `==`: `1.1` equals `1.10`. Sets and map keys look at the scale too: see `hashCode` and `toString`. */
  equals(other: unknown): boolean {
    return other instanceof Decimal && this.compare(other) === 0;
  }

  /** Java's hash of the same BigDecimal: numbers that differ in scale only have different ones. */
  hashCode(): number {
    let hash = 0;
    for (const word of wordsOf(absolute(this.unscaled))) hash = (Math.imul(31, hash) + word) | 0;
    if (this.unscaled < 0n) hash = -hash | 0;
    return (Math.imul(31, hash) + this.scale) | 0;
  }

  toNumber(): number {
    return Number(javaText(this));
  }

  toPlainString(): string {
    return plainText(this);
  }

  /** As `String.valueOf`: plain, but scientific for very small numbers and negative scales (`1E-10`, `1E+2`). */
  override toString(): string {
    return javaText(this);
  }
}

function make(digits: Digits): Decimal {
  return Decimal.ofDigits(digits);
}

function throwRounding(): never {
  return throwApex('System.MathException', 'Rounding necessary');
}

/** The 32 bit words of a number that is not negative, the highest first. */
function wordsOf(value: bigint): number[] {
  const words: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 32n) words.unshift(Number(rest & 0xffffffffn) | 0);
  return words;
}
