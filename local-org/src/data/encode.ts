import { Blob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { to18 } from '../values/id.ts';
import { ApexTime } from '../values/time.ts';
import type { FieldModel } from '../schema/model.ts';
import type { Value } from '../library/library.ts';
import { storedForm } from './columns.ts';
import type { Stored } from './columns.ts';

/** Numbers below it fit SQLite's integers. */
const MOST_WHOLE = 2 ** 63;

/** The stored form of an Apex value that fits the field. Throws a plain Error for a compound field. */
export function toStored(field: FieldModel, value: Value): Stored {
  const form = storedForm(field);
  if (value === null) return form === 'boolean' ? 0 : null;
  switch (form) {
    case 'id':
      return value === '' ? null : to18(value as string);
    case 'text':
      return trimmed(String(value)) || null;
    case 'boolean':
      return value === true ? 1 : 0;
    case 'integer':
      return wholeNumber(value);
    case 'number':
      return storedNumber(decimalOf(value));
    case 'date':
      return value instanceof ApexDatetime
        ? value.toIsoString().slice(0, 10)
        : (value as ApexDate).toIsoString();
    case 'datetime':
      return (value as ApexDatetime | ApexDate).milliseconds;
    case 'time':
      return (value as ApexTime).milliseconds;
    case 'blob':
      return (value as Blob).bytes;
    case 'none':
      throw new Error(`${field.name} is a compound field and can't be stored.`);
  }
}

/** The Apex value of what a column of the field holds, or its formula gives. */
export function fromStored(field: FieldModel, stored: Stored): Value {
  const form = storedForm(field);
  if (stored === null) return form === 'boolean' ? false : null;
  switch (form) {
    case 'boolean':
      return stored === 1;
    case 'integer':
      return field.type === 'LONG' ? BigInt(stored as number) : stored;
    case 'number':
      return numberOf(field, stored as number | bigint);
    case 'date':
      return dateOfText(stored as string);
    case 'datetime':
      return new ApexDatetime(stored as number);
    case 'time':
      return new ApexTime(stored as number);
    case 'blob':
      return new Blob(stored as Uint8Array);
    default:
      return stored;
  }
}

/**
 * A number as SQLite holds it. Whole numbers are exact; others have the 15 digits of a double, as everywhere outside
 * of Apex on the platform.
 */
export function storedNumber(value: Decimal): number | bigint {
  const number = value.toNumber();
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? exactly(value, number) : number;
}

/** What is no whole number, or has more digits than SQLite's, stays a double. */
function exactly(value: Decimal, number: number): number | bigint {
  const whole = value.setScale(0, 'DOWN');
  return whole.equals(value) && Math.abs(number) < MOST_WHOLE ? whole.unscaled : number;
}

/** Without the digits after the 15th that binary arithmetic adds: the sum of tenths has no more digits than they. */
export function tidied(stored: Stored): Stored {
  return typeof stored === 'number' && !Number.isInteger(stored) ? Number(stored.toPrecision(15)) : stored;
}

/**
 * Digits beyond the field's scale are kept, as on the platform, where the scale counts for the pages alone. What the
 * org computes itself has the scale.
 */
function numberOf({ formula, summary, scale }: FieldModel, stored: number | bigint): Decimal {
  const value = Decimal.of(stored);
  return value.scale < scale || formula || summary ? value.setScale(scale, 'HALF_UP') : value;
}

/** `2026-01-31` to a Date. */
export function dateOfText(text: string): ApexDate {
  return ApexDate.ofMilliseconds(Date.parse(`${text.slice(0, 10)}T00:00:00Z`));
}

/** Texts are stored without the white space around them; a no-break space stays. */
function trimmed(text: string): string {
  return text.replace(/^[^\S\u00a0]+|[^\S\u00a0]+$/g, '');
}

function decimalOf(value: Value): Decimal {
  if (value instanceof Decimal) return value;
  return Decimal.of(typeof value === 'number' || typeof value === 'bigint' ? value : Number(value));
}

function wholeNumber(value: Value): number | bigint {
  return typeof value === 'number' || typeof value === 'bigint' ? value : decimalOf(value).toNumber();
}
