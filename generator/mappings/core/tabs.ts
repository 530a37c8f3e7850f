import { componentTab } from '../../language/index.ts';

/** Where an admin connects billing systems, step by step, and pauses everything. */
export const BillingSetup = componentTab('Billing_Setup', {
  label: 'Billing Setup',
  component: 'billingSetup',
  motif: 'Custom57: Building Block',
});
