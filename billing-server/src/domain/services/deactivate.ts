/** Ends services. @inferred 1.x */
import { invalid } from '../../http/problem.ts';
import type { Account } from '../accounts/records.ts';
import { endPrice } from '../invoices/charges.ts';
import type { Tenant } from '../tenant.ts';
import { chargeTermination } from './agreements.ts';
import type { Service, ServicePrice } from './records.ts';
import { isOpen, withStatus } from './status.ts';

/** Ends all prices of a service at a moment. */
export function endPrices(
  tenant: Tenant,
  service: Service,
  moment: string,
  isProrated: (price: ServicePrice) => boolean,
): ServicePrice[] {
  const account = tenant.tables.account.require(service.billing_account.id);
  return service.service_prices.map((price) =>
    endPrice(tenant, account, service, price, moment, isProrated(price)),
  );
}

function childrenOf({ tables }: Tenant, { id }: Service): Service[] {
  return tables.service.where('parent_id = ?', Number(id)).filter(isOpen);
}

/** Resources are free for others once their service has ended. */
export function releaseResources({ tables }: Tenant, { id }: Service): void {
  for (const resource of tables.serviceResource.where('service_id = ?', Number(id))) {
    tables.serviceResource.update({ ...resource, status: 'INACTIVE' });
  }
}

function cancelWork({ work }: Tenant, { id }: Service): void {
  work.cancel('service-start', id);
  work.cancel('trial-end', id);
  work.cancel('service-change', id);
  work.cancel('service-replace', id);
  work.cancel('service-end', id);
}

/** Ends a service and its add-ons at a moment that is not in the future; one that never started is canceled. */
export function endService(tenant: Tenant, service: Service, moment: string): Service {
  for (const child of childrenOf(tenant, service)) endService(tenant, child, moment);
  cancelWork(tenant, service);
  releaseResources(tenant, service);
  if (service.status === 'PENDING' || service.status === 'SCHEDULED') {
    return tenant.tables.service.update({
      ...withStatus(tenant, service, 'CANCELED'),
      service_prices: [],
      amount: '0',
    });
  }
  chargeTermination(tenant, service, moment);
  const prices = endPrices(tenant, service, moment, ({ prorated_on_cancel: isProrated }) => isProrated);
  const ended = withStatus(tenant, { ...service, service_prices: prices }, 'DEACTIVATED');
  return tenant.tables.service.update({ ...ended, end_date: moment });
}

/** Nothing may end before it began, nor in a period that is billed. @inferred */
function checkMoment(service: Service, moment: string): void {
  if (moment < service.start_date && service.status !== 'SCHEDULED') {
    throw invalid('effective_date must not be before the start of the service.');
  }
}

export interface DeactivateBody {
  reason: { id: string };
  effective_date?: string;
}

/** Ends a service now, at a moment of the past, or later. */
export function deactivateService(tenant: Tenant, service: Service, body: DeactivateBody): Service {
  if (!isOpen(service)) throw invalid(`status: a service that is ${service.status} can not be deactivated.`);
  const reason = tenant.tables.reason.get(body.reason.id);
  if (reason?.kind !== 'service-deactivation')
    throw invalid(`reason.id: there is no deactivation reason "${body.reason.id}".`);
  const moment = body.effective_date ?? tenant.now();
  checkMoment(service, moment);
  if (moment > tenant.now()) {
    tenant.work.cancel('service-end', service.id);
    tenant.work.schedule(moment, 'service-end', service.id);
    tenant.note('service', service.id, `End scheduled: ${reason.name}`);
    return tenant.tables.service.update({ ...service, end_date: moment });
  }
  tenant.note('service', service.id, `Deactivated: ${reason.name}`);
  return endService(tenant, service, moment);
}

/** Ends everything that runs on an account. */
export function deactivateServicesOf(tenant: Tenant, { id }: Account): void {
  for (const service of tenant.tables.service.where('account_id = ?', Number(id))) {
    // A parent ends its add-ons, so the record may be out of date by now.
    const present = tenant.tables.service.require(service.id);
    if (isOpen(present)) endService(tenant, present, tenant.now());
  }
}
