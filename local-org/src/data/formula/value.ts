import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { ApexTime } from '../../values/time.ts';

/** A value inside of a formula. Empty text is null, as on the platform. */
export type FormulaValue = null | string | number | boolean | ApexDate | ApexDatetime | ApexTime;

/** `#Error!`: a division by zero, a text that is no number. A field shows nothing then, a rule is not met. */
export class FormulaError extends Error {}

/** Removes what binary arithmetic adds after the 15th digit: `2.2 + 1.1` is 3.3. */
export function tidy(value: number): number {
  if (!Number.isFinite(value)) throw new FormulaError('The result is no number.');
  return Number(value.toPrecision(15));
}

export function asText(value: FormulaValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof ApexDate) return value.toIsoString();
  if (value instanceof ApexDatetime)
    return `${new Date(value.milliseconds).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  if (value instanceof ApexTime) return new Date(value.milliseconds).toISOString().slice(11, 23);
  return String(value);
}

export function asNumber(value: FormulaValue): number | null {
  return typeof value === 'number' ? value : null;
}

/** What two values are compared by; null when one is empty. */
export function sortKey(value: FormulaValue): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof ApexTime || value instanceof ApexDate || value instanceof ApexDatetime
    ? value.milliseconds
    : null;
}

export function isSame(left: FormulaValue, right: FormulaValue): boolean {
  return (sortKey(left) ?? '') === (sortKey(right) ?? '');
}
