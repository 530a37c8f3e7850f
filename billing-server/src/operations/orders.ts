/** Handlers of orders and their items. */
import type { Parameters } from '../filter/sql.ts';
import { approveItem, confirmOrder, denyItem } from '../domain/orders/confirm.ts';
import {
  addItem,
  createOrder,
  removeItem,
  updateItem,
  updateOrder,
  voidOrder,
  type OrderBody,
} from '../domain/orders/drafts.ts';
import type { OrderItemBody } from '../domain/orders/item-bodies.ts';
import { flatten } from '../domain/orders/items.ts';
import { orderView, plainOrderStatus } from '../domain/orders/order-view.ts';
import type { Order, OrderItem } from '../domain/orders/records.ts';
import { ofAccount, ofCustomField, own } from '../domain/parameters.ts';
import type { PaymentBody } from '../domain/payments/payments.ts';
import type { Reference } from '../domain/references.ts';
import { notFound } from '../http/problem.ts';
import { pageOfMembers, pageOfTable } from './lists.ts';
import { param, type Call, type Handler, type Handlers } from './operation.ts';

/** @documented S4 (status, type) @inferred 1.x */
const PARAMETERS: Parameters = {
  status: { ...own('text', 'status'), normalise: plainOrderStatus },
  order_type: own('text', 'order_type'),
  id: own('id', 'id'),
  order_num: own('text', 'order_num'),
  billing_account_id: own('id', 'account_id'),
  account_num: ofAccount('text', 'account_num'),
  external_account_num: ofAccount('text', 'external_account_num'),
  order_date: own('instant', 'order_date'),
  referral: own('text', 'referral'),
  purchase_order_number: own('text', 'purchase_order_number'),
  custom_field_value_id: ofCustomField('id', 'id', 'order'),
  custom_field_value: ofCustomField('text', 'value', 'order'),
  custom_field_id: ofCustomField('id', 'field_id', 'order'),
};

export const orderOf = (call: Call<unknown>, name = 'id'): Order =>
  call.tenant.tables.order.require(param(call, name));

export interface PlacedItem {
  readonly order: Order;
  readonly item: OrderItem;
}

/** An item with the order that it is in. @throws Problem 404 */
export function itemOf(call: Call<unknown>, name = 'id'): PlacedItem {
  const { tables } = call.tenant;
  const id = param(call, name);
  const entry = tables.orderItem.get(id);
  const order = entry && tables.order.get(entry.order_id);
  const item = order && flatten(order.order_items).find((one) => one.id === id);
  if (!order || !item) throw notFound('order_item');
  return { order, item };
}

/** The item again, after its order has changed. */
function presentItem(order: Order, { id }: OrderItem): OrderItem | undefined {
  return flatten(order.order_items).find((one) => one.id === id);
}

function rulesOf({ order_item_prices: prices }: OrderItem): Reference[] {
  return prices.flatMap(({ usage_rules: rules }) => rules ?? []);
}

function ruleOf(call: Call<unknown>, item: OrderItem): Reference {
  const rule = rulesOf(item).find(({ id }) => id === param(call, 'id'));
  if (!rule) throw notFound('usage_rule', 'order_item');
  return rule;
}

function itemInOrder(call: Call<unknown>): OrderItem {
  const { order, item } = itemOf(call, 'order_item_id');
  if (order.id !== param(call, 'order_id')) throw notFound('order_item', 'order');
  return item;
}

const create: Handler<OrderBody> = ({ tenant, body }) => {
  const order = createOrder(tenant, body);
  const isConfirmed = tenant.settings.orderDefaultStatus === 'CONFIRMED' && body.status === undefined;
  return orderView(tenant, isConfirmed ? confirmOrder(tenant, order, {}) : order);
};

export const orderHandlers: Handlers = {
  'Order.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.order, parameters: PARAMETERS }, (order) =>
      orderView(call.tenant, order),
    ),
  'Order.read': (call) => orderView(call.tenant, orderOf(call)),
  'Order.create': create,
  'Order.update': (call: Call<Partial<OrderBody>>) =>
    orderView(call.tenant, updateOrder(call.tenant, orderOf(call), call.body)),
  'Order.voidDraft': (call) => voidOrder(call.tenant, orderOf(call)),
  'Order.confirm': (call: Call<{ payment?: PaymentBody }>) =>
    orderView(call.tenant, confirmOrder(call.tenant, orderOf(call), call.body)),
  'OrderItem.list': (call) => pageOfMembers(call, orderOf(call).order_items),
  'OrderItem.read': (call) => itemOf(call).item,
  'OrderItem.create': (call: Call<OrderItemBody>) => addItem(call.tenant, orderOf(call), call.body),
  'OrderItem.update': (call: Call<Partial<OrderItemBody>>) => {
    const { order, item } = itemOf(call);
    return updateItem(call.tenant, order, item, call.body);
  },
  'OrderItem.remove': (call) => {
    const { order, item } = itemOf(call);
    removeItem(call.tenant, order, item);
  },
  'OrderItem.approve': (call: Call<{ approval_date?: string }>) => {
    const { order, item } = itemOf(call);
    return presentItem(approveItem(call.tenant, order, item, call.body.approval_date), item);
  },
  'OrderItem.deny': (call) => {
    const { order, item } = itemOf(call);
    return presentItem(denyItem(call.tenant, order, item), item);
  },
  'UsageRule.listOfOrder': (call) => pageOfMembers(call, rulesOf(itemInOrder(call))),
  'UsageRule.readOfOrder': (call) => ruleOf(call, itemInOrder(call)),
  'UsageRule.listOfOrderItem': (call) => pageOfMembers(call, rulesOf(itemOf(call, 'order_item_id').item)),
  'UsageRule.readOfOrderItem': (call) => ruleOf(call, itemOf(call, 'order_item_id').item),
};
