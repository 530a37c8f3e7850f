/** Instants and the tenant's time zone. Instants are ISO texts in UTC with milliseconds, so they sort as texts. */
import { DateTime, IANAZone } from 'luxon';

/** `2025-03-01T06:00:00.000Z`. */
export type Instant = string;

const DAY = 86_400_000;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
const WITH_SECONDS = 19;
const WITH_MILLISECONDS = 23;
const FORMATTED_KEPT = 10_000;
const YEARS = { from: 1900, to: 2999 };

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The time zone of a tenant: reads dates as the API takes them, writes them as the API sends them. */
export class TenantZone {
  readonly name: string;
  readonly #zone: IANAZone;
  /** Offsets in minutes by UTC day; days in which the offset changes are not kept. */
  readonly #offsets = new Map<number, number | undefined>();
  /** The same dates are written again and again: starts of cycles, due dates. */
  readonly #formatted = new Map<Instant, string>();

  /** @throws RangeError where the IANA name is unknown. */
  constructor(name: string) {
    if (!IANAZone.isValidZone(name)) throw new RangeError(`"${name}" is not a time zone.`);
    this.name = name;
    this.#zone = IANAZone.create(name);
  }

  #offsetAt(time: number): number {
    const day = Math.floor(time / DAY);
    if (!this.#offsets.has(day)) {
      const first = this.#zone.offset(day * DAY);
      this.#offsets.set(day, first === this.#zone.offset((day + 1) * DAY) ? first : undefined);
    }
    return this.#offsets.get(day) ?? this.#zone.offset(time);
  }

  /** The instant with the zone's offset: `2025-02-28T18:00:00-06:00`. @documented S15 */
  format(instant: Instant, milliseconds = false): string {
    if (milliseconds) return this.#write(instant, WITH_MILLISECONDS);
    let text = this.#formatted.get(instant);
    if (text === undefined) {
      text = this.#write(instant, WITH_SECONDS);
      if (this.#formatted.size >= FORMATTED_KEPT) this.#formatted.clear();
      this.#formatted.set(instant, text);
    }
    return text;
  }

  #write(instant: Instant, length: number): string {
    const time = Date.parse(instant);
    const offset = this.#offsetAt(time);
    const local = new Date(time + offset * 60_000).toISOString();
    return local.slice(0, length) + offsetText(offset);
  }

  /** The calendar day of an instant: `2025-02-28`. */
  day(instant: Instant): string {
    return this.format(instant).slice(0, 10);
  }

  /** Reads a date with time and zone, or a date alone, which means its first moment in the zone. @documented S15, S24 */
  parse(text: string): Instant | undefined {
    if (!DATE_ONLY.test(text) && !WITH_ZONE.test(text)) return undefined;
    const time = DateTime.fromISO(text, { zone: this.#zone });
    if (!time.isValid) return undefined;
    const utc = time.toUTC();
    return utc.year < YEARS.from || utc.year > YEARS.to ? undefined : (utc.toISO() ?? undefined);
  }

  /** The instant as a luxon value in the zone, for calendar arithmetic. */
  local(instant: Instant): DateTime {
    return DateTime.fromISO(instant, { zone: this.#zone });
  }

  startOfDay(instant: Instant): Instant {
    return toInstant(this.local(instant).startOf('day'));
  }

  /** The same local time of day so many days later. */
  plusDays(instant: Instant, days: number): Instant {
    return toInstant(this.local(instant).plus({ days }));
  }

  plusMonths(instant: Instant, months: number): Instant {
    return toInstant(this.local(instant).plus({ months }));
  }

  /** Whole calendar days between two instants, by their local dates. */
  daysBetween(from: Instant, to: Instant): number {
    const days = this.local(to).startOf('day').diff(this.local(from).startOf('day'), 'days').days;
    return Math.round(days);
  }
}

/** @throws RangeError on an invalid luxon value. */
export function toInstant(time: DateTime): Instant {
  const text = time.toUTC().toISO();
  if (text === null) throw new RangeError('The date is out of range.');
  return text;
}

/** The calendar day, if the text is one. */
export function parseDay(text: string): string | undefined {
  const day = text.slice(0, 10);
  if (!DATE_ONLY.test(day) || (text !== day && !WITH_ZONE.test(text))) return undefined;
  const time = DateTime.fromISO(day, { zone: 'utc' });
  return time.isValid && time.year >= YEARS.from && time.year <= YEARS.to ? day : undefined;
}
