import { dateInTenantZone, first, fromBilling, linked, mapping, money } from '../../language/index.ts';
import { SubscriptionItem } from '../core/subscription-item.ts';
import { service } from './endpoints/services.ts';
import { product } from './product.ts';
import { recurrencePeriod } from './values/recurrence-period.ts';
import { serviceKind } from './values/service-kind.ts';
import { serviceStatus } from './values/service-status.ts';

/**
 * One thing that a subscription charges for, and its service.
 *
 * An add-on is a child service. The base item is the subscription's own service seen as a charge, so that the totals
 * of a subscription are the sums of its items.
 */
export const subscriptionItem = mapping(SubscriptionItem, service, {
  type: 'service-item',
  id: (s) => s.id,
  bulk: { operation: 'list', byId: 'id' },
  read: 'read',

  fields: {
    Type__c: fromBilling((s) => s.product.product_type, { values: serviceKind }),
    Product__c: linked((s) => s.product.id, product, { owner: 'billing' }),
    Status__c: fromBilling((s) => s.status, { values: serviceStatus }),
    Quantity__c: fromBilling((s) => s.quantity),
    Amount__c: fromBilling((s) => s.amount, { convert: money }),
    /** All prices that a service has had recur alike, so that the first tells. */
    Period__c: fromBilling((s) => first(s.service_prices).recurrence_period, { values: recurrencePeriod }),
    StartDate__c: fromBilling((s) => s.start_date, { convert: dateInTenantZone }),
    EndDate__c: fromBilling((s) => s.end_date, { convert: dateInTenantZone }),
  },
});
