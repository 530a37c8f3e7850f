import { customObject, date, dateTime, lookup, picklist, summary, text } from '../../language/index.ts';

/**
 * A service that runs for a customer until somebody ends it: what was sold, since when, under which term, for how
 * much a month. Sales needs it when quoting and support when helping, without a second screen. Counterpart of a
 * service in billing, which owns its state.
 */
export const Subscription = customObject('Subscription__c', {
  label: 'Subscription',
  plural: 'Subscriptions',
  nameField: { type: 'AutoNumber', label: 'Subscription Number', format: 'SUB-{00000000}' },
  sharing: 'Read',
  tab: 'Custom57: Building Block',
  history: true,
  fields: {
    /**
     * The customer. A lookup: a detail of a standard object can't be packaged safely. Not required either, so that
     * the package never stops anybody from deleting an account.
     */
    Account__c: lookup('Account', {
      label: 'Account',
      relationship: 'Subscriptions',
      relationshipLabel: 'Subscriptions',
      onDelete: 'SetNull',
    }),
    /** The connection that the subscription was made with. It stays, even when the account's new business moves. */
    Connection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      relationship: 'Subscriptions',
      relationshipLabel: 'Subscriptions',
      onDelete: 'Restrict',
    }),
    /** The order that started the subscription, so that the order's page shows what became of it. */
    Order__c: lookup('Order', {
      label: 'Order',
      relationship: 'Subscriptions',
      relationshipLabel: 'Subscriptions',
      onDelete: 'SetNull',
    }),
    /** The base product. Add-ons are items. */
    Product__c: lookup('Product2', {
      label: 'Product',
      relationship: 'Subscriptions',
      relationshipLabel: 'Subscriptions',
      onDelete: 'SetNull',
    }),
    /** What people call the service, such as the product and the site it serves. The number alone says nothing. */
    Description__c: text({ label: 'Description', length: 255 }),
    /** Where the subscription is in its life. Ended, Replaced, Transferred and Cancelled are final. */
    Status__c: picklist({
      label: 'Status',
      help: 'Pending waits for an approval, Scheduled for its start. Cancelled never ran, Ended did.',
      values: [
        'Pending',
        'Scheduled',
        'Trial',
        'Active',
        'Suspended',
        'Ended',
        'Replaced',
        'Transferred',
        'Cancelled',
      ],
    }),
    /** First day of service. */
    StartDate__c: date({ label: 'Start Date' }),
    /** Last day of service. */
    EndDate__c: date({ label: 'End Date', help: 'Empty while no end is known.' }),
    /** The term that the customer is committed to now. Empty: free to leave. */
    Term__c: lookup('Term__c', {
      label: 'Contract Term',
      relationship: 'Subscriptions',
      relationshipLabel: 'Subscriptions',
      onDelete: 'SetNull',
    }),
    /** First day of the current term; later than the start after a renewal or a re-term. */
    TermStartDate__c: date({ label: 'Term Start Date' }),
    /** Last day of the current term. Before it, leaving may cost an early termination charge. */
    TermEndDate__c: date({
      label: 'Term End Date',
      help: 'Ending the subscription before this day may cost an early termination charge.',
    }),
    /**
     * What happens on the term's last day for this subscription. May differ from what the term says, because it can
     * be agreed per customer.
     */
    RenewalType__c: picklist({
      label: 'At End of Term',
      help: 'Renew: a new term begins. Continue: the service goes on without a term. End: the service ends.',
      values: ['Renew', 'Continue', 'End', 'Change Term', 'Change Product'],
    }),
    /**
     * What identifies the service in the field and in usage records: a telephone number, a circuit, a licence key.
     * Support searches for it, hence an external id.
     */
    ServiceIdentifier__c: text({
      label: 'Service Identifier',
      help: 'Telephone number, circuit or licence key of the service.',
      length: 255,
      externalId: true,
    }),
    /**
     * ISO code of the currency that the service is charged in, items included. Filled from the billing account, as a
     * service in billing names none. The record's own currency, where an org has several, has to agree.
     */
    CurrencyCode__c: text({ label: 'Currency Code', help: 'Three letters, such as USD.', length: 3 }),
    /** Monthly recurring revenue of all running items. */
    TotalMrr__c: summary({
      label: 'Total MRR',
      help: 'Monthly recurring revenue of all running items.',
      operation: 'sum',
      of: 'SubscriptionItem__c',
      through: 'Subscription__c',
      field: 'Mrr__c',
    }),
    /** Non-recurring revenue of all items: set-up fees and one-time charges. */
    TotalNrr__c: summary({
      label: 'Total NRR',
      help: 'Non-recurring revenue: set-up fees and one-time charges.',
      operation: 'sum',
      of: 'SubscriptionItem__c',
      through: 'Subscription__c',
      field: 'Nrr__c',
    }),
    /**
     * Connection, type and billing id, parted by colons. Set by code, so that bulk loads can upsert and two refreshes at
     * the same moment can't make two mirrors of one service. Billing Link stays the only home of joins.
     */
    Identity__c: text({
      label: 'Identity',
      help: 'Connection, type and billing ID. Unique; not edited by hand.',
      length: 255,
      unique: true,
      externalId: true,
      caseSensitive: true,
    }),
    /** When the subscription was last compared with billing. */
    LastSynced__c: dateTime({ label: 'Last Synchronised' }),
  },
  compact: [
    'Name',
    'Account__c',
    'Description__c',
    'Status__c',
    'TotalMrr__c',
    'TermEndDate__c',
    'ServiceIdentifier__c',
  ],
  search: ['NAME', 'Account__c', 'Description__c', 'Status__c', 'ServiceIdentifier__c', 'TotalMrr__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Subscriptions',
      columns: [
        'NAME',
        'Account__c',
        'Description__c',
        'Status__c',
        'TotalMrr__c',
        'StartDate__c',
        'TermEndDate__c',
      ],
    },
    {
      name: 'Active',
      label: 'Active Subscriptions',
      columns: ['NAME', 'Account__c', 'Description__c', 'TotalMrr__c', 'TermEndDate__c', 'RenewalType__c'],
      filters: [{ field: 'Status__c', operation: 'equals', value: 'Active' }],
    },
    {
      name: 'Suspended',
      label: 'Suspended Subscriptions',
      columns: ['NAME', 'Account__c', 'Description__c', 'TotalMrr__c', 'LAST_UPDATE'],
      filters: [{ field: 'Status__c', operation: 'equals', value: 'Suspended' }],
    },
  ],
  listButtons: ['BillingSyncSelected'],
  page: {
    sections: [
      {
        label: 'Subscription',
        fields: [
          'Name',
          'Status__c',
          'Account__c',
          'Product__c',
          'Description__c',
          'ServiceIdentifier__c',
          'StartDate__c',
          'EndDate__c',
        ],
      },
      { label: 'Term', fields: ['Term__c', 'RenewalType__c', 'TermStartDate__c', 'TermEndDate__c'] },
      { label: 'Revenue', fields: ['TotalMrr__c', 'TotalNrr__c', 'CurrencyCode__c'] },
      { label: 'Billing', fields: ['Connection__c', 'Identity__c', 'LastSynced__c', 'Order__c'] },
    ],
    relatedLists: ['SubscriptionItems__r', 'InvoiceLines__r', 'OrderItems__r'],
    components: ['billingPanel'],
  },
});
