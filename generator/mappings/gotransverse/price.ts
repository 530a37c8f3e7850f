import { dateInTenantZone, first, fromBilling, mapping, money, shortenedText } from '../../language/index.ts';
import { Price } from '../core/price.ts';
import { productPrice } from './endpoints/catalog.ts';
import { chargeType } from './values/charge-type.ts';
import { recurrencePeriod } from './values/recurrence-period.ts';

/**
 * A billing price and one price of a product. Billing keeps it; Salesforce reads it.
 *
 * Prices come inside their product, since no list finds them by id.
 */
export const price = mapping(Price, productPrice, {
  type: 'product-price',
  id: (p) => p.id,

  fields: {
    /**
     * A price has no name of its own in billing; what tells it from the product's other prices is the category of its
     * charge. Absent from a response, it leaves the name alone.
     */
    Name: fromBilling((p) => p.charge_category.name, { convert: shortenedText }),
    BillingPriceId__c: fromBilling((p) => p.id),
    ChargeType__c: fromBilling((p) => p.price_type, { values: chargeType }),
    Period__c: fromBilling((p) => p.recurrence_period, { values: recurrencePeriod }),
    /** Price of the first unit. What more units cost is billing's to compute. */
    UnitPrice__c: fromBilling((p) => first(p.price_ranges).price, { convert: money }),
    CurrencyCode__c: fromBilling((p) => p.currency_code),
    OverrideAllowed__c: fromBilling((p) => p.price_override),
    ValidFrom__c: fromBilling((p) => p.from_date, { convert: dateInTenantZone }),
    ValidTo__c: fromBilling((p) => p.thru_date, { convert: dateInTenantZone }),
  },
});
