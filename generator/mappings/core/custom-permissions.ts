import { customPermission } from '../../language/index.ts';

/**
 * Make Salesforce and the billing system agree. Parted from reading billing data, so that support may look without
 * changing anything.
 */
export const SyncBilling = customPermission('SyncBilling', { label: 'Sync with Billing' });

/** See the live billing object in full, as the billing system sends it. It shows more than any page of ours. */
export const QueryBilling = customPermission('QueryBilling', { label: 'Query Billing' });

/** Join a record to a billing object by hand, or part them. A wrong link sends one customer's data to another's account. */
export const LinkBilling = customPermission('LinkBilling', { label: 'Link to Billing by Hand' });

/** Make, change, pause and confirm billing connections. */
export const SetUpBilling = customPermission('SetUpBilling', { label: 'Set Up Billing' });
