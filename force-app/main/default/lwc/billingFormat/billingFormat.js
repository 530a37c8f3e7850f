import SUBSCRIPTION from '@salesforce/schema/Subscription__c';

const prefix = SUBSCRIPTION.objectApiName.replace(/Subscription__c$/, '');

/** A label with its places filled: `fill('{0} of {1}', 2, 3)` is "2 of 3". A place without a value stays empty. */
export function fill(label, ...values) {
  return label.replace(/\{(\d+)\}/g, (_, place) => String(values[Number(place)] ?? ''));
}

/** API name of a component of this package, such as a tab, as this org knows it: with the namespace once installed. */
export const qualified = (name) => `${prefix}${name}`;
