import {
  dateInTenantZone,
  first,
  fromBilling,
  linked,
  listed,
  mapping,
  shortenedText,
} from '../../language/index.ts';
import { Subscription } from '../core/subscription.ts';
import { account } from './account.ts';
import { service } from './endpoints/services.ts';
import { product } from './product.ts';
import { subscriptionItem } from './subscription-item.ts';
import { term } from './term.ts';
import { endAction } from './values/end-action.ts';
import { serviceStatus } from './values/service-status.ts';

/**
 * A running subscription and its service.
 *
 * Orders make services and commands change them, so that all values come from billing. Revenue is summed from the
 * items.
 */
export const subscription = mapping(Subscription, service, {
  type: 'service',
  id: (s) => s.id,
  bulk: { operation: 'list', byId: 'id' },
  read: 'read',
  automation: 'SubscriptionAutomation__c',
  deepLink: { id: (s) => s.id, billing_account_id: (s) => s.billing_account.id },

  fields: {
    Account__c: linked((s) => s.billing_account.id, account, { owner: 'billing' }),
    Product__c: linked((s) => s.product.id, product, { owner: 'billing' }),
    Description__c: fromBilling((s) => s.description, { convert: shortenedText }),
    Status__c: fromBilling((s) => s.status, { values: serviceStatus }),
    StartDate__c: fromBilling((s) => s.start_date, { convert: dateInTenantZone }),
    EndDate__c: fromBilling((s) => s.end_date, { convert: dateInTenantZone }),

    Term__c: linked((s) => s.current_agreement_service?.agreement.id, term, { owner: 'billing' }),
    TermStartDate__c: fromBilling((s) => s.current_agreement_service?.start_date, {
      convert: dateInTenantZone,
    }),
    TermEndDate__c: fromBilling((s) => s.current_agreement_service?.end_date, { convert: dateInTenantZone }),
    RenewalType__c: fromBilling((s) => s.current_agreement_service?.end_action, { values: endAction }),

    /** A service may have several; the first is the one that people call it by. */
    ServiceIdentifier__c: fromBilling((s) => first(s.service_resources).identifier),
  },

  children: {
    /** The service itself, as the item that charges for it. */
    base: listed('id', subscriptionItem),
    addOns: listed(
      'parent_id',
      subscriptionItem,
      (s) => s.parent_service?.id,
      (s) => first(s.child_services).id,
    ),
  },
});
