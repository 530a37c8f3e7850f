import { currentTransaction } from '../runtime/context.ts';
import type { RuntimeType } from '../runtime/types.ts';
import { pad } from './date.ts';
import { ApexValue } from './value.ts';

const DAY = 86_400_000;

/** A Time of Apex: a time of day without time zone. Immutable. */
export class ApexTime extends ApexValue {
  /** Milliseconds since midnight, below 24 hours. */
  readonly milliseconds: number;

  /** More than a day, or less than nothing, goes round. */
  constructor(milliseconds: number) {
    super();
    this.milliseconds = ((milliseconds % DAY) + DAY) % DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Time');
  }

  get hour(): number {
    return Math.floor(this.milliseconds / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.milliseconds / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.milliseconds / 1000) % 60;
  }

  get millisecond(): number {
    return this.milliseconds % 1000;
  }

  plus(milliseconds: number): ApexTime {
    return new ApexTime(this.milliseconds + milliseconds);
  }

  compare(other: ApexTime): number {
    return Math.sign(this.milliseconds - other.milliseconds);
  }

  equals(other: unknown): boolean {
    return other instanceof ApexTime && this.milliseconds === other.milliseconds;
  }

  hashCode(): number {
    return this.milliseconds;
  }

  /** `10:20:30.000Z` */
  override toString(): string {
    return `${pad(this.hour)}:${pad(this.minute)}:${pad(this.second)}.${pad(this.millisecond, 3)}Z`;
  }
}
