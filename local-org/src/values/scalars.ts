import type { Value } from '../library/library.ts';
import { Blob } from './blob.ts';
import { ApexDate } from './date.ts';
import { ApexDatetime } from './datetime.ts';
import { Decimal } from './decimal.ts';
import { ApexDouble, compareDoubles } from './double.ts';
import { ApexTime } from './time.ts';

/** A primitive of Apex that is an object in JavaScript. */
export type Scalar = Decimal | ApexDouble | ApexDate | ApexDatetime | ApexTime | Blob;

export function isScalar(value: Value): value is Scalar {
  return (
    value instanceof Decimal ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexDouble ||
    value instanceof ApexTime ||
    value instanceof Blob
  );
}

export function isNumeric(value: Value): value is number | bigint | Decimal | ApexDouble {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Decimal ||
    value instanceof ApexDouble
  );
}

/** Negative, 0 or positive for two numbers of any type, or two of Date, Datetime, Time; null for any other pair. */
export function compareScalars(left: Value, right: Value): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right);
  if (left instanceof ApexTime && right instanceof ApexTime) return left.compare(right);
  const isMoment = (value: Value): boolean => value instanceof ApexDate || value instanceof ApexDatetime;
  return isMoment(left) && isMoment(right) ? left.milliseconds - right.milliseconds : null;
}

function compareNumbers(left: number | bigint | Decimal | ApexDouble, right: typeof left): number {
  if (left instanceof ApexDouble || right instanceof ApexDouble)
    return compareDoubles(asNumber(left), asNumber(right));
  return asDecimal(left).compare(asDecimal(right));
}

function asNumber(value: number | bigint | Decimal | ApexDouble): number {
  return typeof value === 'object' ? value.toNumber() : Number(value);
}

function asDecimal(value: number | bigint | Decimal): Decimal {
  return value instanceof Decimal ? value : Decimal.of(value);
}
