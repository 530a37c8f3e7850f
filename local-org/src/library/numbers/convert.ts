import { throwApex } from '../../runtime/faults.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import type { Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';

/** An int32 of a whole number of any size, the high bits cut off as Java does it. */
export function wrapInteger(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

export function wrapLong(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** Java's `(long) x` of a double: the nearest long, 0 for `NaN`. */
export function longOfDouble(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

/** Java's `(int) x` of a double: the nearest int, 0 for `NaN`. */
export function integerOfDouble(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(value))) | 0;
}

/** `Integer.valueOf(String)`. Throws `System.TypeException: Invalid integer: x`. */
export function parseInteger(text: string): number {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value) || value !== (value | 0))
    throwApex('System.TypeException', `Invalid integer: ${text}`);
  return value | 0;
}

/** `Long.valueOf(String)`. Throws `System.TypeException: Invalid long: x`. */
export function parseLong(text: string): bigint {
  const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : null;
  if (value === null || value !== wrapLong(value)) throwApex('System.TypeException', `Invalid long: ${text}`);
  return value;
}

/** `Double.valueOf(String)`. Throws `System.TypeException: Invalid double: x`. */
export function parseDouble(text: string): ApexDouble {
  const plain = text.trim();
  if (!Decimal.isNumber(plain)) throwApex('System.TypeException', `Invalid double: ${text}`);
  return new ApexDouble(Number(plain));
}

/** `Integer.valueOf(Object)`: a text is parsed, a fraction cut off. */
export function toInteger(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return parseInteger(value);
  if (typeof value === 'bigint') return wrapInteger(value);
  if (value instanceof Decimal) return wrapInteger(value.truncate());
  if (value instanceof ApexDouble) return integerOfDouble(value.value);
  return throwApex('System.TypeException', `Invalid integer: ${stringOf(value)}`);
}

/** `Double.valueOf(Object)`. */
export function toDouble(value: Value): ApexDouble {
  if (value instanceof ApexDouble) return value;
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'number' || typeof value === 'bigint') return new ApexDouble(Number(value));
  if (value instanceof Decimal) return new ApexDouble(value.toNumber());
  return throwApex('System.TypeException', `Invalid double: ${stringOf(value)}`);
}
