import { currency, dateTime, email, lookup, picklist, standardObject, text } from '../../language/index.ts';

/**
 * The customer. Nine fields and no more: they show the account's primary billing account, because the page of an
 * account belongs to the customer's own process. Everything else about the join lives in Billing Link.
 */
export const Account = standardObject('Account', {
  added: {
    /**
     * The billing connection for new business of this account. An account may have billing accounts in several
     * systems; this one is used when a billing account or an order has no connection of its own yet.
     */
    BillingConnection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      help: 'Billing system that new business of this account goes to. Empty: the default connection.',
      relationship: 'Accounts',
      relationshipLabel: 'Accounts',
      onDelete: 'SetNull',
    }),
    /**
     * Identifier of the primary billing account in the billing system. A copy of what Billing Link holds, so that
     * reports, list views and the customer's own automation can tell accounts with and without billing.
     */
    BillingAccountId__c: text({
      label: 'Billing Account ID',
      help: 'Identifier of the billing account. Set when the account is linked; not edited by hand.',
      length: 80,
    }),
    /**
     * Number of the primary billing account (BAN): what the customer reads on an invoice and tells on the phone.
     * Searched for by people and matched on at the initial load, hence an external id.
     */
    BillingAccountNumber__c: text({
      label: 'Billing Account Number',
      help: 'Number of the billing account as printed on invoices.',
      length: 80,
      externalId: true,
    }),
    /** Address that invoices are sent to. Account has no e-mail field of its own. */
    BillingEmail__c: email({
      label: 'Billing Email',
      help: 'Where the billing system sends invoices and reminders.',
    }),
    /** Name of the bill cycle, which decides when the customer is invoiced. Chosen from the live list of the system. */
    BillingCycle__c: text({
      label: 'Bill Cycle',
      help: 'When this customer is invoiced. Chosen when the billing account is made; afterwards it is changed in billing and shown here.',
      length: 255,
    }),
    /** Name of the billing account's category. It steers invoice layout, dunning and tax in the billing system. */
    BillingCategory__c: text({
      label: 'Billing Category',
      help: 'Kind of customer in billing. Chosen when the billing account is made; afterwards it is changed in billing and shown here.',
      length: 255,
    }),
    /** Status of the primary billing account. A rep must see that a customer is suspended or in collection. */
    BillingStatus__c: picklist({
      label: 'Billing Status',
      help: 'Status of the billing account. Comes from the billing system.',
      values: ['Pending', 'Active', 'Suspended', 'In Collection', 'Deactivated', 'Final Bill', 'Closed'],
    }),
    /** What the customer owes on the primary billing account, at the time of the last synchronisation. */
    BillingBalance__c: currency({
      label: 'Billing Balance',
      help: 'Amount owed when the account was last synchronised. Open in Billing shows the amount of now.',
      precision: 18,
      scale: 2,
    }),
    /** When both sides were last compared. Tells how far the mirrored values may be trusted. */
    BillingLastSynced__c: dateTime({
      label: 'Billing Last Synchronised',
      help: 'When this account was last compared with the billing system.',
    }),
  },
});
