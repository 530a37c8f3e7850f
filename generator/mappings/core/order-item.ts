import { date, lookup, picklist, standardObject } from '../../language/index.ts';

/**
 * One line of an order: what is asked for, about which product or running subscription. All six fields are the rep's
 * input; nothing is written back. What became of a line is found from Subscription Item, which points here.
 */
export const OrderItem = standardObject('OrderItem', {
  added: {
    /**
     * What the line asks for. One order may start, change and end services at once, so the request belongs to the
     * line and not to the order. A new line says New. An empty one is never sent: lines that existed before the
     * package ask for nothing, and their customers would be sold everything twice.
     */
    RequestType__c: picklist({
      label: 'Request Type',
      help: 'What this line asks for. Everything but New needs a subscription.',
      values: [
        'New',
        'Change',
        'Replace',
        'Re-rate',
        'Re-term',
        'Renew',
        'Transfer',
        'Suspend',
        'Resume',
        'Cancel',
      ],
      default: 'New',
    }),
    /** The line that this one belongs to: an add-on names the line of the base product that is sold with it. */
    ParentItem__c: lookup('OrderItem', {
      label: 'Parent Line',
      help: 'For an add-on sold in the same order: the line of the product it is added to.',
      relationship: 'ChildItems',
      relationshipLabel: 'Add-on Lines',
      onDelete: 'SetNull',
    }),
    /**
     * The running subscription that the line is about: what is changed, ended or renewed, or what an add-on is added
     * to after the first sale. A New line of a base product leaves it empty.
     */
    Subscription__c: lookup('Subscription__c', {
      label: 'Subscription',
      help: 'The running subscription that this line changes, ends or adds to.',
      relationship: 'OrderItems',
      relationshipLabel: 'Order Products',
      onDelete: 'SetNull',
    }),
    /**
     * The price that the line is sold at. A price book entry can't tell a monthly price from a yearly one, so the
     * line names the price itself. Empty: the only price of the product that fits currency and term.
     */
    Price__c: lookup('Price__c', {
      label: 'Billing Price',
      help: 'Price that the customer is charged. Empty if the product has only one that fits.',
      relationship: 'OrderItems',
      relationshipLabel: 'Order Products',
      onDelete: 'SetNull',
    }),
    /**
     * The term that the customer commits to. A record and not a number of months: two terms of twelve months differ
     * when one renews by itself and the other doesn't, and billing has to be told which. Empty: no commitment.
     */
    Term__c: lookup('Term__c', {
      label: 'Contract Term',
      help: 'How long the customer commits. Empty: the service can be left at any time.',
      relationship: 'OrderItems',
      relationshipLabel: 'Order Products',
      onDelete: 'SetNull',
    }),
    /** The day on which the request shall take effect. Start Date is the customer's own and often means the contract. */
    RequestedDate__c: date({
      label: 'Requested Date',
      help: 'Day on which this shall take effect. Empty: as soon as possible.',
    }),
  },
});
