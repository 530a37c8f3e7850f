import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { ApexTime } from '../../values/time.ts';
import { styleOf } from './locale.ts';

const DATE = /^\s*(-?\d{1,4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/;
const DATETIME = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})\s*$/;

function invalidDate(text: string): never {
  return throwApex('System.TypeException', `Invalid date: ${text}`);
}

function invalidDatetime(text: string): never {
  return throwApex('System.TypeException', `Invalid date/time: ${text}`);
}

/** A day that the calendar has; null for 30 February. */
function realDate(year: number, month: number, day: number): ApexDate | null {
  const date = ApexDate.of(year, month, day);
  return date.month === month && date.day === day ? date : null;
}

/** `Date.valueOf('2024-02-29 10:20:30')`: the time, if any, does not matter. Throws `System.TypeException`. */
export function dateOf(text: string): ApexDate {
  const [, year, month, day] = DATE.exec(text) ?? invalidDate(text);
  return realDate(Number(year), Number(month), Number(day)) ?? invalidDate(text);
}

/** `Datetime.valueOf('2024-02-29 10:20:30')` of clocks in `zone`. Throws `System.TypeException`. */
export function datetimeOf(text: string, zone: string): ApexDatetime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (
    DATETIME.exec(text) ?? invalidDatetime(text)
  )
    .slice(1)
    .map(Number);
  const date = realDate(year, month, day) ?? invalidDatetime(text);
  if (hour > 23 || minute > 59 || second > 59) invalidDatetime(text);
  return ApexDatetime.ofLocal(date, ApexTime.of(hour, minute, second, 0), zone);
}

/** `Date.parse`: as the locale writes dates, e.g. `2/29/2024`. Throws `System.TypeException`. */
export function parseLocalDate(text: string, locale: string): ApexDate {
  const found = readPattern(text.trim(), styleOf(locale).date) ?? invalidDate(text);
  return dateFrom(found) ?? invalidDate(text);
}

/** `Datetime.parse`: as the locale writes dates with times, e.g. `2/29/2024 2:30 PM`. Throws `System.TypeException`. */
export function parseLocalDatetime(text: string, locale: string, zone: string): ApexDatetime {
  const style = styleOf(locale);
  const found = readPattern(text.trim(), `${style.date} ${style.time}`) ?? invalidDatetime(text);
  const date = dateFrom(found) ?? invalidDatetime(text);
  const hour = Number(found.get('H') ?? found.get('h'));
  const minute = Number(found.get('m'));
  const period = found.get('a');
  if (minute > 59 || hour > (period === undefined ? 23 : 12)) invalidDatetime(text);
  const shift = period === undefined ? hour : (hour % 12) + (/^p/i.test(period) ? 12 : 0);
  return ApexDatetime.ofLocal(date, ApexTime.of(shift, minute, 0, 0), zone);
}

/** Two digits of a year mean this century or the one before: up to 20 years from now, Java's rule. */
function dateFrom(found: ReadonlyMap<string, string>): ApexDate | null {
  const text = found.get('y') ?? '';
  const year = text.length > 2 ? Number(text) : nearYear(Number(text));
  return realDate(year, Number(found.get('M')), Number(found.get('d')));
}

function nearYear(year: number): number {
  const latest = new ApexDatetime(currentTransaction().now()).date('GMT').year + 20;
  const century = latest - (latest % 100) + year;
  return century > latest ? century - 100 : century;
}

/** The text of each of the pattern's letters; null when the text does not fit. */
function readPattern(text: string, pattern: string): Map<string, string> | null {
  const letters: string[] = [];
  const source = pattern.replace(/([A-Za-z])\1*|'([^']*)'|[^A-Za-z']+/g, (token, letter, quoted) => {
    if (letter === undefined) return (quoted ?? token).replace(/\S/g, '\\$&').replace(/\s+/g, ',?\\s+');
    letters.push(letter);
    return letter === 'a' ? '([AaPp]\\.?\\s?[Mm]\\.?)' : '(\\d{1,4})';
  });
  const found = new RegExp(`^${source}$`).exec(text);
  return found && new Map(letters.map((letter, at) => [letter, found[at + 1] ?? '']));
}
