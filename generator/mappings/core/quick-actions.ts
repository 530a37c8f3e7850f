import { quickAction } from '../../language/index.ts';
import { Account } from './account.ts';
import { BillingOperation } from './billing-operation.ts';
import { QueryBilling, SetUpBilling, SyncBilling } from './custom-permissions.ts';
import { Invoice } from './invoice.ts';
import { Order } from './order.ts';
import { Product2 } from './product.ts';
import { Subscription } from './subscription.ts';

/** Compares the record with the billing system, shows what would change and makes both sides agree. */
export const BillingSync = quickAction('BillingSync', {
  label: 'Sync with Billing',
  component: 'billingSync',
  type: 'screen',
  on: [Account, Order, Subscription, Product2],
  permission: SyncBilling,
});

/** Opens the record's page in the billing system. */
export const BillingOpen = quickAction('BillingOpen', {
  label: 'Open in Billing',
  component: 'billingOpen',
  type: 'headless',
  on: [Account, Order, Subscription, Product2, Invoice],
});

/** Shows the live billing object as it is at this moment, without changing anything. */
export const BillingQuery = quickAction('BillingQuery', {
  label: 'Query Billing',
  component: 'billingQuery',
  type: 'screen',
  on: [Account, Order, Subscription, Product2, Invoice],
  permission: QueryBilling,
});

/** Lets an admin say what comes next with an operation that is parked: it is over, or is tried again. */
export const BillingResolve = quickAction('BillingResolve', {
  label: 'Decide What Comes Next',
  component: 'billingResolve',
  type: 'screen',
  on: [BillingOperation],
  permission: SetUpBilling,
});
