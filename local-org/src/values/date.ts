import { currentTransaction } from '../runtime/context.ts';
import type { RuntimeType } from '../runtime/types.ts';
import { ApexValue } from './value.ts';

const DAY = 86_400_000;

/** A Date of Apex: a day of the calendar without time zone. Immutable. */
export class ApexDate extends ApexValue {
  /** Days since 1970-01-01. */
  readonly days: number;
  #parts: Date | null = null;

  constructor(days: number) {
    super();
    this.days = days;
  }

  /** Months count from 1. Months and days that are too large or small carry over, as on the platform. */
  static of(year: number, month: number, day: number): ApexDate {
    const parts = new Date(0);
    parts.setUTCFullYear(year, month - 1, day);
    return new ApexDate(parts.getTime() / DAY);
  }

  /** The day of a moment, given in milliseconds since 1970 of a clock that shows GMT or local time. */
  static ofMilliseconds(time: number): ApexDate {
    return new ApexDate(Math.floor(time / DAY));
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Date');
  }

  get year(): number {
    return this.#utc.getUTCFullYear();
  }

  /** From 1. */
  get month(): number {
    return this.#utc.getUTCMonth() + 1;
  }

  get day(): number {
    return this.#utc.getUTCDate();
  }

  /** 0 is Sunday. */
  get weekday(): number {
    return this.#utc.getUTCDay();
  }

  get dayOfYear(): number {
    return this.days - ApexDate.of(this.year, 1, 1).days + 1;
  }

  /** Milliseconds since 1970 of the day's start in GMT. */
  get milliseconds(): number {
    return this.days * DAY;
  }

  get #utc(): Date {
    return (this.#parts ??= new Date(this.milliseconds));
  }

  addDays(days: number): ApexDate {
    return new ApexDate(this.days + days);
  }

  /** A day that the month lacks becomes its last one: 31 January and a month is 28 or 29 February. */
  addMonths(months: number): ApexDate {
    const first = ApexDate.of(this.year, this.month + months, 1);
    return first.addDays(Math.min(this.day, daysInMonth(first.year, first.month)) - 1);
  }

  addYears(years: number): ApexDate {
    return this.addMonths(years * 12);
  }

  compare(other: ApexDate): number {
    return Math.sign(this.days - other.days);
  }

  equals(other: unknown): boolean {
    return other instanceof ApexDate && this.days === other.days;
  }

  hashCode(): number {
    return longHash(this.milliseconds);
  }

  /** `2024-02-29`, as `String.valueOf(Date)`. */
  toIsoString(): string {
    return `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}`;
  }

  /** `2024-02-29 00:00:00`, as concatenated to a text and inside of collections. */
  override toString(): string {
    return `${this.toIsoString()} 00:00:00`;
  }
}

/** Month from 1; may be out of range. */
export function daysInMonth(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

export function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

/** Zeros on the left. */
export function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** Java's hash of a long, for whole numbers. */
export function longHash(value: number): number {
  const long = BigInt.asUintN(64, BigInt(value));
  return Number((long >> 32n) ^ (long & 0xffffffffn)) | 0;
}
