import type { Reference } from '../references.ts';
import type { Tenant } from '../tenant.ts';

/** The reason of adjustments that billing makes itself; every tenant has it. */
export function systemReason({ tables }: Tenant, name: string): Reference {
  const known = tables.reason.first("kind = 'adjustment' AND name = ?", name);
  const reason =
    known ??
    tables.reason.insert({
      kind: 'adjustment',
      name,
      status: 'ACTIVE',
      level: 'PRIMARY',
      credit_only: false,
    });
  return { id: reason.id, name };
}
