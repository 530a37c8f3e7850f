import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { ApexDate, daysInMonth, isLeapYear } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { libraryClass } from '../library.ts';
import type { Value } from '../library.ts';
import { allNoNulls } from '../text/arguments.ts';
import { stringOf } from '../text/stringify.ts';
import { firstDayOfWeek, userLocale, userTimeZone } from './locale.ts';
import { dateOf, parseLocalDate } from './parse.ts';
import { shortDate } from './short.ts';

function today(): ApexDate {
  return new ApexDatetime(currentTransaction().now()).date(userTimeZone());
}

/** `Date.valueOf(Object)`: a Date, a Datetime in the user's time zone, or a text. */
function valueOf(value: Value): ApexDate {
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.date(userTimeZone());
  if (typeof value === 'string') return dateOf(value);
  return throwApex('System.TypeException', `Invalid date: ${stringOf(value)}`);
}

function toStartOfWeek(date: ApexDate): ApexDate {
  return date.addDays(-((date.weekday - firstDayOfWeek(userLocale()) + 7) % 7));
}

export const dateClass = libraryClass({
  name: 'System.Date',
  statics: allNoNulls({
    'daysInMonth(Integer,Integer)': daysInMonth,
    'isLeapYear(Integer)': isLeapYear,
    'newInstance(Integer,Integer,Integer)': (year: number, month: number, day: number) =>
      ApexDate.of(year, month, day),
    'parse(String)': (text: string) => parseLocalDate(text, userLocale()),
    'today()': today,
    'valueOf(Object)': valueOf,
    'valueOf(String)': dateOf,
  }),
  methods: allNoNulls({
    'addDays(Integer)': (date: ApexDate, days: number) => date.addDays(days),
    'addMonths(Integer)': (date: ApexDate, months: number) => date.addMonths(months),
    'addYears(Integer)': (date: ApexDate, years: number) => date.addYears(years),
    'day()': (date: ApexDate) => date.day,
    'dayOfYear()': (date: ApexDate) => date.dayOfYear,
    'daysBetween(Date)': (date: ApexDate, other: ApexDate) => other.days - date.days,
    'format()': shortDate,
    'isSameDay(Date)': (date: ApexDate, other: ApexDate) => date.equals(other),
    'month()': (date: ApexDate) => date.month,
    'monthsBetween(Date)': (date: ApexDate, other: ApexDate) =>
      (other.year - date.year) * 12 + other.month - date.month,
    'toStartOfMonth()': (date: ApexDate) => date.addDays(1 - date.day),
    'toStartOfWeek()': toStartOfWeek,
    'year()': (date: ApexDate) => date.year,
  }),
});
