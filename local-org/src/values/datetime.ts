import { IANAZone } from 'luxon';
import { currentTransaction } from '../runtime/context.ts';
import type { RuntimeType } from '../runtime/types.ts';
import { ApexDate, longHash, pad } from './date.ts';
import { ApexTime } from './time.ts';
import { ApexValue } from './value.ts';

const DAY = 86_400_000;

/** A Datetime of Apex: a moment, in whole milliseconds. Immutable. */
export class ApexDatetime extends ApexValue {
  /** Milliseconds since 1970 in GMT. */
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super();
    this.milliseconds = milliseconds;
  }

  /** What a clock in `zone` shows. */
  static ofLocal(date: ApexDate, time: ApexTime, zone: string): ApexDatetime {
    return new ApexDatetime(fromLocal(date.milliseconds + time.milliseconds, zone));
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Datetime');
  }

  /** The day that a calendar in `zone` shows. */
  date(zone: string): ApexDate {
    return ApexDate.ofMilliseconds(toLocal(this.milliseconds, zone));
  }

  /** The time that a clock in `zone` shows. */
  time(zone: string): ApexTime {
    return new ApexTime(toLocal(this.milliseconds, zone) % DAY);
  }

  plus(milliseconds: number): ApexDatetime {
    return new ApexDatetime(this.milliseconds + milliseconds);
  }

  compare(other: ApexDatetime): number {
    return Math.sign(this.milliseconds - other.milliseconds);
  }

  equals(other: unknown): boolean {
    return other instanceof ApexDatetime && this.milliseconds === other.milliseconds;
  }

  hashCode(): number {
    return longHash(this.milliseconds);
  }

  /** `2024-02-29 10:20:30` as clocks in `zone` show it. */
  toLocalString(zone: string): string {
    const time = this.time(zone);
    return `${this.date(zone).toIsoString()} ${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`;
  }

  /** `2024-02-29T10:20:30.000Z` */
  toIsoString(): string {
    return new Date(this.milliseconds).toISOString();
  }

  /** `2024-02-29 10:20:30` in GMT, as concatenated to a text and inside of collections. */
  override toString(): string {
    return this.toLocalString('GMT');
  }
}

/** Is it a time zone that the local org knows, e.g. `Europe/Berlin`, `GMT`? */
export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** What has to be added to GMT at the moment `time`, in milliseconds. */
export function zoneOffset(time: number, zone: string): number {
  if (zone === 'GMT' || zone === 'UTC') return 0;
  return IANAZone.create(zone).offset(time) * 60_000;
}

/** The moment as milliseconds since 1970 of a clock in `zone`. */
export function toLocal(time: number, zone: string): number {
  return time + zoneOffset(time, zone);
}

/**
 * The moment at which a clock in `zone` shows `local`. Where clocks are turned back the later one, where they are
 * turned forward the time that passed since the turn: what Java's calendar does.
 */
export function fromLocal(local: number, zone: string): number {
  const before = zoneOffset(local - DAY, zone);
  const after = zoneOffset(local + DAY, zone);
  const late = local - after;
  return before === after || zoneOffset(late, zone) === after ? late : local - before;
}
