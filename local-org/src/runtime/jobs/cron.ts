import { daysInMonth } from '../../values/date.ts';
import { fromLocal, toLocal } from '../../values/datetime.ts';

/** What is wrong with a cron expression, in the platform's words where they are known. */
export class CronError extends Error {}

const DAY = 86_400_000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** The platform's own last year. */
const LAST_YEAR = 2099;

type DayTest = (year: number, month: number, day: number) => boolean;

/**
 * `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`, as `System.schedule` takes it: seconds and minutes are
 * whole numbers; exactly one of the two days is `?`; `L`, `W` and `#` as in Quartz.
 */
export class CronExpression {
  readonly #second: number;
  readonly #minute: number;
  readonly #hours: ReadonlySet<number>;
  readonly #months: ReadonlySet<number>;
  readonly #years: ReadonlySet<number>;
  readonly #isDay: DayTest;

  /** Throws `CronError`. */
  constructor(text: string) {
    const fields = text.trim().toUpperCase().split(/\s+/);
    if (fields.length < 6 || fields.length > 7) {
      throw new CronError(`Unexpected end of expression: ${text}`);
    }
    const [second = '', minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year] = fields;
    if (!/^\d+$/.test(second) || !/^\d+$/.test(minute)) {
      throw new CronError(`Seconds and minutes must be specified as integers: ${text}`);
    }
    this.#second = only(values(second, 0, 59));
    this.#minute = only(values(minute, 0, 59));
    this.#hours = values(hour, 0, 23);
    this.#months = values(named(month, MONTHS, 1), 1, 12);
    this.#years = values(year ?? '*', 1970, LAST_YEAR);
    if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
      throw new CronError(
        dayOfMonth === '?'
          ? "'?' can only be specified for Day-of-Month -OR- Day-of-Week."
          : 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.',
      );
    }
    this.#isDay = dayOfWeek === '?' ? dayOfMonthTest(dayOfMonth) : dayOfWeekTest(named(dayOfWeek, DAYS, 1));
  }

  /** The first time after `time`, in milliseconds since 1970; null when it never comes. */
  next(time: number, zone: string): number | null {
    const local = toLocal(time, zone);
    for (let day = Math.floor(local / DAY) * DAY; ; day += DAY) {
      const date = new Date(day);
      if (date.getUTCFullYear() > LAST_YEAR) return null;
      if (!this.#fits(date)) continue;
      for (const hour of [...this.#hours].sort((one, other) => one - other)) {
        const at = day + ((hour * 60 + this.#minute) * 60 + this.#second) * 1000;
        const real = fromLocal(at, zone);
        if (real > time) return real;
      }
    }
  }

  #fits(date: Date): boolean {
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return this.#years.has(year) && this.#months.has(month) && this.#isDay(year, month, day);
  }
}

/** The expression of one moment, as the platform shows it for a scheduled batch. */
export function cronAt(time: number, zone: string): string {
  const date = new Date(toLocal(time, zone));
  const [second, minute, hour] = [date.getUTCSeconds(), date.getUTCMinutes(), date.getUTCHours()];
  return `${second} ${minute} ${hour} ${date.getUTCDate()} ${date.getUTCMonth() + 1} ? ${date.getUTCFullYear()}`;
}

function only(set: ReadonlySet<number>): number {
  return [...set][0] as number;
}

function named(text: string, names: readonly string[], first: number): string {
  return text.replace(/[A-Z]{3}/g, (word) => {
    const at = names.indexOf(word);
    if (at < 0) throw new CronError(`Invalid value: '${word}'`);
    return String(at + first);
  });
}

/** `*`, `?`, `5`, `1-5`, `0/6`, `1,3,5-7`. */
function values(text: string, low: number, high: number): Set<number> {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(?:(?<all>[*?])|(?<from>\d+)(?:-(?<to>\d+))?)(?:\/(?<step>\d+))?$/.exec(part)?.groups;
    if (!match) throw new CronError(`Illegal characters for this position: '${part}'`);
    const step = Number(match.step ?? 1);
    const from = match.all ? low : Number(match.from);
    const to = match.all || (match.step && !match.to) ? high : Number(match.to ?? match.from);
    if (from < low || to > high || step < 1) {
      throw new CronError(`Values must be between ${low} and ${high}: '${part}'`);
    }
    // A range may go over the end: FRI-MON.
    const end = to < from ? to + (high - low + 1) : to;
    for (let value = from; value <= end; value += step) {
      found.add(((value - low) % (high - low + 1)) + low);
    }
  }
  return found;
}

function dayOfMonthTest(text: string): DayTest {
  if (text === 'L') return (year, month, day) => day === daysInMonth(year, month);
  if (text === 'LW')
    return (year, month, day) => day === nearestWeekday(year, month, daysInMonth(year, month));
  const weekday = /^(\d+)W$/.exec(text);
  if (weekday) return (year, month, day) => day === nearestWeekday(year, month, Number(weekday[1]));
  const days = values(text, 1, 31);
  return (_, __, day) => days.has(day);
}

function dayOfWeekTest(text: string): DayTest {
  const last = /^(\d)L$/.exec(text);
  if (last) {
    return (year, month, day) =>
      weekdayOf(year, month, day) === Number(last[1]) && day > daysInMonth(year, month) - 7;
  }
  if (text === 'L') return (year, month, day) => weekdayOf(year, month, day) === 7;
  const nth = /^(\d)#(\d)$/.exec(text);
  if (nth) {
    return (year, month, day) =>
      weekdayOf(year, month, day) === Number(nth[1]) && Math.ceil(day / 7) === Number(nth[2]);
  }
  const days = values(text, 1, 7);
  return (year, month, day) => days.has(weekdayOf(year, month, day));
}

/** 1 is Sunday. */
function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

/** Within the month. */
function nearestWeekday(year: number, month: number, day: number): number {
  const weekday = weekdayOf(year, month, day);
  if (weekday === 7) return day > 1 ? day - 1 : day + 2;
  if (weekday === 1) return day < daysInMonth(year, month) ? day + 1 : day - 2;
  return day;
}
