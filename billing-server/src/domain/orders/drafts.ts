/** Draft orders: made, edited, voided. @documented S41, S43, S44 @inferred 1.x */
import { invalid } from '../../http/problem.ts';
import type { Account } from '../accounts/records.ts';
import { indexValues, makeValues, type CustomFieldValueBody } from '../custom-fields/values.ts';
import type { Tenant } from '../tenant.ts';
import { checkInvoiceOrder, checkOrderDate, usableAccount } from './checks.ts';
import type { ItemContext, OrderItemBody } from './item-bodies.ts';
import { changeItem, flatten, makeItem } from './items.ts';
import type { Order, OrderItem, OrderType } from './records.ts';
import { totalsOf } from './totals.ts';

export interface OrderBody {
  order_type: OrderType;
  order_num?: string;
  status?: string;
  billing_account: { id: string };
  order_date?: string;
  purchase_order_number?: string | null;
  referral?: string | null;
  email_receipt?: boolean;
  note?: string | null;
  invoice_order?: boolean;
  order_items: OrderItemBody[];
  custom_field_values?: CustomFieldValueBody[];
}

/** What the server adds to an order that results from a service. */
export type Origin = Pick<Order, 'change' | 'renewal_date'>;

/** A confirmed order can't be confirmed, edited or voided. @inferred */
export function requireDraft({ status }: Order, what: string): void {
  if (status !== 'DRAFT') throw invalid(`status: an order that is ${status} can not be ${what}.`);
}

/** Sequences count on from the items that are there. */
function itemContext(
  tenant: Tenant,
  account: Account,
  orderDate: string,
  items: readonly OrderItem[],
): ItemContext {
  let last = Math.max(0, ...flatten(items).map(({ sequence }) => sequence));
  return { tenant, account, orderDate, nextSequence: () => (last += 1) };
}

function headerOf(body: Partial<OrderBody>): Partial<Order> {
  const { purchase_order_number, referral, email_receipt, note, invoice_order } = body;
  return {
    ...(purchase_order_number !== undefined && { purchase_order_number }),
    ...(referral !== undefined && { referral }),
    ...(email_receipt !== undefined && { email_receipt }),
    ...(note !== undefined && { note }),
    ...(invoice_order !== undefined && { invoice_order }),
  };
}

/** The current date-time unless given; that a caller may give it is a switch. @inferred X3 */
function orderNumber({ settings, zone }: Tenant, given: string | undefined, now: string): string {
  if (given === undefined) return zone.format(now, true);
  if (!settings.orderNumFromCaller) throw invalid('order_num is assigned by the billing system.');
  if (given.trim() === '') throw invalid('order_num must not be empty.');
  return given;
}

function register({ tables, store }: Tenant, order: Order): Order {
  store.run('DELETE FROM order_item WHERE order_id = ?', Number(order.id));
  for (const { id } of flatten(order.order_items)) tables.orderItem.insert({ id, order_id: order.id });
  return order;
}

/** Builds a draft of any kind; only sales are posted. */
export function makeDraft(tenant: Tenant, account: Account, body: OrderBody, origin: Origin = {}): Order {
  const date = body.order_date ?? tenant.now();
  checkOrderDate(tenant, account, date);
  const context = itemContext(tenant, account, date, []);
  const items = body.order_items.map((item, at) => makeItem(context, item, { field: `order_items[${at}]` }));
  checkInvoiceOrder({
    ...(body.invoice_order !== undefined && { invoice_order: body.invoice_order }),
    order_items: items,
  });
  const order = tenant.tables.order.insert({
    order_type: body.order_type,
    order_num: orderNumber(tenant, body.order_num, tenant.now()),
    status: 'DRAFT',
    billing_account: { id: account.id },
    order_date: date,
    ...headerOf(body),
    ...origin,
    order_items: items,
    payment_ids: [],
    custom_field_values: makeValues(tenant, 'order', body.custom_field_values),
    ...totalsOf(tenant, account, items),
  });
  indexValues(tenant, 'order', order.id, order.custom_field_values);
  tenant.note('order', order.id, 'Created as DRAFT');
  return register(tenant, order);
}

/** Makes a draft of a sale. Change and renewal orders result from services and are never posted. @documented X3 */
export function createOrder(tenant: Tenant, body: OrderBody): Order {
  if (body.order_type !== 'sales')
    throw invalid('order_type must be sales; change and renewal orders result from services.');
  if (body.status !== undefined && body.status !== 'DRAFT')
    throw invalid('status must be DRAFT in a new order.');
  if (body.order_items.length === 0) throw invalid('order_items must not be empty.');
  return makeDraft(tenant, usableAccount(tenant, body.billing_account.id), body);
}

function changedItems(
  tenant: Tenant,
  order: Order,
  account: Account,
  date: string,
  bodies: readonly OrderItemBody[] | undefined,
): OrderItem[] {
  if (!bodies) return order.order_items;
  if (bodies.length === 0) throw invalid('order_items must not be empty.');
  const context = itemContext(tenant, account, date, []);
  return bodies.map((item, at) => makeItem(context, item, { field: `order_items[${at}]` }));
}

/** Changes the header of a draft; items that are given replace all of them. */
export function updateOrder(tenant: Tenant, order: Order, body: Partial<OrderBody>): Order {
  requireDraft(order, 'edited');
  if (body.order_type !== undefined && body.order_type !== order.order_type)
    throw invalid('order_type can not be changed.');
  if (body.status !== undefined && body.status !== 'DRAFT')
    throw invalid('status can not be set; confirm or void the order.');
  const account = usableAccount(tenant, body.billing_account?.id ?? order.billing_account.id);
  if (account.id !== order.billing_account.id && !body.order_items)
    throw invalid('billing_account.id can be changed together with order_items only.');
  const date = body.order_date ?? order.order_date;
  // A draft may lie while cycles close; only a new date is looked at.
  if (date !== order.order_date) checkOrderDate(tenant, account, date);
  const items = changedItems(tenant, order, account, date, body.order_items);
  const changed: Order = {
    ...order,
    ...headerOf(body),
    ...(body.order_num !== undefined && { order_num: orderNumber(tenant, body.order_num, tenant.now()) }),
    billing_account: { id: account.id },
    order_date: date,
    order_items: items,
    ...(body.custom_field_values && {
      custom_field_values: makeValues(tenant, 'order', body.custom_field_values),
    }),
    ...totalsOf(tenant, account, items),
  };
  checkInvoiceOrder(changed);
  indexValues(tenant, 'order', order.id, changed.custom_field_values);
  tenant.note('order', order.id, 'Changed');
  return register(tenant, tenant.tables.order.update(changed));
}

/** A draft that was voided is CANCELED. @documented S41 */
export function voidOrder(tenant: Tenant, order: Order): void {
  requireDraft(order, 'voided');
  tenant.note('order', order.id, 'DRAFT -> CANCELED');
  tenant.tables.order.update({ ...order, status: 'CANCELED' });
}

function withItems(tenant: Tenant, order: Order, account: Account, items: OrderItem[]): Order {
  const changed = { ...order, order_items: items, ...totalsOf(tenant, account, items) };
  checkInvoiceOrder(changed);
  return register(tenant, tenant.tables.order.update(changed));
}

export function addItem(tenant: Tenant, order: Order, body: OrderItemBody): OrderItem {
  requireDraft(order, 'edited');
  const account = usableAccount(tenant, order.billing_account.id);
  const item = makeItem(itemContext(tenant, account, order.order_date, order.order_items), body, {
    field: 'order_item',
  });
  withItems(tenant, order, account, [...order.order_items, item]);
  return item;
}

/** What an item would have to be posted as to become itself. */
function bodyOf(item: OrderItem): OrderItemBody {
  return {
    ...item,
    order_items: item.order_items.map(bodyOf),
    scheduled_charges: item.scheduled_charges ?? [],
  };
}

function parentProduct(
  tenant: Tenant,
  items: readonly OrderItem[],
  id: string,
): { parent?: NonNullable<ReturnType<Tenant['tables']['product']['get']>> } {
  const parent = flatten(items).find(({ order_items: children }) =>
    children.some((child) => child.id === id),
  );
  const product = parent && tenant.tables.product.get(parent.product.id);
  return product ? { parent: product } : {};
}

/** Changes what the body names; prices follow quantity and product unless they are named as well. */
export function updateItem(
  tenant: Tenant,
  order: Order,
  item: OrderItem,
  body: Partial<OrderItemBody>,
): OrderItem {
  requireDraft(order, 'edited');
  const account = usableAccount(tenant, order.billing_account.id);
  const context = itemContext(tenant, account, order.order_date, order.order_items);
  const before = bodyOf(item);
  const isRepriced =
    body.product !== undefined && body.product.id !== item.product.id && !body.order_item_prices;
  const { order_item_prices: _prices, ...unpriced } = before;
  const merged: OrderItemBody = { ...(isRepriced ? unpriced : before), ...body };
  const made = makeItem(context, merged, {
    field: 'order_item',
    ...parentProduct(tenant, order.order_items, item.id),
  });
  const changed = { ...made, id: item.id, sequence: item.sequence };
  indexValues(tenant, 'order-item', made.id, []);
  indexValues(tenant, 'order-item', item.id, changed.custom_field_values);
  withItems(
    tenant,
    order,
    account,
    changeItem(order.order_items, item.id, () => changed),
  );
  return changed;
}

/** Takes an item, with what is sold with it, from a draft. */
export function removeItem(tenant: Tenant, order: Order, item: OrderItem): void {
  requireDraft(order, 'edited');
  const account = usableAccount(tenant, order.billing_account.id);
  for (const one of flatten([item])) indexValues(tenant, 'order-item', one.id, []);
  withItems(
    tenant,
    order,
    account,
    changeItem(order.order_items, item.id, () => undefined),
  );
}
