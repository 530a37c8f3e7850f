import { throwApex } from '../../runtime/faults.ts';
import { ApexDate, pad } from '../../values/date.ts';
import type { ApexDatetime } from '../../values/datetime.ts';
import { zoneOffset } from '../../values/datetime.ts';
import type { ApexTime } from '../../values/time.ts';
import { firstDayOfWeek } from './locale.ts';

/** A moment as a clock and a calendar of one place show it. */
interface Shown {
  readonly date: ApexDate;
  readonly time: ApexTime;
  readonly moment: ApexDatetime;
  readonly zone: string;
  readonly locale: string;
}

type Field = (shown: Shown, length: number) => string;

/** The letters of Java's SimpleDateFormat. */
const FIELDS: Readonly<Record<string, Field>> = {
  G: ({ date }) => (date.year > 0 ? 'AD' : 'BC'),
  y: ({ date }, length) => year(date.year, length),
  Y: ({ date, locale }, length) => year(week(date, locale).year, length),
  M: (shown, length) => month(shown, length),
  L: (shown, length) => month(shown, length),
  w: ({ date, locale }, length) => pad(week(date, locale).number, length),
  W: ({ date, locale }, length) => pad(weekOfMonth(date, locale), length),
  D: ({ date }, length) => pad(date.dayOfYear, length),
  d: ({ date }, length) => pad(date.day, length),
  F: ({ date }, length) => pad(Math.ceil(date.day / 7), length),
  E: (shown, length) => name(shown, { weekday: length > 3 ? 'long' : 'short' }, 'weekday'),
  u: ({ date }, length) => pad(date.weekday || 7, length),
  a: (shown) => name(shown, { hour: 'numeric', hourCycle: 'h12' }, 'dayPeriod'),
  H: ({ time }, length) => pad(time.hour, length),
  k: ({ time }, length) => pad(time.hour || 24, length),
  K: ({ time }, length) => pad(time.hour % 12, length),
  h: ({ time }, length) => pad(time.hour % 12 || 12, length),
  m: ({ time }, length) => pad(time.minute, length),
  s: ({ time }, length) => pad(time.second, length),
  S: ({ time }, length) => pad(time.millisecond, length),
  z: (shown, length) => zoneName(shown, length),
  Z: ({ moment, zone }) => offsetText(moment.milliseconds, zone, ''),
  X: ({ moment, zone }, length) => isoOffset(moment.milliseconds, zone, length),
};

/** Formats with a pattern of Java's SimpleDateFormat. Throws `System.IllegalArgumentException` for unknown letters. */
export function formatDatetime(moment: ApexDatetime, pattern: string, zone: string, locale: string): string {
  const shown = { moment, zone, locale, date: moment.date(zone), time: moment.time(zone) };
  let result = '';
  for (const [token, quoted, letters] of pattern.matchAll(
    /'((?:[^']|'')*)'|(([A-Za-z])\3*)|'|[^'A-Za-z]+/g,
  )) {
    if (quoted !== undefined) result += quoted === '' ? "'" : quoted.replaceAll("''", "'");
    else if (letters !== undefined) result += field(letters.charAt(0))(shown, letters.length);
    else if (token === "'") throwApex('System.IllegalArgumentException', 'Unterminated quote');
    else result += token;
  }
  return result;
}

function field(letter: string): Field {
  return (
    FIELDS[letter] ?? throwApex('System.IllegalArgumentException', `Illegal pattern character '${letter}'`)
  );
}

function year(value: number, length: number): string {
  return length === 2 ? pad(value % 100) : pad(value, length);
}

function month(shown: Shown, length: number): string {
  if (length < 3) return pad(shown.date.month, length);
  return name(shown, { month: length > 3 ? 'long' : 'short', day: 'numeric' }, 'month');
}

/** A word that the locale has for a part of the date. */
function name(shown: Shown, options: Intl.DateTimeFormatOptions, part: Intl.DateTimeFormatPartTypes): string {
  const local = shown.date.milliseconds + shown.time.milliseconds;
  const parts = new Intl.DateTimeFormat(shown.locale, { ...options, timeZone: 'UTC' }).formatToParts(local);
  return parts.find(({ type }) => type === part)?.value ?? (shown.time.hour < 12 ? 'AM' : 'PM');
}

function zoneName({ moment, zone, locale }: Shown, length: number): string {
  if (zone === 'GMT') return length > 3 ? 'Greenwich Mean Time' : 'GMT';
  const timeZoneName = length > 3 ? 'long' : 'short';
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName }).formatToParts(
    moment.milliseconds,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** `-0800`, or with a separator `-08:00`. */
export function offsetText(time: number, zone: string, separator: string): string {
  const minutes = Math.round(zoneOffset(time, zone) / 60_000);
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${separator}${pad(size % 60)}`;
}

function isoOffset(time: number, zone: string, length: number): string {
  if (zoneOffset(time, zone) === 0) return 'Z';
  const text = offsetText(time, zone, length > 2 ? ':' : '');
  return length === 1 ? text.slice(0, 3) : text;
}

/** Days since the week began. */
function dayOfWeek(date: ApexDate, locale: string): number {
  return (date.weekday - firstDayOfWeek(locale) + 7) % 7;
}

/** Weeks that begin on Monday need four days in a year to count for it (ISO), others one. */
function week(date: ApexDate, locale: string): { readonly year: number; readonly number: number } {
  const minimalDays = firstDayOfWeek(locale) === 1 ? 4 : 1;
  const start = date.addDays(-dayOfWeek(date, locale));
  for (const candidate of [date.year + 1, date.year, date.year - 1]) {
    const first = firstWeek(candidate, locale, minimalDays);
    if (start.days >= first.days) return { year: candidate, number: (start.days - first.days) / 7 + 1 };
  }
  throw new Error(`${date.toIsoString()} lies in no week.`);
}

function firstWeek(year: number, locale: string, minimalDays: number): ApexDate {
  const day = ApexDate.of(year, 1, minimalDays);
  return day.addDays(-dayOfWeek(day, locale));
}

function weekOfMonth(date: ApexDate, locale: string): number {
  const first = date.addDays(1 - date.day);
  return Math.floor((date.day - 1 + dayOfWeek(first, locale)) / 7) + 1;
}
