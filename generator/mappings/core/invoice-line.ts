import {
  currency,
  customObject,
  date,
  lookup,
  masterDetail,
  number,
  picklist,
  text,
} from '../../language/index.ts';

/**
 * One line of a billing invoice. An invoice without lines answers no question, so they are mirrored with it, the ones
 * for tax and fees included.
 */
export const InvoiceLine = customObject('InvoiceLine__c', {
  label: 'Billing Invoice Line',
  plural: 'Billing Invoice Lines',
  nameField: { type: 'AutoNumber', label: 'Line Number', format: 'INVL-{00000000}' },
  sharing: 'ControlledByParent',
  fields: {
    /** The invoice. Master-detail: a line shares its access and goes with it. */
    Invoice__c: masterDetail('Invoice__c', {
      label: 'Billing Invoice',
      relationship: 'InvoiceLines',
      relationshipLabel: 'Invoice Lines',
    }),
    /** What the line charges for. */
    Type__c: picklist({
      label: 'Type',
      values: ['Service', 'Product', 'Usage', 'Tax', 'Fee', 'Adjustment'],
    }),
    /** The subscription that is charged, so that its page shows what it cost. Empty for tax, fees and products. */
    Subscription__c: lookup('Subscription__c', {
      label: 'Subscription',
      relationship: 'InvoiceLines',
      relationshipLabel: 'Invoice Lines',
      onDelete: 'SetNull',
    }),
    /** Text of the line as the customer reads it. */
    Description__c: text({ label: 'Description', length: 255 }),
    /** How many units. */
    Quantity__c: number({ label: 'Quantity', precision: 18, scale: 4 }),
    /** Price of one unit. */
    UnitPrice__c: currency({ label: 'Unit Price', precision: 18, scale: 4 }),
    /** Amount of the line. */
    Amount__c: currency({ label: 'Amount', precision: 18, scale: 2 }),
    /** First day that the line charges for. */
    StartDate__c: date({ label: 'Charged From' }),
    /** Last day that the line charges for. */
    EndDate__c: date({ label: 'Charged To' }),
    /**
     * Connection, type and billing id, parted by colons. Set by code, so that bulk loads can upsert and two refreshes at
     * the same moment can't make two mirrors of one invoice line. Billing Link stays the only home of joins.
     */
    Identity__c: text({
      label: 'Identity',
      help: 'Connection, type and billing ID. Unique; not edited by hand.',
      length: 255,
      unique: true,
      externalId: true,
      caseSensitive: true,
    }),
  },
  compact: ['Name', 'Description__c', 'Type__c', 'Quantity__c', 'UnitPrice__c', 'Amount__c'],
  search: ['NAME', 'Invoice__c', 'Description__c', 'Type__c', 'Amount__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Invoice Lines',
      columns: ['NAME', 'Invoice__c', 'Description__c', 'Type__c', 'Quantity__c', 'Amount__c'],
    },
  ],
  page: {
    sections: [
      {
        label: 'Line',
        fields: [
          'Name',
          'Invoice__c',
          'Type__c',
          'Description__c',
          'Subscription__c',
          'Quantity__c',
          'UnitPrice__c',
          'Amount__c',
          'StartDate__c',
          'EndDate__c',
        ],
      },
      { label: 'Billing', fields: ['Identity__c'] },
    ],
  },
});
