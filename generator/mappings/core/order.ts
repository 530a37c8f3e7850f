import { lookup, standardObject } from '../../language/index.ts';

/**
 * What the customer has agreed to buy. An activated order becomes an order in billing. Nothing is ever written back
 * to it: editing an activated order needs a permission that no package can grant. State and billing number of an
 * order are read from its Billing Link.
 */
export const Order = standardObject('Order', {
  added: {
    /**
     * The billing connection that this order goes to, if it is not the account's. Input of the rep for customers
     * with billing accounts in several systems; after the first synchronisation the order's link decides.
     */
    BillingConnection__c: lookup('BillingConnection__c', {
      label: 'Billing Connection',
      help: 'Only for customers with several billing accounts. Empty: the connection of the account.',
      relationship: 'Orders',
      relationshipLabel: 'Orders',
      onDelete: 'SetNull',
    }),
  },
});
