import {
  checkbox,
  currency,
  customObject,
  date,
  dateTime,
  formula,
  lookup,
  picklist,
  text,
} from '../../language/index.ts';

/**
 * What billing has charged a customer, as a read-only mirror: sales and support answer questions about an invoice
 * without a second screen. Labelled Billing Invoice, because orgs may have an Invoice of the platform's own. Files
 * are not stored; they are fetched when somebody asks for them.
 */
export const Invoice = customObject('Invoice__c', {
  label: 'Billing Invoice',
  plural: 'Billing Invoices',
  nameField: { type: 'Text', label: 'Invoice Number' },
  sharing: 'Read',
  tab: 'Custom40: Credit card',
  fields: {
    /** The customer. A lookup: a detail of a standard object can't be packaged safely. */
    Account__c: lookup('Account', {
      label: 'Account',
      relationship: 'Invoices',
      relationshipLabel: 'Billing Invoices',
      onDelete: 'SetNull',
    }),
    /** The billing system that made the invoice. */
    Connection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      relationship: 'Invoices',
      relationshipLabel: 'Billing Invoices',
      onDelete: 'Restrict',
    }),
    /** Whether something is left to pay. An invoice in Processing may still change. */
    Status__c: picklist({
      label: 'Status',
      help: 'Open: something is left to pay. Closed: paid or credited in full.',
      values: ['Draft', 'Processing', 'Open', 'Closed'],
    }),
    /**
     * ISO code of the currency that billing invoiced in. Filled from the billing account, as an invoice in billing
     * names none. The record's own currency exists only in orgs with several currencies, and there it has to agree.
     */
    CurrencyCode__c: text({ label: 'Currency Code', help: 'Three letters, such as USD.', length: 3 }),
    /** Total of the invoice with tax. Billing's own figure, never the sum of the mirrored lines. */
    Amount__c: currency({ label: 'Amount', precision: 18, scale: 2 }),
    /** What is left to pay. */
    AmountDue__c: currency({ label: 'Amount Due', precision: 18, scale: 2 }),
    /** Date on the invoice. */
    InvoiceDate__c: date({ label: 'Invoice Date' }),
    /** Day by which it has to be paid. */
    DueDate__c: date({ label: 'Due Date' }),
    /** Day on which nothing was left to pay. */
    PaidDate__c: date({ label: 'Paid Date' }),
    /** Whether something is left to pay after the due date. Computed each day; billing has no such state. */
    Overdue__c: formula({
      label: 'Overdue',
      help: 'The due date has passed and something is left to pay.',
      returns: 'Checkbox',
      formula: 'AND(ISPICKVAL(Status__c, "Open"), BLANKVALUE(AmountDue__c, 0) > 0, DueDate__c < TODAY())',
    }),
    /** Whether the customer contests the invoice. It is then neither dunned nor collected by itself. */
    Disputed__c: checkbox({
      label: 'Disputed',
      help: 'The customer contests this invoice; it is not dunned.',
      default: false,
    }),
    /** Note that billing put on the invoice. */
    Description__c: text({ label: 'Description', length: 255 }),
    /**
     * Connection, type and billing id, parted by colons. Set by code, so that bulk loads can upsert and two refreshes at
     * the same moment can't make two mirrors of one invoice. Billing Link stays the only home of joins.
     */
    Identity__c: text({
      label: 'Identity',
      help: 'Connection, type and billing ID. Unique; not edited by hand.',
      length: 255,
      unique: true,
      externalId: true,
      caseSensitive: true,
    }),
    /** When the invoice was last read from billing. */
    LastSynced__c: dateTime({ label: 'Last Synchronised' }),
  },
  compact: ['Name', 'Account__c', 'Status__c', 'Amount__c', 'AmountDue__c', 'DueDate__c', 'Overdue__c'],
  search: ['NAME', 'Account__c', 'Status__c', 'Amount__c', 'AmountDue__c', 'DueDate__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Invoices',
      columns: [
        'NAME',
        'Account__c',
        'Status__c',
        'Amount__c',
        'AmountDue__c',
        'InvoiceDate__c',
        'DueDate__c',
      ],
    },
    {
      name: 'Open',
      label: 'Open Billing Invoices',
      columns: ['NAME', 'Account__c', 'Amount__c', 'AmountDue__c', 'DueDate__c', 'Overdue__c'],
      filters: [{ field: 'Status__c', operation: 'equals', value: 'Open' }],
    },
    {
      name: 'Overdue',
      label: 'Overdue Billing Invoices',
      columns: ['NAME', 'Account__c', 'Amount__c', 'AmountDue__c', 'DueDate__c', 'Disputed__c'],
      filters: [{ field: 'Overdue__c', operation: 'equals', value: '1' }],
    },
  ],
  page: {
    sections: [
      {
        label: 'Invoice',
        fields: [
          'Name',
          'Status__c',
          'Account__c',
          'Amount__c',
          'AmountDue__c',
          'CurrencyCode__c',
          'Overdue__c',
          'InvoiceDate__c',
          'DueDate__c',
          'PaidDate__c',
          'Disputed__c',
          'Description__c',
        ],
      },
      { label: 'Billing', fields: ['Connection__c', 'Identity__c', 'LastSynced__c'] },
    ],
    relatedLists: ['InvoiceLines__r'],
    components: ['billingPanel'],
  },
});
