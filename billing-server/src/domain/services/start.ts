/** From an order item to a running service. @documented S42, S47 @inferred 1.x */
import { amountOf, decimalText, moneyText, rounded } from '../../money/decimal.ts';
import type { Account } from '../accounts/records.ts';
import { unitPriceOf } from '../catalog/prices.ts';
import type { Product, ProductPrice } from '../catalog/records.ts';
import { asServiceValues, indexValues } from '../custom-fields/values.ts';
import { addCharge, chargedService } from '../invoices/charges.ts';
import { cycleBoundaryAfter } from '../invoices/periods.ts';
import type { Order, OrderItem, OrderItemPrice } from '../orders/records.ts';
import type { Tenant } from '../tenant.ts';
import { makeTerm, scheduleTermEnd } from './agreements.ts';
import type { AgreementService, Service, ServicePrice, ServiceStatus } from './records.ts';
import { presentAmount } from './service-view.ts';
import { withStatus } from './status.ts';

/** What a service is made of. */
export interface Sale {
  readonly account: Account;
  readonly order: Order;
  readonly item: OrderItem;
  readonly product: Product;
}

/** Terms of a recurring price, from its moment on. */
export function makeServicePrice(
  tenant: Tenant,
  account: Account,
  product: Product,
  price: ProductPrice,
  { unitPrice, quantity, start }: { unitPrice: string; quantity: string; start: string },
): ServicePrice {
  const cycle = tenant.tables.billCycle.require(account.bill_cycle.id);
  const isProrated = price.prorated_on_order ?? true;
  const followsCycle = isProrated || price.recurrence_period === 'BILLCYCLE';
  return {
    id: tenant.nextId('service_price', 78_001),
    product_price_id: price.id,
    unit_price: unitPrice,
    quantity,
    amount: decimalText(amountOf(unitPrice).times(quantity)),
    start_date: start,
    bill_in_advance: price.bill_in_advance ?? false,
    recurrence_period: price.recurrence_period ?? 'MONTH',
    recurrence_amount: price.recurrence_amount ?? 1,
    anchor: followsCycle ? cycleBoundaryAfter(tenant.zone, cycle, start) : start,
    prorated_on_order: isProrated,
    free_until_anchor: price.prorated_on_order_no_charge ?? false,
    prorated_on_cancel: price.prorated_on_cancel ?? true,
    charged_until: start,
    price_override: price.price_override,
    is_overridden: !amountOf(unitPrice).equals(unitPriceOf(price.price_ranges, amountOf(quantity))),
    service_price_ranges: price.price_ranges,
    taxable: product.taxable,
  };
}

/** Days that cost nothing. */
function trialDays({ product, item }: Sale): number {
  if (item.override_trial_days !== undefined) return item.override_trial_days;
  return product.trial ? (product.trial_days ?? 0) : 0;
}

function chargeOnce(
  tenant: Tenant,
  { account, order, item, product }: Sale,
  service: Service,
  price: OrderItemPrice,
): void {
  const amount = rounded(amountOf(price.unit_price).times(item.quantity), account.currency_code);
  if (amount.isZero()) return;
  addCharge(tenant, account, {
    type: 'PRODUCT',
    service: chargedService(service),
    quantity: item.quantity,
    unit_amount: price.unit_price,
    amount: moneyText(amount, account.currency_code),
    description: item.description ?? product.name,
    taxable: product.taxable,
    order_id: order.id,
  });
}

function recurringPrices(tenant: Tenant, { account, item, product }: Sale, start: string): ServicePrice[] {
  return item.order_item_prices.flatMap(
    ({ price_type: type, product_price: { id }, unit_price: unitPrice }) => {
      if (type !== 'recurring') return [];
      const price = tenant.tables.productPrice.require(id);
      return [
        makeServicePrice(tenant, account, product, price, { unitPrice, quantity: item.quantity, start }),
      ];
    },
  );
}

/** When a service of the item starts: on its day, else with the order, but not before the service that it is part of. */
export function startOf(order: Order, item: OrderItem, parent?: Service): string {
  if (item.requested_effective_date !== undefined) return item.requested_effective_date;
  return parent && parent.start_date > order.order_date ? parent.start_date : order.order_date;
}

function addResources(
  { tables }: Tenant,
  serviceId: string,
  { service_resources: resources }: OrderItem,
): void {
  for (const { identifier, category } of resources) {
    tables.serviceResource.insert({
      service_id: serviceId,
      identifier,
      status: 'ACTIVE',
      ...(category && { category }),
    });
  }
}

/** A service that has not started: it awaits approval or its day. */
export function makeWaitingService(
  tenant: Tenant,
  sale: Sale,
  parentId: string | undefined,
  status: ServiceStatus,
): Service {
  const { account, order, item } = sale;
  const values = asServiceValues(tenant, item.custom_field_values);
  const parent = parentId === undefined ? undefined : tenant.tables.service.get(parentId);
  const service = tenant.tables.service.insert({
    status,
    status_date: tenant.now(),
    description: item.description ?? null,
    billing_account: { id: account.id },
    product: item.product,
    quantity: item.quantity,
    amount: '0',
    start_date: startOf(order, item, parent),
    renewal_count: 0,
    parent_service: parentId === undefined ? null : { id: parentId },
    next_service: null,
    current_agreement_service: null,
    service_prices: [],
    custom_field_values: values,
    original_order: { id: order.id, order_num: order.order_num, item_id: item.id, sequence: item.sequence },
    usage_rules: item.order_item_prices.flatMap(({ usage_rules: rules }) => rules ?? []),
  });
  indexValues(tenant, 'service', service.id, values);
  addResources(tenant, service.id, item);
  tenant.note('service', service.id, `Made by the order ${order.order_num} as ${status}`);
  return service;
}

function termOf(tenant: Tenant, { item }: Sale, start: string): AgreementService | null {
  const agreement = item.selected_agreement && tenant.tables.agreement.get(item.selected_agreement.id);
  return agreement ? makeTerm(tenant, agreement, start, item.agreement_configuration) : null;
}

/** Starts a service that waited: trial or active, prices, term, charges. */
export function startService(tenant: Tenant, sale: Sale, waiting: Service): Service {
  const { item } = sale;
  const start = waiting.start_date;
  const days = trialDays(sale);
  const trialEnd = days > 0 ? tenant.zone.plusDays(start, days) : undefined;
  const prices = recurringPrices(tenant, sale, trialEnd ?? start);
  const started: Service = {
    ...withStatus(tenant, waiting, trialEnd === undefined ? 'ACTIVE' : 'TRIAL'),
    service_prices: prices,
    amount: presentAmount(prices),
    current_agreement_service: waiting.current_agreement_service ?? termOf(tenant, sale, start),
    ...(trialEnd !== undefined && { trial_end: trialEnd }),
  };
  const service = tenant.tables.service.update(started);
  if (trialEnd !== undefined) tenant.work.schedule(trialEnd, 'trial-end', service.id);
  if (service.current_agreement_service)
    scheduleTermEnd(tenant, service.id, service.current_agreement_service);
  for (const price of item.order_item_prices)
    if (price.price_type === 'one-time') chargeOnce(tenant, sale, service, price);
  tenant.notify({
    event: 'new_product_sale',
    entity_type: 'service',
    entity_id: service.id,
    billing_account_id: sale.account.id,
    status: service.status,
  });
  return service;
}
