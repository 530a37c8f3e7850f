import { ApexDate } from '../values/date.ts';

/** From the first day to the last, both inclusive. */
export interface DayRange {
  readonly from: ApexDate;
  readonly to: ApexDate;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
type RangeOf = (today: ApexDate, count: number) => DayRange;

/** The fiscal year is the calendar year: the local org has no setting for another one. */
const UNITS: Readonly<Record<string, Unit>> = {
  DAY: 'DAY',
  WEEK: 'WEEK',
  MONTH: 'MONTH',
  QUARTER: 'QUARTER',
  YEAR: 'YEAR',
  FISCAL_QUARTER: 'QUARTER',
  FISCAL_YEAR: 'YEAR',
};

const LITERALS: ReadonlyMap<string, RangeOf> = literals();

/** Is it a date literal of SOQL: `TODAY`, `LAST_N_DAYS` (without its count)? Upper case. */
export function isDateLiteral(name: string): boolean {
  return LITERALS.has(name);
}

/** The days that a literal means, seen from `today` in the user's time zone. `count` is that of `LAST_N_DAYS:3`. */
export function rangeOfLiteral(name: string, count: number | null, today: ApexDate): DayRange {
  const rangeOf = LITERALS.get(name);
  if (!rangeOf) throw new Error(`There is no date literal ${name}.`);
  return rangeOf(today, count ?? 1);
}

function literals(): Map<string, RangeOf> {
  const all = new Map<string, RangeOf>();
  const days =
    (from: number, to: number): RangeOf =>
    (today) => ({ from: today.addDays(from), to: today.addDays(to) });
  all.set('YESTERDAY', days(-1, -1)).set('TODAY', days(0, 0)).set('TOMORROW', days(1, 1));
  all.set('LAST_90_DAYS', days(-90, 0)).set('NEXT_90_DAYS', days(1, 90));
  all.set('LAST_N_DAYS', (today, count) => ({ from: today.addDays(-count), to: today }));
  all.set('NEXT_N_DAYS', (today, count) => ({ from: today.addDays(1), to: today.addDays(count) }));
  all.set('N_DAYS_AGO', (today, count) => ({ from: today.addDays(-count), to: today.addDays(-count) }));
  for (const [name, unit] of Object.entries(UNITS)) {
    if (unit === 'DAY') continue;
    all.set(`THIS_${name}`, (today) => span(today, unit, 0, 0));
    all.set(`LAST_${name}`, (today) => span(today, unit, -1, -1));
    all.set(`NEXT_${name}`, (today) => span(today, unit, 1, 1));
    all.set(`LAST_N_${name}S`, (today, count) => span(today, unit, -count, -1));
    all.set(`NEXT_N_${name}S`, (today, count) => span(today, unit, 1, count));
    all.set(`N_${name}S_AGO`, (today, count) => span(today, unit, -count, -count));
  }
  return all;
}

/** The units from the `first` to the `last`, counted from the one that holds `today`. */
function span(today: ApexDate, unit: Exclude<Unit, 'DAY'>, first: number, last: number): DayRange {
  return { from: startOf(today, unit, first), to: startOf(today, unit, last + 1).addDays(-1) };
}

/** Weeks begin on Sunday. */
function startOf(today: ApexDate, unit: Exclude<Unit, 'DAY'>, offset: number): ApexDate {
  switch (unit) {
    case 'WEEK':
      return today.addDays(-today.weekday + offset * 7);
    case 'MONTH':
      return ApexDate.of(today.year, today.month + offset, 1);
    case 'QUARTER':
      return ApexDate.of(today.year, Math.floor((today.month - 1) / 3) * 3 + 1 + offset * 3, 1);
    case 'YEAR':
      return ApexDate.of(today.year + offset, 1, 1);
  }
}
