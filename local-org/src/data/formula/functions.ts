import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { ApexTime } from '../../values/time.ts';
import { asNumber, asText, FormulaError, isSame, sortKey, tidy } from './value.ts';
import type { FormulaValue } from './value.ts';

const DAY = 86_400_000;
const WEEK = 7;
/** Days after Monday. */
const THURSDAY = 3;

/** What functions need to know of the moment. */
export interface FormulaClock {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
}

/** A function of its arguments' values; AND, IF and their like, which don't look at all of them, are elsewhere. */
export type FormulaFunction = (values: readonly FormulaValue[], clock: FormulaClock) => FormulaValue;

function numeric(compute: (...values: number[]) => number): FormulaFunction {
  return (values) => {
    const numbers = values.map(asNumber);
    return numbers.includes(null) ? null : tidy(compute(...(numbers as number[])));
  };
}

function textual(compute: (text: string, ...others: FormulaValue[]) => string): FormulaFunction {
  return ([first = null, ...others]) => compute(asText(first), ...others) || null;
}

function compared(test: (left: string | number, right: string | number) => boolean): FormulaFunction {
  return ([left = null, right = null]) => {
    const [a, b] = [sortKey(left), sortKey(right)];
    return a !== null && b !== null && test(a, b);
  };
}

function plus(left: FormulaValue, right: FormulaValue): FormulaValue {
  if (typeof left === 'string' || typeof right === 'string') return asText(left) + asText(right) || null;
  if (left === null || right === null) return null;
  if (typeof left === 'number' && typeof right === 'number') return tidy(left + right);
  return typeof left === 'number' ? shifted(right, left) : shifted(left, asNumber(right) ?? 0);
}

function minus(left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left === null || right === null) return null;
  if (typeof left === 'number' && typeof right === 'number') return tidy(left - right);
  if (typeof right === 'number') return shifted(left, -right);
  const span = (sortKey(left) as number) - (sortKey(right) as number);
  return left instanceof ApexTime ? span : tidy(span / DAY);
}

/** Days for a day or a moment, milliseconds for a time. */
function shifted(value: FormulaValue, amount: number): FormulaValue {
  if (value instanceof ApexDate) return value.addDays(Math.trunc(amount));
  if (value instanceof ApexDatetime) return value.plus(Math.round(amount * DAY));
  if (value instanceof ApexTime) return value.plus(amount);
  throw new FormulaError('Only numbers, dates and times can be added.');
}

function dateOf(value: FormulaValue, clock: FormulaClock): ApexDate | null {
  if (value instanceof ApexDatetime) return value.date(clock.timeZone);
  if (value instanceof ApexDate || value === null) return value;
  const time = Date.parse(`${asText(value)}T00:00:00Z`);
  if (Number.isNaN(time)) throw new FormulaError('The text is no date.');
  return ApexDate.ofMilliseconds(time);
}

function datetimeOf(value: FormulaValue): ApexDatetime | null {
  if (value instanceof ApexDatetime || value === null) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.milliseconds);
  const time = Date.parse(`${asText(value).replace(' ', 'T')}Z`);
  if (Number.isNaN(time)) throw new FormulaError('The text is no date and time.');
  return new ApexDatetime(time);
}

function ofDate(read: (date: ApexDate) => number): FormulaFunction {
  return ([value = null], clock) => {
    const date = dateOf(value, clock);
    return date && read(date);
  };
}

/** The Thursday of a date's week, which says what year the week belongs to (ISO 8601). */
function thursdayOf(date: ApexDate): ApexDate {
  const daysAfterMonday = (date.weekday + WEEK - 1) % WEEK;
  return date.addDays(THURSDAY - daysAfterMonday);
}

function ofTime(read: (time: ApexTime) => number): FormulaFunction {
  return ([value = null]) => (value instanceof ApexTime ? read(value) : null);
}

/** Since 1970, or of a time since midnight. */
function secondsOf(value: FormulaValue): number | null {
  const milliseconds = value === null ? null : sortKey(value);
  return typeof milliseconds === 'number' ? Math.floor(milliseconds / 1000) : null;
}

function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return (Math.sign(value) * Math.round(tidy(Math.abs(value) * factor))) / factor;
}

function valueOfText(value: FormulaValue): number | null {
  if (value === null) return null;
  const text = asText(value).replaceAll(',', '').trim();
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text))
    throw new FormulaError('The text is no number.');
  return Number(text);
}

function isNumberText(value: FormulaValue): boolean {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(asText(value));
}

/** The functions and operators that look at all of their arguments, by name in capitals or by sign. */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  '+': ([left = null, right = null]) => plus(left, right),
  '-': ([left = null, right = null]) => minus(left, right),
  '*': numeric((a, b) => a * b),
  '/': numeric((a, b) => a / b),
  '^': numeric((a, b) => a ** b),
  '&': ([left = null, right = null]) => asText(left) + asText(right) || null,
  '=': ([left = null, right = null]) => isSame(left, right),
  '==': ([left = null, right = null]) => isSame(left, right),
  '<>': ([left = null, right = null]) => !isSame(left, right),
  '!=': ([left = null, right = null]) => !isSame(left, right),
  '<': compared((a, b) => a < b),
  '>': compared((a, b) => a > b),
  '<=': compared((a, b) => a <= b),
  '>=': compared((a, b) => a >= b),
  NEGATE: numeric((value) => -value),
  NOT: ([value = null]) => value !== true,
  ISBLANK: ([value = null]) => value === null,
  ISNULL: ([value = null]) => value === null,
  ISNUMBER: ([value = null]) => isNumberText(value),
  ISPICKVAL: ([field = null, value = null]) => isSame(field, value),
  INCLUDES: ([field = null, value = null]) => asText(field).split(';').includes(asText(value)),
  PICKLISTCOUNT: ([field = null]) => (field === null ? 0 : asText(field).split(';').length),
  BLANKVALUE: ([value = null, other = null]) => value ?? other,
  NULLVALUE: ([value = null, other = null]) => value ?? other,
  ABS: numeric(Math.abs),
  CEILING: numeric((value) => Math.sign(value) * Math.ceil(Math.abs(value))),
  FLOOR: numeric((value) => Math.sign(value) * Math.floor(Math.abs(value))),
  MCEILING: numeric(Math.ceil),
  MFLOOR: numeric(Math.floor),
  ROUND: numeric(rounded),
  TRUNC: numeric((value, digits = 0) => Math.trunc(value * 10 ** digits) / 10 ** digits),
  MOD: numeric((value, divisor) => value % divisor),
  SQRT: numeric(Math.sqrt),
  EXP: numeric(Math.exp),
  LN: numeric(Math.log),
  LOG: numeric(Math.log10),
  SIN: numeric(Math.sin),
  COS: numeric(Math.cos),
  TAN: numeric(Math.tan),
  ASIN: numeric(Math.asin),
  ACOS: numeric(Math.acos),
  ATAN: numeric(Math.atan),
  ATAN2: numeric(Math.atan2),
  MAX: numeric(Math.max),
  MIN: numeric(Math.min),
  LEN: ([value = null]) => asText(value).length,
  TEXT: ([value = null]) => asText(value) || null,
  VALUE: ([value = null]) => valueOfText(value),
  TRIM: textual((text) => text.trim()),
  UPPER: textual((text) => text.toUpperCase()),
  LOWER: textual((text) => text.toLowerCase()),
  LEFT: textual((text, count = null) => text.slice(0, Math.max(0, asNumber(count) ?? 0))),
  RIGHT: textual((text, count = null) => text.slice(Math.max(0, text.length - (asNumber(count) ?? 0)))),
  MID: textual((text, start = null, count = null) => {
    const from = Math.max(0, (asNumber(start) ?? 1) - 1);
    return text.slice(from, from + (asNumber(count) ?? 0));
  }),
  FIND: ([part = null, text = null, start = null]) =>
    asText(text).indexOf(asText(part), (asNumber(start) ?? 1) - 1) + 1,
  CONTAINS: ([text = null, part = null]) => asText(text).includes(asText(part)),
  BEGINS: ([text = null, part = null]) => asText(text).startsWith(asText(part)),
  SUBSTITUTE: textual((text, from = null, to = null) => text.replaceAll(asText(from), asText(to))),
  LPAD: textual((text, count = null, fill = ' ') =>
    text.padStart(asNumber(count) ?? 0, asText(fill)).slice(0, asNumber(count) ?? 0),
  ),
  RPAD: textual((text, count = null, fill = ' ') =>
    text.padEnd(asNumber(count) ?? 0, asText(fill)).slice(0, asNumber(count) ?? 0),
  ),
  REGEX: ([text = null, pattern = null]) => new RegExp(`^(?:${asText(pattern)})$`, 'u').test(asText(text)),
  ASCII: ([text = null]) => asText(text).codePointAt(0) ?? null,
  CHR: ([code = null]) => (asNumber(code) === null ? null : String.fromCodePoint(asNumber(code) ?? 0)),
  INITCAP: textual((text) =>
    text.toLowerCase().replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  REVERSE: textual((text) => [...text].reverse().join('')),
  PI: () => Math.PI,
  BR: () => '\n',
  CASESAFEID: ([value = null]) => value,
  HYPERLINK: ([url = null, label = null, target = '_blank']) =>
    `<a href="${asText(url)}" target="${asText(target)}">${asText(label)}</a>`,
  IMAGE: ([url = null, text = null]) => `<img src="${asText(url)}" alt="${asText(text)}" border="0"/>`,
  TODAY: (_, clock) => new ApexDatetime(clock.now).date(clock.timeZone),
  NOW: (_, clock) => new ApexDatetime(clock.now),
  DATE: ([year = null, month = null, day = null]) =>
    ApexDate.of(asNumber(year) ?? 0, asNumber(month) ?? 1, asNumber(day) ?? 1),
  DATEVALUE: ([value = null], clock) => dateOf(value, clock),
  DATETIMEVALUE: ([value = null]) => datetimeOf(value),
  ADDMONTHS: ([value = null, months = null], clock) =>
    dateOf(value, clock)?.addMonths(asNumber(months) ?? 0) ?? null,
  YEAR: ofDate((date) => date.year),
  MONTH: ofDate((date) => date.month),
  DAY: ofDate((date) => date.day),
  WEEKDAY: ofDate((date) => date.weekday + 1),
  ISOWEEK: ofDate((date) => Math.ceil(thursdayOf(date).dayOfYear / WEEK)),
  ISOYEAR: ofDate((date) => thursdayOf(date).year),
  HOUR: ofTime((time) => time.hour),
  MINUTE: ofTime((time) => time.minute),
  SECOND: ofTime((time) => time.second),
  MILLISECOND: ofTime((time) => time.millisecond),
  TIMENOW: (_, clock) => new ApexDatetime(clock.now).time('GMT'),
  DAYOFYEAR: ofDate((date) => date.dayOfYear),
  UNIXTIMESTAMP: ([value = null]) => secondsOf(value),
  FROMUNIXTIME: ([seconds = null]) =>
    asNumber(seconds) === null ? null : new ApexDatetime((asNumber(seconds) ?? 0) * 1000),
};
