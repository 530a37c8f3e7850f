import {
  documented,
  get,
  inferred,
  list,
  post,
  put,
  remove,
  resource,
  type Body,
} from '../../../language/index.ts';
import type { ApproveOrderItemRequest, ConfirmOrderRequest } from '../api/order-commands.ts';
import type { OrderItem } from '../api/order-item.ts';
import type { Order } from '../api/order.ts';
import type { UsageRule } from '../api/usage-rule.ts';

/** Orders: made as drafts, then confirmed. */
export const order = resource<Order>()({
  /** Orders that match. */
  list: list<Order>('/orders', documented('S4'), {
    query: {
      documented: ['status', 'order_type'],
      inferred: [
        'id',
        'order_num',
        'billing_account_id',
        'account_num',
        'external_account_num',
        'order_date',
        'referral',
        'purchase_order_number',
        'custom_field_value_id',
        'custom_field_value',
        'custom_field_id',
      ],
    },
    needsParameter: inferred('1.x'),
  }),
  /** One order. */
  read: get<Order>('/orders/{id}', inferred('1.x')),
  /**
   * Makes a draft with its items. That one request does it is documented (S22, S27), its path is not; the other
   * candidate is `POST /billing-accounts/{id}/create-draft-order` of 1.x.
   */
  create: post<Body<Order, 'order_type' | 'billing_account' | 'order_items'>, Order>(
    '/orders',
    inferred('path not public, behaviour S22, S27'),
  ),
  /** Changes the header of a draft. */
  update: put<Body<Order>, Order>('/orders/{id}', inferred('1.x, behaviour S43')),
  /** Voids a draft. */
  voidDraft: remove('/orders/{id}', inferred('1.x, behaviour S41')),
  /** Confirms a draft: it completes, or waits for approval. */
  confirm: post<ConfirmOrderRequest, Order>('/orders/{id}/confirm', inferred('1.x, behaviour S43')),
});

/** Lines of orders. */
export const orderItem = resource<OrderItem>()({
  /** The items of one order. */
  list: list<OrderItem>('/orders/{id}/order-items', inferred('from the paths of S27')),
  /** One item. */
  read: get<OrderItem>('/order-items/{id}', inferred('from the paths of S27')),
  /** Adds an item to a draft. */
  create: post<Body<OrderItem, 'product' | 'quantity'>, OrderItem>(
    '/orders/{id}/order-items',
    inferred('from the paths of S27, behaviour S42'),
  ),
  /** Changes an item of a draft. */
  update: put<Body<OrderItem>, OrderItem>(
    '/order-items/{id}',
    inferred('from the paths of S27, behaviour S42'),
  ),
  /** Takes an item from a draft. */
  remove: remove('/order-items/{id}', inferred('from the paths of S27, behaviour S42')),
  /** Approves an item that waits for it. */
  approve: post<ApproveOrderItemRequest, OrderItem>('/order-items/{id}/approve', inferred('1.x')),
  /** Denies an item that waits for approval. */
  deny: post<never, OrderItem>('/order-items/{id}/deny', inferred('1.x')),
});

/** How usage of an item or a service is rated. */
export const usageRule = resource<UsageRule>()({
  /** The rules of an item, through its order. */
  listOfOrder: list<UsageRule>(
    '/orders/{order_id}/order-items/{order_item_id}/usage-rules',
    documented('S27'),
  ),
  /** One rule of an item, through its order. */
  readOfOrder: get<UsageRule>(
    '/orders/{order_id}/order-items/{order_item_id}/usage-rules/{id}',
    documented('S27'),
  ),
  /** The rules of an item. */
  listOfOrderItem: list<UsageRule>('/order-items/{order_item_id}/usage-rules', documented('S27')),
  /** One rule of an item. */
  readOfOrderItem: get<UsageRule>('/order-items/{order_item_id}/usage-rules/{id}', documented('S27')),
  /** The rules of a service. */
  listOfService: list<UsageRule>('/services/{id}/usage-rules', inferred('path not public, behaviour S28')),
  /** Gives a service a rule. The body is not public. */
  addToService: post<UsageRule, UsageRule>(
    '/services/{id}/usage-rules',
    inferred('path not public, behaviour S28'),
  ),
});
