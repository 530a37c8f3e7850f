import { currentTransaction } from '../runtime/context.ts';
import type { RuntimeType } from '../runtime/types.ts';
import { ApexValue } from './value.ts';

/** A Double of Apex. It is an object, so that an `Object` that holds `5d` is no Integer. Immutable. */
export class ApexDouble extends ApexValue {
  readonly value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Double');
  }

  /** As `==`: `NaN` equals nothing. */
  equals(other: unknown): boolean {
    return other instanceof ApexDouble && this.value === other.value;
  }

  hashCode(): number {
    return doubleHash(this.value);
  }

  toNumber(): number {
    return this.value;
  }

  override toString(): string {
    return doubleText(this.value);
  }
}

export function double(value: number): ApexDouble {
  return new ApexDouble(value);
}

export function addDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value + right.value);
}

export function subtractDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value - right.value);
}

export function multiplyDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value * right.value);
}

/** IEEE division: dividing by zero gives `Infinity` or `NaN`; whoever wants the exception checks before. */
export function divideDoubles(left: ApexDouble, right: ApexDouble): ApexDouble {
  return new ApexDouble(left.value / right.value);
}

/** Numbers in order, `-0.0` before `0.0` and `NaN` last, as Java's `Double.compare`. */
export function compareDoubles(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (Object.is(left, right)) return 0;
  if (left === right) return Object.is(left, -0) ? -1 : 1;
  return Number.isNaN(left) ? 1 : -1;
}

/** Java's text of a double: `1.0`, `1.0E10`, `1.0E-5`, `NaN`. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

const bits = new DataView(new ArrayBuffer(8));

/** Java's `Double.hashCode`. */
export function doubleHash(value: number): number {
  // JavaScript may keep any of the many bit patterns of NaN.
  if (Number.isNaN(value)) return 0x7ff80000;
  bits.setFloat64(0, value);
  return bits.getInt32(0) ^ bits.getInt32(4);
}
