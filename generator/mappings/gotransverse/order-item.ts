import {
  becomes,
  blockedUnless,
  dateInTenantZone,
  equals,
  first,
  fromSalesforce,
  linked,
  mapping,
  money,
  nested,
  present,
} from '../../language/index.ts';
import { OrderItem } from '../core/order-item.ts';
import { requestTypeMissing, requestTypeNotSupported } from '../core/reasons.ts';
import { orderItem as orderItemResource } from './endpoints/orders.ts';
import { price } from './price.ts';
import { product } from './product.ts';
import { subscription } from './subscription.ts';
import { term } from './term.ts';

/**
 * An order line and its item. Nothing is written back to the line.
 *
 * Only new business is sold by a sales order; changes to what runs are commands on its service. A line that does not
 * say that it is new is not sent: an order of the time before the package would be sold again.
 */
export const orderItem = mapping(OrderItem, orderItemResource, {
  type: 'order-item',
  id: (i) => i.id,
  takesPart: [
    blockedUnless({ RequestType__c: present() }, requestTypeMissing),
    blockedUnless({ RequestType__c: equals('New') }, requestTypeNotSupported),
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

  becomes: becomes((i) => i.service?.id, subscription, {
    order: 'original_order_id',
    number: 'original_order_item_sequence',
    numberOf: (i) => i.sequence,
  }),

  children: {
    /** Add-ons sold together with this line: those that name it as their parent line. */
    addOns: nested((i) => i.order_items),
  },
});
