/** A service makes way for another: of another product, or on another account. @inferred 9.3 */
import { invalid } from '../../http/problem.ts';
import { indexValues } from '../custom-fields/values.ts';
import type { Account } from '../accounts/records.ts';
import { cycleBoundaryAfter } from '../invoices/periods.ts';
import type { Order } from '../orders/records.ts';
import type { Tenant } from '../tenant.ts';
import { scheduleTermEnd } from './agreements.ts';
import { checkIdentifier } from './changes.ts';
import { endPrices, releaseResources } from './deactivate.ts';
import type { Service } from './records.ts';
import { makeWaitingService, startOf, startService, type Sale } from './start.ts';
import { isOpen, requireStatus, withStatus } from './status.ts';

/** Identifiers stay with what runs on; those that the order adds are new. */
function moveResources({ tables }: Tenant, from: Service, to: Service): void {
  const own = new Set(
    tables.serviceResource.where('service_id = ?', Number(to.id)).map(({ identifier }) => identifier),
  );
  for (const resource of tables.serviceResource.where('service_id = ?', Number(from.id))) {
    if (own.has(resource.identifier)) tables.serviceResource.remove(resource.id);
    else tables.serviceResource.update({ ...resource, service_id: to.id });
  }
}

function moveChildren({ tables }: Tenant, from: Service, to: Service): void {
  for (const child of tables.service.where('parent_id = ?', Number(from.id)).filter(isOpen)) {
    tables.service.update({ ...child, parent_service: { id: to.id } });
  }
}

/** Values of fields that the successor has none of. */
function inheritValues(tenant: Tenant, from: Service, to: Service): Service {
  const own = new Set(to.custom_field_values.map(({ custom_field: { id } }) => id));
  const inherited = from.custom_field_values
    .filter(({ custom_field: { id } }) => !own.has(id))
    .map((value) => ({ ...value, id: tenant.tables.customFieldEntry.nextId() }));
  const values = [...to.custom_field_values, ...inherited];
  indexValues(tenant, 'service', to.id, values);
  return { ...to, custom_field_values: values };
}

/** Ends the old service at a moment; what it was charged beyond is given back by the day. */
function endAs(
  tenant: Tenant,
  old: Service,
  status: 'REPLACED' | 'TRANSFERRED',
  moment: string,
  next: Service,
): void {
  for (const kind of ['service-change', 'service-end', 'trial-end'] as const)
    tenant.work.cancel(kind, old.id);
  const prices = endPrices(tenant, old, moment, () => true);
  const ended = withStatus(tenant, { ...old, service_prices: prices }, status);
  tenant.tables.service.update({ ...ended, end_date: moment, next_service: { id: next.id } });
}

function swap(
  tenant: Tenant,
  sale: Sale,
  old: Service,
  waiting: Service,
  preserveAgreement: boolean,
): Service {
  moveResources(tenant, old, waiting);
  moveChildren(tenant, old, waiting);
  const heir = inheritValues(tenant, old, waiting);
  const term = preserveAgreement ? (old.current_agreement_service ?? null) : null;
  endAs(tenant, old, 'REPLACED', waiting.start_date, waiting);
  tenant.notify({
    event: 'product_replacement',
    entity_type: 'service',
    entity_id: waiting.id,
    billing_account_id: sale.account.id,
    status: 'ACTIVE',
  });
  return startService(tenant, sale, { ...heir, current_agreement_service: term });
}

/** Identifiers that the order names and the old service does not have must be free. */
function checkIdentifiers(tenant: Tenant, { item }: Sale, old: Service): void {
  const own = new Set(
    tenant.tables.serviceResource.where('service_id = ?', Number(old.id)).map(({ identifier }) => identifier),
  );
  for (const { identifier } of item.service_resources) {
    if (!own.has(identifier)) checkIdentifier(tenant, 'order_items.service_resources.identifier', identifier);
  }
}

/** Replaces a service now, or makes its successor wait for the day. */
export function replaceService(tenant: Tenant, sale: Sale, change: NonNullable<Order['change']>): Service {
  const old = tenant.tables.service.require(change.service_id);
  requireStatus(old, 'changed', 'ACTIVE');
  const start = startOf(sale.order, sale.item);
  if (start < old.start_date) throw invalid('effective_date must not be before the start of the service.');
  checkIdentifiers(tenant, sale, old);
  const isLater = start > tenant.now();
  const made = makeWaitingService(tenant, sale, old.parent_service?.id, isLater ? 'SCHEDULED' : 'PENDING');
  const waiting = tenant.tables.service.update({ ...made, previous_service: { id: old.id } });
  if (!isLater) return swap(tenant, sale, old, waiting, change.preserve_agreement);
  tenant.work.schedule(start, 'service-replace', waiting.id);
  return waiting;
}

/** The day of a replacement; a service that meanwhile ended is not replaced. */
export function dueReplacement(tenant: Tenant, sale: Sale, waiting: Service): void {
  const { change } = sale.order;
  const old = change && tenant.tables.service.get(change.service_id);
  if (waiting.status !== 'SCHEDULED' || !change) return;
  if (old?.status === 'ACTIVE') {
    swap(tenant, sale, old, waiting, change.preserve_agreement);
    return;
  }
  releaseResources(tenant, waiting);
  tenant.tables.service.update(withStatus(tenant, waiting, 'CANCELED'));
}

/** Moves a service with its add-ons to another account; no call of the API is known, so only control does it. */
export function transferService(tenant: Tenant, old: Service, account: Account, parentId?: string): Service {
  requireStatus(old, 'transferred', 'ACTIVE');
  const { tables } = tenant;
  if (account.id === old.billing_account.id)
    throw invalid('billing_account.id: the service is on this account.');
  if (tables.account.require(old.billing_account.id).currency_code !== account.currency_code)
    throw invalid('billing_account.id: the accounts differ in currency.');
  const now = tenant.now();
  const cycle = tables.billCycle.require(account.bill_cycle.id);
  const { id: _id, ...rest } = old;
  const prices = old.service_prices.filter(({ end_date: end }) => !end);
  const heir = tables.service.insert({
    ...rest,
    billing_account: { id: account.id },
    start_date: now,
    status_date: now,
    parent_service: parentId === undefined ? null : { id: parentId },
    previous_service: { id: old.id },
    service_prices: prices.map((price) => ({
      ...price,
      id: tenant.nextId('service_price', 78_001),
      start_date: now,
      charged_until: now,
      anchor: price.prorated_on_order ? cycleBoundaryAfter(tenant.zone, cycle, now) : now,
    })),
  });
  indexValues(tenant, 'service', heir.id, heir.custom_field_values);
  if (heir.current_agreement_service) scheduleTermEnd(tenant, heir.id, heir.current_agreement_service);
  for (const child of tables.service.where("parent_id = ? AND status = 'ACTIVE'", Number(old.id)))
    transferService(tenant, child, account, heir.id);
  moveResources(tenant, old, heir);
  endAs(tenant, tables.service.require(old.id), 'TRANSFERRED', now, heir);
  return heir;
}
