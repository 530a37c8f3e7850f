import { app } from '../../language/index.ts';
import { BillingBulkRun } from './billing-bulk-run.ts';
import { BillingCallout } from './billing-callout.ts';
import { BillingConnection } from './billing-connection.ts';
import { BillingLink } from './billing-link.ts';
import { BillingOperation } from './billing-operation.ts';
import { Invoice } from './invoice.ts';
import { Price } from './price.ts';
import { Subscription } from './subscription.ts';
import { BillingSetup, SyncLists } from './tabs.ts';
import { Term } from './term.ts';

/** What is sold, what runs, what is billed, and how the billing system is doing. */
export const Billwright = app('Billwright', {
  label: 'Billwright',
  colour: '#0B5C57',
  tabs: [
    'standard-Account',
    'standard-Order',
    Subscription,
    Invoice,
    'standard-Product2',
    Price,
    Term,
    SyncLists,
    BillingOperation,
    BillingBulkRun,
    BillingConnection,
    BillingLink,
    BillingCallout,
    BillingSetup,
  ],
});
