/** Terms go on: by renewal orders, and by what the agreement says of its end. @documented S49 @inferred 1.x */
import { invalid } from '../../http/problem.ts';
import { amountOf, decimalText, moneyText, rounded, sum } from '../../money/decimal.ts';
import type { EndAction } from '../catalog/records.ts';
import { addCharge, chargedService } from '../invoices/charges.ts';
import { confirmOrder } from '../orders/confirm.ts';
import { makeDraft, type OrderBody } from '../orders/drafts.ts';
import type { Order } from '../orders/records.ts';
import { createAdjustment, postAdjustment } from '../payments/adjustments.ts';
import { unitPriceOf } from '../catalog/prices.ts';
import { systemReason } from '../reference/reasons.ts';
import type { Tenant } from '../tenant.ts';
import { makeTerm, scheduleTermEnd, sellableAgreement } from './agreements.ts';
import { changePriceTerms } from './changes.ts';
import { endService } from './deactivate.ts';
import type { AgreementService, Renewal, Service } from './records.ts';
import { isLive, requireStatus } from './status.ts';

/** The order of a change or renewal as callers write it, with its one item. @throws Problem 422 */
function onlyItem(order: OrderBody, service: Service): OrderBody['order_items'][number] {
  const [item, ...others] = order.order_items;
  if (!item || others.length > 0) throw invalid('order.order_items must hold one item.');
  if (order.billing_account.id !== service.billing_account.id)
    throw invalid('order.billing_account.id must be the account of the service.');
  return item;
}

export interface ChangeBody {
  order: OrderBody;
  preserve_agreement?: boolean;
  effective_date?: string;
}

/** Replaces the product of a service, by a change order. */
export function changeService(tenant: Tenant, service: Service, body: ChangeBody): Order {
  requireStatus(service, 'changed', 'ACTIVE');
  const item = onlyItem(body.order, service);
  const account = tenant.tables.account.require(service.billing_account.id);
  const start = body.effective_date ?? item.requested_effective_date ?? tenant.now();
  const changed = {
    ...item,
    requested_effective_date: start,
    ...(service.parent_service && { parent_service: service.parent_service }),
  };
  if (item.order_items?.length)
    throw invalid('order.order_items[0].order_items: sell add-ons by an order of their own.');
  const change = { service_id: service.id, preserve_agreement: body.preserve_agreement ?? false };
  const draft = makeDraft(
    tenant,
    account,
    { ...body.order, order_type: 'change', order_items: [changed] },
    { change },
  );
  return confirmOrder(tenant, draft, {});
}

export interface RenewBody {
  order: OrderBody;
  preserve_pricing?: boolean;
}

function termOf({ current_agreement_service: term }: Service): AgreementService {
  if (!term) throw invalid('current_agreement_service: the service has no agreement to renew.');
  return term;
}

function unitPrices(order: Order): Record<string, string> {
  const prices = order.order_items.flatMap(({ order_item_prices: all }) =>
    all.filter(({ price_type: type }) => type === 'recurring'),
  );
  return Object.fromEntries(prices.map(({ product_price: { id }, unit_price: unit }) => [id, unit]));
}

/** Renews the term from its end on, by a renewal order. */
export function renewService(tenant: Tenant, service: Service, body: RenewBody): Order {
  requireStatus(service, 'renewed', 'ACTIVE', 'TRIAL', 'SUSPENDED');
  const term = termOf(service);
  if (service.renewal) throw invalid('order: the service has a renewal that has not begun.');
  const item = onlyItem(body.order, service);
  if (item.product.id !== service.product.id)
    throw invalid('order.order_items[0].product.id must be the product of the service.');
  const agreementId = item.selected_agreement?.id ?? term.agreement.id;
  sellableAgreement(tenant, 'order.order_items[0].selected_agreement', agreementId, service.product.id);
  const account = tenant.tables.account.require(service.billing_account.id);
  const { service_resources: _resources, ...rest } = item;
  const own = {
    ...rest,
    requested_effective_date: term.end_date,
    ...(service.parent_service && { parent_service: service.parent_service }),
  };
  const draft = makeDraft(
    tenant,
    account,
    { ...body.order, order_type: 'renewal', order_items: [own] },
    { renewal_date: term.end_date },
  );
  tenant.note('order', draft.id, 'DRAFT -> COMPLETED');
  const items = draft.order_items.map((one) => ({ ...one, service: { id: service.id } }));
  const order = tenant.tables.order.update({ ...draft, status: 'COMPLETED', order_items: items });
  const renewal: Renewal = {
    order_id: order.id,
    agreement_id: agreementId,
    configuration: item.agreement_configuration ?? {},
    preserve_pricing: body.preserve_pricing ?? false,
    quantity: items[0]?.quantity ?? service.quantity,
    unit_prices: unitPrices(order),
  };
  tenant.note('service', service.id, `Renewal by the order ${order.order_num}`);
  tenant.tables.service.update({ ...service, renewal });
  return order;
}

/** One-time prices that are charged again with each renewal. @inferred X */
function chargeRenewal(tenant: Tenant, service: Service): void {
  const account = tenant.tables.account.require(service.billing_account.id);
  const prices = tenant.tables.productPrice.where(
    'product_id = ? AND currency_code = ?',
    Number(service.product.id),
    account.currency_code,
  );
  for (const price of prices.filter(({ charge_during_renewal: again }) => again)) {
    const unit = unitPriceOf(price.price_ranges, amountOf(service.quantity));
    const amount = rounded(unit.times(service.quantity), account.currency_code);
    if (amount.isZero()) continue;
    addCharge(tenant, account, {
      type: 'PRODUCT',
      service: chargedService(service),
      quantity: service.quantity,
      unit_amount: decimalText(unit),
      amount: moneyText(amount, account.currency_code),
      description: `Renewal of ${service.product.name}`,
      taxable: tenant.tables.product.get(service.product.id)?.taxable ?? false,
    });
  }
}

function startTerm(tenant: Tenant, service: Service, term: AgreementService): Service {
  const { renewal: _renewal, ...rest } = service;
  const renewed = tenant.tables.service.update({
    ...rest,
    current_agreement_service: term,
    renewal_count: service.renewal_count + 1,
  });
  scheduleTermEnd(tenant, service.id, term);
  chargeRenewal(tenant, renewed);
  tenant.note('service', service.id, `Term until ${tenant.zone.day(term.end_date)}`);
  return renewed;
}

function applyRenewal(tenant: Tenant, service: Service, renewal: Renewal): void {
  const agreement = tenant.tables.agreement.require(renewal.agreement_id);
  const renewed = startTerm(
    tenant,
    service,
    makeTerm(tenant, agreement, tenant.now(), renewal.configuration, true),
  );
  const prices = renewal.preserve_pricing ? {} : renewal.unit_prices;
  changePriceTerms(tenant, renewed, renewal.quantity, prices);
}

function startAgreement(tenant: Tenant, service: Service, id: string | undefined, action?: EndAction): void {
  const agreement = id === undefined ? undefined : tenant.tables.agreement.get(id);
  if (!agreement) return freeService(tenant, service);
  startTerm(
    tenant,
    service,
    makeTerm(tenant, agreement, tenant.now(), action ? { end_action: action } : {}, true),
  );
}

/** Goes on at the same price, free to leave. @documented S49 */
function freeService(tenant: Tenant, service: Service): void {
  tenant.note('service', service.id, 'Term ended');
  tenant.tables.service.update({ ...service, current_agreement_service: null });
}

/** Changes to the product that the agreement names, by a change order of its own. */
function changeAtEnd(tenant: Tenant, service: Service, term: AgreementService): void {
  const product = term.next_service_product && tenant.tables.product.get(term.next_service_product.id);
  freeService(tenant, service);
  if (product?.state !== 'AVAILABLE' || service.status !== 'ACTIVE') return;
  const order: OrderBody = {
    order_type: 'change',
    billing_account: { id: service.billing_account.id },
    order_items: [{ product: { id: product.id }, quantity: service.quantity }],
  };
  changeService(tenant, tenant.tables.service.require(service.id), { order });
}

/** What a term promised and did not bring is charged. @inferred 1.x */
function trueUp(tenant: Tenant, service: Service, term: AgreementService): void {
  if (!term.minimum_amount) return;
  const charges = tenant.tables.charge.where('service_id = ?', Number(service.id));
  const brought = sum(
    charges.filter(({ occurred_on: on }) => on >= term.start_date).map(({ amount }) => amount),
  );
  const missing = amountOf(term.minimum_amount).minus(brought);
  if (!missing.greaterThan(0)) return;
  const account = tenant.tables.account.require(service.billing_account.id);
  const body = {
    amount: moneyText(rounded(missing, account.currency_code), account.currency_code),
    credit: false,
    reason: systemReason(tenant, 'Minimum commitment'),
    description: `Minimum commitment of ${service.product.name}`,
  };
  postAdjustment(tenant, createAdjustment(tenant, account, body, 'TRUE_UP_CHARGE', service));
}

/** A term ends: by a renewal that waits for it, else by its end action. @documented S49 */
export function endTerm(tenant: Tenant, serviceId: string, termId: string): void {
  const service = tenant.tables.service.get(serviceId);
  const term = service?.current_agreement_service;
  if (!service || !term || term.id !== termId || !isLive(service)) return;
  trueUp(tenant, service, term);
  if (service.renewal) return applyRenewal(tenant, service, service.renewal);
  switch (term.end_action) {
    case 'RENEW_AGREEMENT':
      return startAgreement(tenant, service, term.agreement.id, term.next_end_action);
    case 'CHANGE_AGREEMENT':
      return startAgreement(tenant, service, term.next_agreement?.id, term.next_end_action);
    case 'CHANGE_SERVICE':
      return changeAtEnd(tenant, service, term);
    case 'DEACTIVATE_SERVICE':
      endService(tenant, service, tenant.now());
      return;
    case 'SERVICE_ONLY':
      return freeService(tenant, service);
  }
}
