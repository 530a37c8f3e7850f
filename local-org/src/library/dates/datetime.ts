import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime, isTimeZone } from '../../values/datetime.ts';
import { ApexTime } from '../../values/time.ts';
import { libraryClass } from '../library.ts';
import type { Value } from '../library.ts';
import { allNoNulls, noNulls } from '../text/arguments.ts';
import { stringOf } from '../text/stringify.ts';
import { formatDatetime } from './format.ts';
import { styleOf, userLocale, userTimeZone } from './locale.ts';
import { datetimeOf, parseLocalDatetime } from './parse.ts';
import { shortDatetime } from './short.ts';

const GMT = 'GMT';
const MIDNIGHT = new ApexTime(0);

/** Fields that are too large or small carry over. */
function fromFields(zone: string, fields: readonly number[]): ApexDatetime {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const seconds = (hour * 60 + minute) * 60 + second;
  const days = Math.floor(seconds / 86_400);
  const date = ApexDate.of(year, month, day).addDays(days);
  return ApexDatetime.ofLocal(date, new ApexTime((seconds - days * 86_400) * 1000), zone);
}

/** Moves the calendar's day and keeps the clock's time, also over a change of daylight saving. */
function moveDate(moment: ApexDatetime, move: (date: ApexDate) => ApexDate): ApexDatetime {
  const zone = userTimeZone();
  return ApexDatetime.ofLocal(move(moment.date(zone)), moment.time(zone), zone);
}

function valueOf(value: Value): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return ApexDatetime.ofLocal(value, MIDNIGHT, userTimeZone());
  if (typeof value === 'string') return datetimeOf(value, userTimeZone());
  if (typeof value === 'bigint' || typeof value === 'number') return new ApexDatetime(Number(value));
  return throwApex('System.TypeException', `Invalid date/time: ${stringOf(value)}`);
}

function format(moment: ApexDatetime, pattern: string, zone: string): string {
  // Java takes GMT for a time zone that it does not know.
  return formatDatetime(moment, pattern, isTimeZone(zone) ? zone : GMT, userLocale());
}

function formatLong(moment: ApexDatetime): string {
  const { date, separator, longTime } = styleOf(userLocale());
  return format(moment, date, userTimeZone()) + separator + format(moment, `${longTime} z`, userTimeZone());
}

function isSameDay(moment: ApexDatetime, other: ApexDatetime): boolean {
  return moment.date(userTimeZone()).equals(other.date(userTimeZone()));
}

/** `year()`, `yearGmt()` ...: fields of date and time in the user's time zone and in GMT. */
function fieldMethods(): Record<string, (moment: ApexDatetime) => Value> {
  const table: Record<string, (moment: ApexDatetime) => Value> = {};
  const define = (name: string, read: (moment: ApexDatetime, zone: string) => Value): void => {
    table[`${name}()`] = (moment) => read(moment, userTimeZone());
    table[`${name}Gmt()`] = (moment) => read(moment, GMT);
  };
  define('date', (moment, zone) => moment.date(zone));
  define('time', (moment, zone) => moment.time(zone));
  for (const name of ['year', 'month', 'day', 'dayOfYear'] as const) {
    define(name, (moment, zone) => moment.date(zone)[name]);
  }
  for (const name of ['hour', 'minute', 'second', 'millisecond'] as const) {
    define(name, (moment, zone) => moment.time(zone)[name]);
  }
  return table;
}

export const datetimeClass = libraryClass({
  name: 'System.Datetime',
  statics: allNoNulls({
    'newInstance(Date,Time)': (date: ApexDate, time: ApexTime) =>
      ApexDatetime.ofLocal(date, time, userTimeZone()),
    'newInstance(Integer,Integer,Integer)': (...fields: number[]) => fromFields(userTimeZone(), fields),
    'newInstance(Integer,Integer,Integer,Integer,Integer,Integer)': (...fields: number[]) =>
      fromFields(userTimeZone(), fields),
    'newInstance(Long)': (milliseconds: bigint) => new ApexDatetime(Number(milliseconds)),
    'newInstanceGmt(Date,Time)': (date: ApexDate, time: ApexTime) => ApexDatetime.ofLocal(date, time, GMT),
    'newInstanceGmt(Integer,Integer,Integer)': (...fields: number[]) => fromFields(GMT, fields),
    'newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)': (...fields: number[]) =>
      fromFields(GMT, fields),
    'now()': () => new ApexDatetime(currentTransaction().now()),
    'parse(String)': (text: string) => parseLocalDatetime(text, userLocale(), userTimeZone()),
    'valueOf(Object)': valueOf,
    'valueOf(String)': (text: string) => datetimeOf(text, userTimeZone()),
    'valueOfGmt(String)': (text: string) => datetimeOf(text, GMT),
  }),
  methods: {
    ...fieldMethods(),
    ...allNoNulls({
      'addDays(Integer)': (moment: ApexDatetime, days: number) =>
        moveDate(moment, (date) => date.addDays(days)),
      'addHours(Integer)': (moment: ApexDatetime, hours: number) => moment.plus(hours * 3_600_000),
      'addMinutes(Integer)': (moment: ApexDatetime, minutes: number) => moment.plus(minutes * 60_000),
      'addMonths(Integer)': (moment: ApexDatetime, months: number) =>
        moveDate(moment, (date) => date.addMonths(months)),
      'addSeconds(Integer)': (moment: ApexDatetime, seconds: number) => moment.plus(seconds * 1000),
      'addYears(Integer)': (moment: ApexDatetime, years: number) =>
        moveDate(moment, (date) => date.addYears(years)),
      'isSameDay(Datetime)': isSameDay,
      'formatGmt(String)': (moment: ApexDatetime, pattern: string) => format(moment, pattern, GMT),
    }),
    'format()': shortDatetime,
    'format(String)': noNulls((moment: ApexDatetime, pattern: string) =>
      format(moment, pattern, userTimeZone()),
    ),
    'format(String,String)': (moment: ApexDatetime, pattern: string, zone: string | null) =>
      format(moment, pattern, zone ?? userTimeZone()),
    'formatLong()': formatLong,
    'getTime()': (moment: ApexDatetime) => BigInt(moment.milliseconds),
  },
});
