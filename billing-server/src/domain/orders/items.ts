/** Builds and checks the items of an order. */
import { invalid, unsupported } from '../../http/problem.ts';
import { amountOf, decimalText } from '../../money/decimal.ts';
import { makeAddress } from '../accounts/parties.ts';
import { productReference } from '../catalog/products.ts';
import type { Product } from '../catalog/records.ts';
import { checkRelated } from '../custom-fields/relations.ts';
import { indexValues, makeValues, type CustomFieldValueBody } from '../custom-fields/values.ts';
import type { Reference } from '../references.ts';
import { sellableAgreement } from '../services/agreements.ts';
import { isOpen } from '../services/status.ts';
import type { Tenant } from '../tenant.ts';
import type { ItemContext, OrderItemBody } from './item-bodies.ts';
import { pricesOf } from './item-prices.ts';
import type { OrderItem, OrderItemPrice } from './records.ts';

/** Where an item is: `order_items[0].order_items[1]`, and the item that it is sold with. */
interface Place {
  readonly field: string;
  readonly parent?: Product;
}

const MAX_LEVELS = 5;

function productAt({ tables }: Tenant, field: string, { id }: { id: string }): Product {
  const product = tables.product.get(id);
  if (!product) throw invalid(`${field}.product.id: there is no product "${id}".`);
  if (product.state !== 'AVAILABLE')
    throw invalid(`${field}.product.id: the product ${product.name} is ${product.state}.`);
  return product;
}

function quantityOf(field: string, text: string): string {
  const quantity = amountOf(text);
  if (!quantity.greaterThan(0)) throw invalid(`${field}.quantity must be greater than 0.`);
  return decimalText(quantity);
}

/** An add-on needs a subscription parent. @documented S24 */
function checkParent(
  { tenant, account }: ItemContext,
  { field, parent }: Place,
  product: Product,
  service: Reference | undefined,
): void {
  if (service) {
    const running = tenant.tables.service.get(service.id);
    if (running?.billing_account.id !== account.id)
      throw invalid(`${field}.parent_service.id: the account has no service "${service.id}".`);
    if (!isOpen(running)) throw invalid(`${field}.parent_service.id: the service is ${running.status}.`);
    if (running.product.product_type !== 'customer-subscription')
      throw invalid(`${field}.parent_service.id: only subscriptions have add-ons.`);
    if (product.product_type !== 'add-on')
      throw invalid(`${field}.parent_service: ${product.name} is no add-on.`);
    return;
  }
  if (product.product_type !== 'add-on') return;
  if (parent?.product_type !== 'customer-subscription')
    throw invalid(`${field}.product.id: the add-on ${product.name} needs a subscription as its parent.`);
}

function checkDates({ account, tenant }: ItemContext, field: string, body: OrderItemBody): void {
  const { requested_effective_date: wanted } = body;
  if (wanted !== undefined && tenant.zone.day(wanted) < tenant.zone.day(account.start_date)) {
    throw invalid(`${field}.requested_effective_date must not be before the start of the account.`);
  }
}

function trialDays(
  field: string,
  product: Product,
  days: number | undefined,
): { override_trial_days?: number } {
  if (days === undefined) return {};
  if (!product.trial_override)
    throw invalid(`${field}.override_trial_days: the product ${product.name} does not allow it.`);
  if (days < 0 || days > 3650) throw invalid(`${field}.override_trial_days must be from 0 to 3650.`);
  return { override_trial_days: days };
}

function scheduledCharges(
  { tenant }: ItemContext,
  field: string,
  prices: readonly OrderItemPrice[],
  body: OrderItemBody,
): Pick<OrderItem, 'scheduled_charges'> {
  if (!body.scheduled_charges || body.scheduled_charges.length === 0) return {};
  const isAllowed = prices.some(
    ({ product_price: { id } }) => tenant.tables.productPrice.get(id)?.allow_scheduled_charges,
  );
  if (!isAllowed) throw invalid(`${field}.scheduled_charges: no price of the item allows them.`);
  const charges = body.scheduled_charges.map((charge, at) => {
    if (!amountOf(charge.amount).greaterThan(0))
      throw invalid(`${field}.scheduled_charges[${at}].amount must be greater than 0.`);
    return { ...charge, status: 'ACTIVE' as const, invoiced: false };
  });
  return { scheduled_charges: charges };
}

function resourcesOf(
  field: string,
  product: Product,
  resources: OrderItem['service_resources'] = [],
): OrderItem['service_resources'] {
  if (resources.length > product.max_service_resources) {
    throw invalid(
      `${field}.service_resources: the product ${product.name} takes at most ${product.max_service_resources}.`,
    );
  }
  const blank = resources.findIndex(({ identifier }) => identifier.trim() === '');
  if (blank >= 0) throw invalid(`${field}.service_resources[${blank}].identifier must not be empty.`);
  return resources;
}

function valuesOf(
  context: ItemContext,
  product: Product,
  itemId: string,
  bodies: readonly CustomFieldValueBody[] | undefined,
): OrderItem['custom_field_values'] {
  const values = makeValues(context.tenant, 'order-item', bodies);
  checkRelated(context.tenant, product.id, values);
  indexValues(context.tenant, 'order-item', itemId, values);
  return values;
}

function childrenOf(
  context: ItemContext,
  { field }: Place,
  product: Product,
  bodies: readonly OrderItemBody[],
  level: number,
): OrderItem[] {
  if (bodies.length > 0 && level >= MAX_LEVELS)
    throw invalid(`${field}.order_items: items nest at most ${MAX_LEVELS} levels.`);
  return bodies.map((child, at) =>
    makeItem(context, child, { field: `${field}.order_items[${at}]`, parent: product }, level + 1),
  );
}

/** Builds an item with its children. @throws Problem 422 naming the field. */
export function makeItem(context: ItemContext, body: OrderItemBody, place: Place, level = 1): OrderItem {
  const { tenant } = context;
  const { field } = place;
  if (body.discount_configurations?.length) throw unsupported(`${field}.discount_configurations`);
  const product = productAt(tenant, field, body.product);
  const quantity = quantityOf(field, body.quantity);
  checkParent(context, place, product, body.parent_service);
  checkDates(context, field, body);
  if (body.selected_agreement)
    sellableAgreement(tenant, `${field}.selected_agreement`, body.selected_agreement.id, product.id);
  const prices = pricesOf(context, field, product, body, quantity);
  const id = tenant.tables.orderItem.nextId();
  return {
    id,
    sequence: context.nextSequence(),
    product: productReference(product),
    quantity,
    description: body.description ?? null,
    order_item_prices: prices,
    ...(body.price_list && { price_list: { id: body.price_list.id } }),
    ...(body.selected_agreement && { selected_agreement: { id: body.selected_agreement.id } }),
    ...(body.agreement_configuration && { agreement_configuration: body.agreement_configuration }),
    service_resources: resourcesOf(field, product, body.service_resources),
    ...(body.parent_service && { parent_service: { id: body.parent_service.id } }),
    order_items: childrenOf(context, place, product, body.order_items ?? [], level),
    ...(body.requested_effective_date && { requested_effective_date: body.requested_effective_date }),
    ...trialDays(field, product, body.override_trial_days),
    awaiting_approval: false,
    ...scheduledCharges(context, field, prices, body),
    ...(body.addresses && { addresses: body.addresses.map((address) => makeAddress(tenant, address)) }),
    custom_field_values: valuesOf(context, product, id, body.custom_field_values),
    service: null,
  };
}

/** An item and all below it. */
export function flatten(items: readonly OrderItem[]): OrderItem[] {
  return items.flatMap((item) => [item, ...flatten(item.order_items)]);
}

/** The items with one of them, at whatever level, replaced by what `change` makes of it; none where that is nothing. */
export function changeItem(
  items: readonly OrderItem[],
  id: string,
  change: (item: OrderItem) => OrderItem | undefined,
): OrderItem[] {
  return items.flatMap((item) => {
    const changed =
      item.id === id ? change(item) : { ...item, order_items: changeItem(item.order_items, id, change) };
    return changed ? [changed] : [];
  });
}
