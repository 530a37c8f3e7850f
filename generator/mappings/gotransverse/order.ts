import {
  blockedUnless,
  confirmed,
  constant,
  dateInTenantZone,
  equals,
  fromSalesforce,
  linked,
  mapping,
  nested,
} from '../../language/index.ts';
import { Order } from '../core/order.ts';
import { orderNotActivated } from '../core/reasons.ts';
import { account } from './account.ts';
import { order as orderResource } from './endpoints/orders.ts';
import { orderItem } from './order-item.ts';

/**
 * An activated order and its sales order. Nothing is written back to the order: its state is read from its link.
 *
 * It is made as a draft and then confirmed, and found again by `order_num`, which carries the Salesforce id. That a
 * caller may set this number is a belief, hence the switch. The purchase order number stays the customer's.
 */
export const order = mapping(Order, orderResource, {
  type: 'order',
  id: (o) => o.id,
  /** What people call it by: `order_num` is our key, which says nothing to them. */
  number: (o) => o.id,
  key: { property: (o) => o.order_num, parameter: 'order_num', onlyIf: 'SendsOrderNumber__c' },
  bulk: { operation: 'list', byId: 'id', byKey: 'order_num' },
  read: 'read',
  automation: 'OrderAutomation__c',
  create: 'create',
  deepLink: { id: (o) => o.id, billing_account_id: (o) => o.billing_account.id },
  onLink: {
    BillingStatus__c: (o) => o.status,
    Total__c: (o) => o.total_amount,
    DueNow__c: (o) => o.due_now_total,
  },
  takesPart: [blockedUnless({ StatusCode: equals('Activated') }, orderNotActivated)],

  fields: {
    AccountId: linked((o) => o.billing_account.id, account, { owner: 'salesforce', onCreateOnly: true }),
    EffectiveDate: fromSalesforce((o) => o.order_date, { convert: dateInTenantZone }),
    PoNumber: fromSalesforce((o) => o.purchase_order_number),
  },

  constants: [constant((o) => o.order_type, 'sales'), constant((o) => o.status, 'DRAFT')],

  confirm: confirmed((o) => o.status, {
    operation: 'confirm',
    onlyIf: 'SendsOrders__c',
    draft: ['DRAFT'],
    waiting: ['IN_PROGRESS', 'INPROGRESS', 'APPROVED'],
    completed: ['COMPLETED'],
  }),

  children: { items: nested((o) => o.order_items, orderItem) },
});
