import { fromBilling, mapping, nested, shortenedText } from '../../language/index.ts';
import { Product2 } from '../core/product.ts';
import { product as productResource } from './endpoints/catalog.ts';
import { price } from './price.ts';

/**
 * A product and its counterpart in billing's catalog.
 *
 * Billing keeps the catalog. Code, family and whether it is active stay the org's own: they steer how Salesforce sells.
 */
export const product = mapping(Product2, productResource, {
  type: 'product',
  id: (p) => p.id,
  number: (p) => p.name,
  bulk: { operation: 'list', byId: 'id' },
  read: 'read',
  automation: 'ProductAutomation__c',
  deepLink: { id: (p) => p.id },

  fields: {
    Name: fromBilling((p) => p.name),
    Description: fromBilling((p) => p.description, { convert: shortenedText }),
    StockKeepingUnit: fromBilling((p) => p.sku),
  },

  children: { prices: nested((p) => p.product_prices, price) },
});
