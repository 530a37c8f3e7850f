import { componentTab } from '../../language/index.ts';

/** Where an admin connects billing systems, step by step, and pauses everything. */
export const BillingSetup = componentTab('Billing_Setup', {
  label: 'Billing Setup',
  component: 'billingSetup',
  motif: 'Custom57: Building Block',
});

/** Where people choose records of any list view and synchronise them together. */
export const SyncLists = componentTab('Sync_Lists', {
  label: 'Sync Lists',
  component: 'billingSyncList',
  motif: 'Custom57: Building Block',
});
