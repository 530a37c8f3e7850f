/** Changes of running services: status, price, quantity, term, identifiers. @inferred 1.x */
import { duplicate, invalid, notFound } from '../../http/problem.ts';
import { amountOf, decimalText } from '../../money/decimal.ts';
import { unitPriceOf } from '../catalog/prices.ts';
import type { AgreementConfiguration } from '../orders/records.ts';
import type { Tenant } from '../tenant.ts';
import { makeTerm, scheduleTermEnd, sellableAgreement } from './agreements.ts';
import { endPrices } from './deactivate.ts';
import type { AgreementService, Service, ServicePrice, ServiceResource } from './records.ts';
import { presentAmount } from './service-view.ts';
import { isLive, isOpen, requireStatus, withStatus } from './status.ts';

/** Suspends; a suspended service still collects charges and accepts usage. @documented S46 */
export function suspendService(
  tenant: Tenant,
  service: Service,
  { reason }: { reason: { id: string } },
): Service {
  requireStatus(service, 'suspended', 'ACTIVE');
  const found = tenant.tables.reason.get(reason.id);
  if (found?.kind !== 'service-suspension')
    throw invalid(`reason.id: there is no suspension reason "${reason.id}".`);
  tenant.note('service', service.id, `Suspended: ${found.name}`);
  return tenant.tables.service.update(withStatus(tenant, service, 'SUSPENDED'));
}

export function resumeService(tenant: Tenant, service: Service): Service {
  requireStatus(service, 'resumed', 'SUSPENDED');
  return tenant.tables.service.update(withStatus(tenant, service, 'ACTIVE'));
}

export function describeService(
  tenant: Tenant,
  service: Service,
  description: string | null | undefined,
): Service {
  if (description === undefined) return service;
  tenant.note('service', service.id, 'Description changed');
  return tenant.tables.service.update({ ...service, description });
}

interface Terms {
  readonly quantity: string;
  /** New price of a unit; by the ranges where absent. */
  readonly unitPrice?: string;
  /** The same by product price. */
  readonly unitPrices?: Readonly<Record<string, string>>;
}

/** The price's successor from a moment on; both share the anchor, so that a period is split by its days. */
function successor(tenant: Tenant, before: ServicePrice, moment: string, terms: Terms): ServicePrice {
  const { quantity, unitPrices } = terms;
  const unitPrice = terms.unitPrice ?? unitPrices?.[before.product_price_id];
  const byRanges = before.is_overridden
    ? before.unit_price
    : decimalText(unitPriceOf(before.service_price_ranges, amountOf(quantity)));
  const unit = unitPrice ?? byRanges;
  const { end_date: _end, end_is_prorated: _prorated, ...rest } = before;
  return {
    ...rest,
    id: tenant.nextId('service_price', 78_001),
    unit_price: unit,
    quantity,
    amount: decimalText(amountOf(unit).times(quantity)),
    is_overridden: before.is_overridden || unitPrice !== undefined,
    start_date: moment,
    charged_until: moment,
  };
}

/** Ends the open prices at a moment and starts their successors. */
function splitPrices(tenant: Tenant, service: Service, moment: string, terms: Terms): ServicePrice[] {
  const open = new Set(service.service_prices.filter(({ end_date: end }) => !end).map(({ id }) => id));
  const ended = endPrices(tenant, service, moment, () => true);
  const next = ended.flatMap((price) => {
    if (!open.has(price.id)) return [];
    // A price that has not begun, as in a trial, is simply replaced.
    const from = price.start_date > moment ? price.start_date : moment;
    return [successor(tenant, price, from, terms)];
  });
  return [...ended.filter(({ start_date: start, end_date: end }) => !end || start < end), ...next];
}

/** New terms from now on, as a renewal brings them; nothing happens where they are the same. */
export function changePriceTerms(
  tenant: Tenant,
  service: Service,
  quantity: string,
  unitPrices: Readonly<Record<string, string>>,
): void {
  const open = service.service_prices.filter(({ end_date: end }) => !end);
  const isNew = open.some(
    (price) => (unitPrices[price.product_price_id] ?? price.unit_price) !== price.unit_price,
  );
  if (quantity === service.quantity && !isNew) return;
  const prices = splitPrices(tenant, service, tenant.now(), { quantity, unitPrices });
  tenant.note('service', service.id, 'Prices changed by the renewal');
  tenant.tables.service.update({
    ...service,
    quantity,
    service_prices: prices,
    amount: presentAmount(prices),
  });
}

export interface QuantityBody {
  new_quantity: string;
  effective_date?: string;
}

export function setQuantity(tenant: Tenant, service: Service, quantity: string, moment: string): Service {
  const prices = splitPrices(tenant, service, moment, { quantity });
  tenant.note('service', service.id, `Quantity ${service.quantity} -> ${quantity}`);
  tenant.notify({
    event: 'service_quantity_change',
    entity_type: 'service',
    entity_id: service.id,
    billing_account_id: service.billing_account.id,
    status: service.status,
  });
  return tenant.tables.service.update({
    ...service,
    quantity,
    service_prices: prices,
    amount: presentAmount(prices),
  });
}

/** What is billed is billed: a change may not reach back before it. @inferred */
function checkEffective(service: Service, moment: string): void {
  if (moment < service.start_date)
    throw invalid('effective_date must not be before the start of the service.');
  const latest = service.service_prices
    .filter(({ end_date: end }) => !end)
    .map(({ start_date: start }) => start);
  if (latest.some((start) => moment < start && service.trial_end === undefined)) {
    throw invalid('effective_date must not be before the last change of the service.');
  }
}

export function changeQuantity(tenant: Tenant, service: Service, body: QuantityBody): Service {
  requireStatus(service, 'changed', 'ACTIVE', 'TRIAL', 'SUSPENDED');
  const quantity = amountOf(body.new_quantity);
  if (!quantity.greaterThan(0)) throw invalid('new_quantity must be greater than 0.');
  const moment = body.effective_date ?? tenant.now();
  checkEffective(service, moment);
  if (moment <= tenant.now()) return setQuantity(tenant, service, decimalText(quantity), moment);
  tenant.work.schedule(moment, 'service-change', service.id, decimalText(quantity));
  tenant.note('service', service.id, `Quantity ${decimalText(quantity)} scheduled`);
  return service;
}

/** Only a price that was sold with price override may change. @documented S48 for scheduled prices */
export function changePrice(
  tenant: Tenant,
  service: Service,
  { new_recurring_unit_price: price }: { new_recurring_unit_price: string },
): Service {
  requireStatus(service, 'changed', 'ACTIVE', 'TRIAL', 'SUSPENDED');
  const unit = amountOf(price);
  if (unit.isNegative()) throw invalid('new_recurring_unit_price must not be negative.');
  const open = service.service_prices.filter(({ end_date: end }) => !end);
  if (open.length === 0) throw invalid('new_recurring_unit_price: the service has no recurring price.');
  if (open.some(({ price_override: may }) => !may)) {
    throw invalid('new_recurring_unit_price: the price was not sold with price override.');
  }
  const prices = splitPrices(tenant, service, tenant.now(), {
    quantity: service.quantity,
    unitPrice: decimalText(unit),
  });
  tenant.note('service', service.id, `Unit price -> ${decimalText(unit)}`);
  return tenant.tables.service.update({ ...service, service_prices: prices, amount: presentAmount(prices) });
}

export interface AgreementBody {
  agreement: { id: string };
  agreement_configuration?: AgreementConfiguration;
  start_date?: string;
}

/** Puts a service under a term; one at a time. */
export function addAgreement(tenant: Tenant, service: Service, body: AgreementBody): AgreementService {
  requireStatus(service, 'put under an agreement', 'ACTIVE', 'TRIAL', 'SUSPENDED');
  const now = tenant.now();
  const { current_agreement_service: current } = service;
  if (current && current.end_date > now)
    throw invalid('agreement: the service is under an agreement; renew it instead.');
  const agreement = sellableAgreement(tenant, 'agreement', body.agreement.id, service.product.id);
  const start = body.start_date ?? now;
  if (start < service.start_date) throw invalid('start_date must not be before the start of the service.');
  const term = makeTerm(tenant, agreement, start, body.agreement_configuration);
  tenant.tables.service.update({ ...service, current_agreement_service: term });
  scheduleTermEnd(tenant, service.id, term);
  tenant.note('service', service.id, `Agreement ${agreement.name}`);
  return term;
}

/** An identifier names one open service at a time, because usage finds the service by it. @inferred */
export function checkIdentifier({ tables }: Tenant, field: string, identifier: string): void {
  if (identifier.trim() === '') throw invalid(`${field} must not be empty.`);
  const other = tables.serviceResource.first(
    "identifier = ? AND json_extract(doc, '$.status') = 'ACTIVE'",
    identifier,
  );
  if (other) throw duplicate(`${field}: "${identifier}" belongs to the service ${other.service_id} already.`);
}

export function addResource(
  tenant: Tenant,
  service: Service,
  { identifier }: { identifier: string; effective_date?: string },
): ServiceResource {
  if (!isOpen(service)) throw invalid(`status: a service that is ${service.status} takes no identifiers.`);
  checkIdentifier(tenant, 'identifier', identifier);
  const most = tenant.tables.product.get(service.product.id)?.max_service_resources ?? 0;
  const present = tenant.tables.serviceResource.count(
    "service_id = ? AND json_extract(doc, '$.status') = 'ACTIVE'",
    Number(service.id),
  );
  if (present >= most) throw invalid(`identifier: the product takes at most ${most} identifiers.`);
  tenant.notify({
    event: 'add_service_resource_id',
    entity_type: 'service',
    entity_id: service.id,
    billing_account_id: service.billing_account.id,
    status: service.status,
  });
  return tenant.tables.serviceResource.insert({ service_id: service.id, identifier, status: 'ACTIVE' });
}

export function removeResource(tenant: Tenant, service: Service, id: string): void {
  const resource = tenant.tables.serviceResource.get(id);
  if (resource?.service_id !== service.id) throw notFound('service_resource', 'service');
  if (isLive(service)) {
    const least = tenant.tables.product.get(service.product.id)?.min_service_resources ?? 0;
    const present = tenant.tables.serviceResource.count('service_id = ?', Number(service.id));
    if (present <= least) throw invalid(`identifier: the product needs at least ${least} identifiers.`);
  }
  tenant.tables.serviceResource.remove(id);
}
