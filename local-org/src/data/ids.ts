import { to18 } from '../values/id.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** What stands between key prefix and number in every id of this org: instance and a reserved digit. */
const INSTANCE = 'Lo0';

/** The id of the object's record number `count`, with 18 characters. */
export function recordId(keyPrefix: string, count: number): string {
  let digits = '';
  for (let rest = count; rest > 0; rest = Math.floor(rest / 62)) digits = (DIGITS[rest % 62] ?? '') + digits;
  return to18(keyPrefix + INSTANCE + digits.padStart(9, '0'));
}

/** The number of a record's id; inverse of `recordId`. */
export function recordNumber(id: string): number {
  return [...id.slice(6, 15)].reduce((count, digit) => count * 62 + DIGITS.indexOf(digit), 0);
}
