/** Periods: of bill cycles, and of recurring prices. */
import type { TenantZone, Instant } from '../../clock/zone.ts';
import type { RecurrencePeriod } from '../catalog/records.ts';
import type { BillCycleType } from '../reference/records.ts';
import type { ServicePrice } from '../services/records.ts';

/** On average. */
const DAYS_OF_MONTH = 30.4375;

/** So many months or days. */
interface Step {
  readonly months: number;
  readonly days: number;
}

const months = (count: number): Step => ({ months: count, days: 0 });
const days = (count: number): Step => ({ months: 0, days: count });

const CYCLE_STEPS: Readonly<Record<BillCycleType, Step>> = {
  daily: days(1),
  monthly: months(1),
  'segmented-monthly': months(1),
  quarterly: months(3),
  yearly: months(12),
};

const PERIOD_STEPS: Readonly<Record<Exclude<RecurrencePeriod, 'BILLCYCLE' | 'TWICEAMONTH'>, Step>> = {
  DAY: days(1),
  WEEK: days(7),
  TWOWEEKS: days(14),
  MONTH: months(1),
  QUARTER: months(3),
  FOURMONTHS: months(4),
  TWICEAYEAR: months(6),
  YEAR: months(12),
  TWOYEARS: months(24),
  THREEYEARS: months(36),
  FOURYEARS: months(48),
  FIVEYEARS: months(60),
};

function plus(
  zone: TenantZone,
  from: Instant,
  { months: inMonths, days: inDays }: Step,
  times: number,
): Instant {
  const moved = inMonths === 0 ? from : zone.plusMonths(from, inMonths * times);
  return inDays === 0 ? moved : zone.plusDays(moved, inDays * times);
}

/** The end of the cycle's period that starts at a moment. */
export function cycleEnd(zone: TenantZone, type: BillCycleType, start: Instant): Instant {
  return plus(zone, start, CYCLE_STEPS[type], 1);
}

/** The cycle's boundary at or after a moment. */
export function cycleBoundaryAfter(
  zone: TenantZone,
  {
    bill_cycle_type: type,
    start_date: start,
    end_date: end,
  }: { bill_cycle_type: BillCycleType; start_date: Instant; end_date: Instant },
  moment: Instant,
): Instant {
  // Nearly all sales start in the open period.
  if (start < moment && moment <= end) return end;
  // An estimate first, because a service may start years before or after the open period.
  const step = CYCLE_STEPS[type];
  const length = step.days || step.months * DAYS_OF_MONTH;
  let times = Math.floor(zone.daysBetween(start, moment) / length) - 1;
  let boundary = plus(zone, start, step, times);
  while (boundary < moment) boundary = plus(zone, start, step, (times += 1));
  return boundary;
}

/** How long a recurring price's period is; a price of the bill cycle takes the account's. */
function stepOf(period: RecurrencePeriod, cycle: BillCycleType): Step {
  if (period === 'BILLCYCLE') return CYCLE_STEPS[cycle];
  return period === 'TWICEAMONTH' ? days(DAYS_OF_MONTH / 2) : PERIOD_STEPS[period];
}

/** Two halves of a month are a month, however long it is. */
function halfMonth(zone: TenantZone, anchor: Instant, index: number): Instant {
  const whole = zone.plusMonths(anchor, Math.floor(index / 2));
  return index % 2 === 0 ? whole : zone.plusDays(whole, 15);
}

export interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

type Periodic = Pick<ServicePrice, 'anchor' | 'recurrence_period' | 'recurrence_amount'>;

function boundary(zone: TenantZone, price: Periodic, cycle: BillCycleType, index: number): Instant {
  const { anchor, recurrence_period: period, recurrence_amount: amount } = price;
  if (period === 'TWICEAMONTH') return halfMonth(zone, anchor, index * amount);
  return plus(zone, anchor, stepOf(period, cycle), index * amount);
}

/** The whole period of a price that a moment is in, counted from the price's anchor. */
export function periodAt(zone: TenantZone, price: Periodic, cycle: BillCycleType, moment: Instant): Period {
  const step = stepOf(price.recurrence_period, cycle);
  const length = (step.days || step.months * DAYS_OF_MONTH) * price.recurrence_amount;
  // An estimate, then to the right one: periods differ in length.
  let index = Math.floor(zone.daysBetween(price.anchor, moment) / length);
  while (boundary(zone, price, cycle, index) > moment) index -= 1;
  let end = boundary(zone, price, cycle, index + 1);
  while (end <= moment) end = boundary(zone, price, cycle, (index += 1) + 1);
  return { start: boundary(zone, price, cycle, index), end };
}
