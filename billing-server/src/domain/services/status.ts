/**
 * The life of a service.
 *
 *     PENDING (awaits approval) -> SCHEDULED (future start) -> TRIAL -> ACTIVE <-> SUSPENDED
 *     ACTIVE | SUSPENDED | TRIAL -> DEACTIVATED
 *     ACTIVE -> REPLACED      by a change to another product
 *     ACTIVE -> TRANSFERRED   to another account
 *     PENDING | SCHEDULED -> CANCELED
 *
 * Names are from 1.x, arrows are inferred; what may be skipped (from PENDING straight to ACTIVE) follows from the sale.
 */
import { invalid } from '../../http/problem.ts';
import type { Tenant } from '../tenant.ts';
import type { Service, ServiceStatus } from './records.ts';

const NEXT: Readonly<Record<ServiceStatus, readonly ServiceStatus[]>> = {
  PENDING: ['SCHEDULED', 'TRIAL', 'ACTIVE', 'CANCELED'],
  SCHEDULED: ['TRIAL', 'ACTIVE', 'CANCELED'],
  TRIAL: ['ACTIVE', 'DEACTIVATED'],
  ACTIVE: ['SUSPENDED', 'DEACTIVATED', 'REPLACED', 'TRANSFERRED'],
  SUSPENDED: ['ACTIVE', 'DEACTIVATED'],
  DEACTIVATED: [],
  REPLACED: [],
  TRANSFERRED: [],
  CANCELED: [],
};

export function mayBecome(from: ServiceStatus, to: ServiceStatus): boolean {
  return NEXT[from].includes(to);
}

/** Services that run, in whatever way. */
export function isLive({ status }: Service): boolean {
  return status === 'TRIAL' || status === 'ACTIVE' || status === 'SUSPENDED';
}

/** Services that have not ended. */
export function isOpen({ status }: Service): boolean {
  return NEXT[status].length > 0;
}

/** @throws Problem 422 naming what the service would have to be. */
export function requireStatus(service: Service, what: string, ...statuses: readonly ServiceStatus[]): void {
  if (!statuses.includes(service.status)) {
    throw invalid(
      `status: a service that is ${service.status} can not be ${what}; it must be ${statuses.join(' or ')}.`,
    );
  }
}

/** Follows an arrow, now; the service is not stored yet where it changes in other ways as well. */
export function withStatus(tenant: Tenant, service: Service, status: ServiceStatus): Service {
  if (!mayBecome(service.status, status))
    throw invalid(`status: a service that is ${service.status} can not become ${status}.`);
  tenant.note('service', service.id, `${service.status} -> ${status}`);
  tenant.notify({
    event: 'service_status_change',
    entity_type: 'service',
    entity_id: service.id,
    billing_account_id: service.billing_account.id,
    status,
  });
  return { ...service, status, status_date: tenant.now() };
}
