import {
  checkbox,
  currency,
  customObject,
  date,
  dateTime,
  longText,
  lookup,
  picklist,
  text,
} from '../../language/index.ts';

/**
 * One price of one product as billing charges it: a set-up fee, a monthly charge, a charge for usage. A product has
 * one price book entry per price book and currency but many such prices; the entry is the sellable face of one of
 * them. Mirrored from billing, where the catalog is kept.
 */
export const Price = customObject('Price__c', {
  label: 'Billing Price',
  plural: 'Billing Prices',
  nameField: { type: 'Text', label: 'Price Name' },
  sharing: 'Read',
  tab: 'Custom17: Sack',
  fields: {
    /** The billing system that charges this price. Two tenants may sell the same product at different prices. */
    Connection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      relationship: 'Prices',
      relationshipLabel: 'Billing Prices',
      onDelete: 'Restrict',
    }),
    /** The product that is priced. A lookup, because details of standard objects can't be packaged safely. */
    Product__c: lookup('Product2', {
      label: 'Product',
      relationship: 'Prices',
      relationshipLabel: 'Billing Prices',
      onDelete: 'SetNull',
    }),
    /** Whether the price is charged once, again and again, or by use. Decides between MRR and NRR. */
    ChargeType__c: picklist({
      label: 'Charge Type',
      help: 'Once, in every period, or by what was used.',
      values: ['One-time', 'Recurring', 'Usage'],
    }),
    /** How often a recurring price is charged. Parent and add-on in one order must agree in it. */
    Period__c: picklist({
      label: 'Charge Period',
      help: 'How often a recurring price is charged. Empty for one-time prices.',
      values: [
        'Bill Cycle',
        'Day',
        'Week',
        'Two Weeks',
        'Half Month',
        'Month',
        'Quarter',
        'Four Months',
        'Half Year',
        'Year',
        'Two Years',
        'Three Years',
        'Four Years',
        'Five Years',
      ],
    }),
    /**
     * Price of one unit in one period; with ranges, that of the first one. Four digits after the point: a minute or a
     * gigabyte often costs less than a cent.
     */
    UnitPrice__c: currency({ label: 'Unit Price', precision: 18, scale: 4 }),
    /**
     * ISO code of the price's currency, in words of billing. The record's own currency exists only in orgs with
     * several currencies, and there it has to agree.
     */
    CurrencyCode__c: text({ label: 'Currency Code', help: 'Three letters, such as USD.', length: 3 }),
    /** The only term under which the price is sold. Empty, as mostly: it is sold under any term and without one. */
    Term__c: lookup('Term__c', {
      label: 'Contract Term',
      help: 'Set if the price is sold only under this term.',
      relationship: 'Prices',
      relationshipLabel: 'Billing Prices',
      onDelete: 'SetNull',
    }),
    /**
     * Prices that depend on quantity, as a JSON list of ranges with lower bound, upper bound and price. Shown, never
     * computed with: rating is billing's work.
     */
    Ranges__c: longText({
      label: 'Price Ranges',
      help: 'Prices by quantity. The billing system computes with them.',
      length: 32768,
      visibleLines: 5,
    }),
    /** Whether an order may charge another amount than this. Without it, billing refuses a rep's own price. */
    OverrideAllowed__c: checkbox({
      label: 'Price Can Be Changed',
      help: 'An order line may be sold at another price than this one.',
      default: false,
    }),
    /** First day on which the price may be sold. */
    ValidFrom__c: date({ label: 'Valid From' }),
    /** Last day on which the price may be sold. Prices in use outlive it, so they are never deleted. */
    ValidTo__c: date({ label: 'Valid To', help: 'Empty: no end is planned.' }),
    /**
     * Identifier of the price in billing. A copy of what Billing Link holds, for reports and for loading prices in
     * bulk. Not unique: two billing systems may use the same identifier.
     */
    BillingPriceId__c: text({
      label: 'Billing Price ID',
      help: 'Identifier in the billing system. Not edited by hand.',
      length: 80,
      externalId: true,
    }),
    /**
     * Connection, type and billing id, parted by colons. Set by code, so that bulk loads can upsert and two refreshes at
     * the same moment can't make two mirrors of one price. Billing Link stays the only home of joins.
     */
    Identity__c: text({
      label: 'Identity',
      help: 'Connection, type and billing ID. Unique; not edited by hand.',
      length: 255,
      unique: true,
      externalId: true,
      caseSensitive: true,
    }),
    /** When the price was last compared with billing. */
    LastSynced__c: dateTime({ label: 'Last Synchronised' }),
  },
  compact: ['Name', 'Product__c', 'ChargeType__c', 'UnitPrice__c', 'Period__c', 'CurrencyCode__c', 'Term__c'],
  search: ['NAME', 'Product__c', 'ChargeType__c', 'UnitPrice__c', 'Period__c', 'CurrencyCode__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Billing Prices',
      columns: [
        'NAME',
        'Product__c',
        'ChargeType__c',
        'UnitPrice__c',
        'Period__c',
        'CurrencyCode__c',
        'ValidTo__c',
      ],
    },
    {
      name: 'Recurring',
      label: 'Recurring Prices',
      columns: ['NAME', 'Product__c', 'UnitPrice__c', 'Period__c', 'CurrencyCode__c', 'Term__c'],
      filters: [{ field: 'ChargeType__c', operation: 'equals', value: 'Recurring' }],
    },
  ],
  page: {
    sections: [
      {
        label: 'Price',
        fields: [
          'Name',
          'Product__c',
          'ChargeType__c',
          'Period__c',
          'UnitPrice__c',
          'CurrencyCode__c',
          'Term__c',
          'OverrideAllowed__c',
          'ValidFrom__c',
          'ValidTo__c',
          'Ranges__c',
        ],
      },
      { label: 'Billing', fields: ['Connection__c', 'BillingPriceId__c', 'Identity__c', 'LastSynced__c'] },
    ],
    relatedLists: ['SubscriptionItems__r'],
  },
});
