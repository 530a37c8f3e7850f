/** Reads, sets and moves the tenant's clock. */
import type { Tenant } from '../domain/tenant.ts';
import { invalid } from '../http/problem.ts';
import { toInstant, type Instant } from '../clock/zone.ts';
import { fieldsOf, flagIn, numberIn, textIn } from './read-body.ts';

const UNITS = ['hours', 'days', 'weeks', 'months', 'years'] as const;
const MAX_YEARS = 20;

export function clockView({ clock, work, zone, settings }: Tenant): unknown {
  const { nextAt } = work;
  return {
    now: zone.format(clock.now(), settings.milliseconds),
    frozen: clock.isFrozen,
    next_due_at: nextAt === undefined ? null : zone.format(nextAt),
    refused_work: work.refused,
  };
}

function advanced({ clock, zone }: Tenant, body: unknown): Instant {
  const fields = fieldsOf(body, UNITS);
  const amounts = UNITS.map((unit) => [unit, numberIn(fields, unit) ?? 0] as const);
  const wrong = amounts.find(([, amount]) => amount < 0 || amount > 10_000);
  if (wrong) throw invalid(`advance.${wrong[0]} must be from 0 to 10000.`);
  return toInstant(zone.local(clock.now()).plus(Object.fromEntries(amounts)));
}

function target(tenant: Tenant, set: string | undefined, advance: unknown): Instant {
  if (set !== undefined && advance !== undefined) throw invalid('set and advance can not be given together.');
  if (set === undefined) return advance === undefined ? tenant.now() : advanced(tenant, advance);
  const instant = tenant.zone.parse(set);
  if (instant === undefined)
    throw invalid('set must be a date and time with a zone, as in 2025-03-01T00:00:00.000Z.');
  return instant;
}

function checkDistance({ clock, zone }: Tenant, to: Instant): void {
  if (zone.local(to).diff(zone.local(clock.now()), 'years').years > MAX_YEARS) {
    throw invalid(`The clock moves at most ${MAX_YEARS} years at a time.`);
  }
}

/**
 * Moves the clock. Going forward does all that becomes due, in order; going back undoes nothing.
 *
 * The clock stands still afterwards, so that a test knows the time, unless `frozen` is false.
 */
export function moveClock(tenant: Tenant, body: unknown): unknown {
  const fields = fieldsOf(body, ['set', 'advance', 'frozen', 'run']);
  const to = target(tenant, textIn(fields, 'set'), fields['advance']);
  const frozen = flagIn(fields, 'frozen') ?? true;
  const isRun = flagIn(fields, 'run') ?? true;
  if (isRun) checkDistance(tenant, to);
  const done = isRun ? tenant.work.runUntil(to) : 0;
  tenant.store.transaction(() => tenant.clock.set(to, frozen));
  return { ...(clockView(tenant) as object), work_done: done };
}
