import { ApexDate, pad } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { Blob } from '../../values/blob.ts';
import { isId, to18 } from '../../values/id.ts';
import { ApexTime } from '../../values/time.ts';
import type { Value } from '../library.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?Z?$/;
const WHOLE = /^[+-]?\d+$/;

/** A scalar of JSON as a value of an Apex primitive; null when it is none. The argument is never `null`'s text. */
type Reader = (text: string) => Value;

/** By the primitive's name: what a string or a number's text stands for. */
export const SCALAR_READERS: Readonly<Record<string, Reader>> = {
  Boolean: (text) => (/^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : null),
  Integer: (text) => (WHOLE.test(text) && Number(text) === (Number(text) | 0) ? Number(text) | 0 : null),
  Long: (text) => (WHOLE.test(text) ? longOf(text) : null),
  Double: (text) => (Decimal.isNumber(text) ? new ApexDouble(Number(text)) : null),
  Decimal: (text) => (Decimal.isNumber(text) ? Decimal.of(text) : null),
  String: (text) => text,
  Id: (text) => (isId(text) ? to18(text) : null),
  Date: readDate,
  Datetime: readDatetime,
  Time: readTime,
  Blob: (text) => new Blob(Buffer.from(text, 'base64')),
};

/** A whole number of JSON without a type: the smallest of Integer, Long and Decimal that holds it. */
export function readWhole(text: string): Value {
  return SCALAR_READERS['Integer']?.(text) ?? longOf(text) ?? Decimal.of(text);
}

/** `2024-01-31T10:20:30.000Z`; of a record's field `...+0000`. */
export function datetimeText(value: ApexDatetime, isRecordField: boolean): string {
  const text = value.toIsoString();
  return isRecordField ? text.replace(/Z$/, '+0000') : text;
}

function longOf(text: string): bigint | null {
  const value = BigInt(text.replace(/^\+/, ''));
  return value === BigInt.asIntN(64, value) ? value : null;
}

function readDate(text: string): ApexDate | null {
  const match = DATE.exec(text);
  if (match) return dateOf(match);
  const moment = readDatetime(text);
  return moment && moment.date('GMT');
}

/** Null for a day that the calendar lacks. */
function dateOf(match: RegExpExecArray): ApexDate | null {
  const date = ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
  return date.toIsoString() === match[0] ? date : null;
}

function readDatetime(text: string): ApexDatetime | null {
  const match = MOMENT.exec(text);
  if (!match) return null;
  const [, day = '', time = '00:00:00', zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const milliseconds = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(milliseconds) ? null : new ApexDatetime(Math.trunc(milliseconds));
}

function readTime(text: string): ApexTime | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hour, minute, second = '0', fraction = '0'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return ApexTime.of(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0')));
}

/** `10:20:30.000Z` */
export function timeText(value: ApexTime): string {
  return `${pad(value.hour)}:${pad(value.minute)}:${pad(value.second)}.${pad(value.millisecond, 3)}Z`;
}
