import {
  blockedUnless,
  dateInTenantZone,
  first,
  fromSalesforce,
  linked,
  mapping,
  money,
  nested,
  notEquals,
  present,
} from '../../language/index.ts';
import { OrderItem } from '../core/order-item.ts';
import { requestTypeNotSupported } from '../core/reasons.ts';
import { orderItem as orderItemResource } from './endpoints/orders.ts';
import { price } from './price.ts';
import { product } from './product.ts';
import { subscription } from './subscription.ts';
import { term } from './term.ts';

/**
 * An order line and its item. Nothing is written back to the line.
 *
 * Only new business is sold by a sales order; changes to what runs are commands on its service. A line that asks for
 * nothing counts as new.
 */
export const orderItem = mapping(OrderItem, orderItemResource, {
  type: 'order-item',
  id: (i) => i.id,
  takesPart: [
    blockedUnless({ RequestType__c: notEquals('Change') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Replace') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Re-rate') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Re-term') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Renew') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Transfer') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Suspend') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Resume') }, requestTypeNotSupported),
    blockedUnless({ RequestType__c: notEquals('Cancel') }, requestTypeNotSupported),
  ],

  fields: {
    Product2Id: linked((i) => i.product.id, product, { owner: 'salesforce' }),
    Quantity: fromSalesforce((i) => i.quantity),
    /** Only beside the price that it overrides; without one billing takes the product's own. */
    UnitPrice: fromSalesforce((i) => first(i.order_item_prices).unit_price, {
      convert: money,
      when: { Price__c: present() },
    }),
    Price__c: linked((i) => first(i.order_item_prices).product_price?.id, price, { owner: 'salesforce' }),
    Term__c: linked((i) => i.selected_agreement?.id, term, { owner: 'salesforce' }),
    RequestedDate__c: fromSalesforce((i) => i.requested_effective_date, { convert: dateInTenantZone }),
    /** On a new line: the running service that the product is an add-on to. */
    Subscription__c: linked((i) => i.parent_service?.id, subscription, { owner: 'salesforce' }),
  },

  children: {
    /** Add-ons sold together with this line: those that name it as their parent line. */
    addOns: nested((i) => i.order_items),
  },
});
