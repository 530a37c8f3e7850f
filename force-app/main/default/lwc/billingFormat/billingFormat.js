import LOCALE from '@salesforce/i18n/locale';
import SUBSCRIPTION from '@salesforce/schema/Subscription__c';

const prefix = SUBSCRIPTION.objectApiName.replace(/Subscription__c$/, '');

const numbers = new Intl.NumberFormat(LOCALE);
const textOf = (value) => (typeof value === 'number' ? numbers.format(value) : String(value ?? ''));

/**
 * A label with its places filled: `fill('{0} of {1}', 2, 3000)` is "2 of 3,000". Numbers are written as the person
 * writes them; a place without a value stays empty.
 */
export function fill(label, ...values) {
  return label.replace(/\{(\d+)\}/g, (_, place) => textOf(values[Number(place)]));
}

/** API name of a component of this package, such as a tab, as this org knows it: with the namespace once installed. */
export const qualified = (name) => `${prefix}${name}`;
