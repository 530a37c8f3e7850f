/** Brings a tenant to where the command line wants it. */
import type { Tenant } from '../domain/tenant.ts';
import { seedDemo } from '../seed/demo.ts';
import { seedSize } from '../seed/size.ts';
import { UsageError, type Options } from './options.ts';

function isNew({ tables }: Tenant): boolean {
  return tables.account.count() === 0 && tables.billCycle.count() === 0;
}

/** Going forward does what falls due; a clock that would go back in a tenant with data is refused. */
function setClock(tenant: Tenant, clock: string): void {
  if (!isNew(tenant) && clock < tenant.now()) {
    throw new UsageError(
      `--clock is before the time of the data file, ${tenant.zone.format(tenant.now())}; choose a later one.`,
    );
  }
  if (!isNew(tenant)) tenant.work.runUntil(clock);
  tenant.store.transaction(() => tenant.clock.set(clock, true));
}

/** @throws UsageError where the data file does not allow it */
export function prepare(tenant: Tenant, { clock, seed, data }: Options): void {
  const fresh = isNew(tenant);
  if (!fresh && seed !== undefined && seed.kind !== 'none') {
    throw new UsageError(
      `${data ?? 'The tenant'} holds data already; leave --seed out, or name another file with --data.`,
    );
  }
  if (clock !== undefined) setClock(tenant, clock);
  if (!fresh || seed?.kind === 'none') return;
  if (seed?.kind === 'size') seedSize(tenant, seed.accounts);
  else seedDemo(tenant);
}
