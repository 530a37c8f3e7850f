/** Plays a story: what happens when, with everything that falls due in between. */
import type { Tenant } from '../domain/tenant.ts';

/** Something that happens so many days before the present. */
export interface Happening {
  readonly daysAgo: number;
  readonly what: (tenant: Tenant) => void;
}

/**
 * Plays it up to the present. Happenings of a day keep their order.
 *
 * @throws Error where what the story tells is against a rule; it names the day.
 */
export function play(tenant: Tenant, story: readonly Happening[]): void {
  const now = tenant.now();
  const ordered = story.toSorted((one, other) => other.daysAgo - one.daysAgo);
  for (const { daysAgo, what } of ordered) {
    const moment = tenant.zone.plusDays(now, -daysAgo);
    tenant.work.runUntil(moment);
    try {
      tenant.store.transaction(() => tenant.clock.at(moment, () => what(tenant)));
    } catch (cause) {
      throw new Error(`The demo can not be played: ${daysAgo} days ago: ${String(cause)}`, { cause });
    }
  }
  tenant.work.runUntil(now);
}
