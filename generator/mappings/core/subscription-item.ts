import {
  currency,
  customObject,
  date,
  dateTime,
  formula,
  lookup,
  masterDetail,
  number,
  picklist,
  text,
} from '../../language/index.ts';

/**
 * One thing that a subscription charges for: its base product, an add-on, a set-up fee, metered usage. Parted from
 * the subscription because each has its own price, quantity and dates, and because an add-on comes and goes while
 * the subscription stays. An add-on's counterpart in billing is a child service.
 */
export const SubscriptionItem = customObject('SubscriptionItem__c', {
  label: 'Subscription Item',
  plural: 'Subscription Items',
  nameField: { type: 'AutoNumber', label: 'Item Number', format: 'SUBI-{00000000}' },
  sharing: 'ControlledByParent',
  fields: {
    /**
     * The subscription that the item belongs to. Master-detail, for the totals and because an item is nothing alone. It
     * can be changed: a replaced or transferred service takes its add-ons along.
     */
    Subscription__c: masterDetail('Subscription__c', {
      label: 'Subscription',
      relationship: 'SubscriptionItems',
      relationshipLabel: 'Subscription Items',
      reparentable: true,
    }),
    /** What kind of charge it is. Base and Add-on recur and count as MRR, One-time counts as NRR, Usage as neither. */
    Type__c: picklist({
      label: 'Type',
      help: 'Base and Add-on are charged again and again, One-time once, Usage by what was used.',
      values: ['Base', 'Add-on', 'One-time', 'Usage'],
    }),
    /** The product that is charged. */
    Product__c: lookup('Product2', {
      label: 'Product',
      relationship: 'SubscriptionItems',
      relationshipLabel: 'Subscription Items',
      onDelete: 'SetNull',
    }),
    /** The price that the item was sold at. Amounts are kept beside it, as a price may have been changed for this sale. */
    Price__c: lookup('Price__c', {
      label: 'Billing Price',
      relationship: 'SubscriptionItems',
      relationshipLabel: 'Subscription Items',
      onDelete: 'SetNull',
    }),
    /** The order line that asked for the item. The line itself can't point here: nothing is written back to orders. */
    OrderItem__c: lookup('OrderItem', {
      label: 'Order Product',
      relationship: 'SubscriptionItems',
      relationshipLabel: 'Subscription Items',
      onDelete: 'SetNull',
    }),
    /** Where the item is in its life; an add-on may be ended while its subscription runs. */
    Status__c: picklist({
      label: 'Status',
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
    /** How many units. */
    Quantity__c: number({ label: 'Quantity', precision: 18, scale: 4 }),
    /** Price of one unit in one period, as sold. */
    UnitPrice__c: currency({ label: 'Unit Price', precision: 18, scale: 4 }),
    /**
     * What the item costs in one period, or once: all units, after ranges and discounts. Billing's own figure, since
     * quantity times unit price is wrong as soon as there are ranges.
     */
    Amount__c: currency({
      label: 'Amount per Period',
      help: 'All units, after ranges and discounts, before tax.',
      precision: 18,
      scale: 2,
    }),
    /** How often the amount is charged. */
    Period__c: picklist({
      label: 'Charge Period',
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
     * Monthly recurring revenue: the amount, brought to one month. Zero unless the item recurs and is active or
     * suspended; a suspended service is still under contract. A bill cycle counts as a month.
     */
    Mrr__c: formula({
      label: 'MRR',
      help: 'Monthly recurring revenue. Trial, scheduled and ended items count as zero.',
      returns: 'Currency',
      precision: 18,
      scale: 2,
      formula:
        'IF(AND(OR(ISPICKVAL(Type__c, "Base"), ISPICKVAL(Type__c, "Add-on")), OR(ISPICKVAL(Status__c, "Active"), ISPICKVAL(Status__c, "Suspended"))), BLANKVALUE(Amount__c, 0) * CASE(Period__c, "Bill Cycle", 1, "Day", 365 / 12, "Week", 52 / 12, "Two Weeks", 26 / 12, "Half Month", 2, "Month", 1, "Quarter", 1 / 3, "Four Months", 1 / 4, "Half Year", 1 / 6, "Year", 1 / 12, "Two Years", 1 / 24, "Three Years", 1 / 36, "Four Years", 1 / 48, "Five Years", 1 / 60, 0), 0)',
    }),
    /**
     * Non-recurring revenue: the amount of a one-time item, unless it was cancelled before it was charged. A billing system
     * may say of a service only what recurs; then it is what it was sold for.
     */
    Nrr__c: formula({
      label: 'NRR',
      help: 'Non-recurring revenue: set-up fees and one-time charges.',
      returns: 'Currency',
      precision: 18,
      scale: 2,
      formula:
        'IF(AND(ISPICKVAL(Type__c, "One-time"), NOT(ISPICKVAL(Status__c, "Cancelled"))), IF(BLANKVALUE(Amount__c, 0) = 0, BLANKVALUE(UnitPrice__c, 0) * BLANKVALUE(Quantity__c, 1), Amount__c), 0)',
    }),
    /** First day on which the item is charged. */
    StartDate__c: date({ label: 'Start Date' }),
    /** Last day on which the item is charged. */
    EndDate__c: date({ label: 'End Date', help: 'Empty while no end is known.' }),
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
    /** When the item was last compared with billing. */
    LastSynced__c: dateTime({ label: 'Last Synchronised' }),
  },
  compact: ['Name', 'Product__c', 'Type__c', 'Status__c', 'Quantity__c', 'Amount__c', 'Mrr__c'],
  search: ['NAME', 'Subscription__c', 'Product__c', 'Type__c', 'Status__c', 'Amount__c'],
  listViews: [
    {
      name: 'All',
      label: 'All Subscription Items',
      columns: ['NAME', 'Subscription__c', 'Product__c', 'Type__c', 'Status__c', 'Amount__c', 'Period__c'],
    },
  ],
  page: {
    sections: [
      {
        label: 'Item',
        fields: [
          'Name',
          'Subscription__c',
          'Type__c',
          'Status__c',
          'Product__c',
          'OrderItem__c',
          'StartDate__c',
          'EndDate__c',
        ],
      },
      {
        label: 'Price',
        fields: ['Price__c', 'Quantity__c', 'UnitPrice__c', 'Amount__c', 'Period__c', 'Mrr__c', 'Nrr__c'],
      },
      { label: 'Billing', fields: ['Identity__c', 'LastSynced__c'] },
    ],
  },
});
