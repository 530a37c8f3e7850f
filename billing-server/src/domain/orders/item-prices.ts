/** Prices at which order items are sold. */
import { invalid } from '../../http/problem.ts';
import { amountOf, decimalText } from '../../money/decimal.ts';
import { isValidAt, unitPriceOf } from '../catalog/prices.ts';
import type { Product, ProductPrice } from '../catalog/records.ts';
import type { Reference } from '../references.ts';
import type { Tenant } from '../tenant.ts';
import type { ItemContext, OrderItemBody, OrderItemPriceBody } from './item-bodies.ts';
import type { OrderItemPrice } from './records.ts';

/** Prices that a product is sold at: valid on the day, in the account's currency, of the price list if one is named. */
function offeredPrices(
  { tenant, account, orderDate }: ItemContext,
  product: Product,
  list: Reference | undefined,
): ProductPrice[] {
  return tenant.tables.productPrice
    .where('product_id = ? AND currency_code = ?', Number(product.id), account.currency_code)
    .filter((price) => isValidAt(price, orderDate) && price.price_list_id === list?.id);
}

function chosenPrice(
  context: ItemContext,
  field: string,
  product: Product,
  { product_price: reference, price_type: type }: OrderItemPriceBody,
  offered: readonly ProductPrice[],
): ProductPrice {
  if (!reference) {
    const fitting = offered.filter((price) => type === undefined || price.price_type === type);
    if (fitting.length === 1 && fitting[0]) return fitting[0];
    throw invalid(`${field}.product_price is required.`);
  }
  const price = context.tenant.tables.productPrice.get(reference.id);
  if (price?.product_id !== product.id)
    throw invalid(`${field}.product_price.id: the product ${product.name} has no price "${reference.id}".`);
  if (price.currency_code !== context.account.currency_code)
    throw invalid(
      `${field}.product_price.id: the price is in ${price.currency_code}, the account in ${context.account.currency_code}.`,
    );
  if (!isValidAt(price, context.orderDate))
    throw invalid(`${field}.product_price.id: the price is not valid on the day of the order.`);
  if (type !== undefined && type !== price.price_type)
    throw invalid(`${field}.price_type must be ${price.price_type} for this price.`);
  return price;
}

/** An override only where the price allows it. @documented S48 for scheduled prices @inferred for orders */
function unitPrice(field: string, price: ProductPrice, quantity: string, wanted: string | undefined): string {
  const listed = unitPriceOf(price.price_ranges, amountOf(quantity));
  if (wanted === undefined || listed.equals(wanted)) return decimalText(listed);
  if (!price.price_override) throw invalid(`${field}.unit_price: the price does not allow an override.`);
  if (amountOf(wanted).isNegative()) throw invalid(`${field}.unit_price must not be negative.`);
  return decimalText(amountOf(wanted));
}

/** Rules of an item replace the product's where it allows that. @documented S28 */
function usageRules(
  tenant: Tenant,
  field: string,
  product: Product,
  rules: readonly unknown[] | undefined,
): Reference[] {
  if (!rules || rules.length === 0) return [];
  if (!product.rule_override)
    throw invalid(`${field}.usage_rules: the product ${product.name} does not allow other usage rules.`);
  return rules.map(() => ({ id: tenant.nextId('usage_rule', 26_001) }));
}

function itemPrice(
  context: ItemContext,
  field: string,
  product: Product,
  quantity: string,
  price: ProductPrice,
  body: OrderItemPriceBody,
): OrderItemPrice {
  return {
    id: context.tenant.nextId('order_item_price', 75_001),
    product_price: { id: price.id },
    price_type: price.price_type,
    unit_price: unitPrice(field, price, quantity, body.unit_price),
    usage_rules: usageRules(context.tenant, field, product, body.usage_rules),
  };
}

/** Prices that are named are all that is charged; without any, all that the product is sold at. */
export function pricesOf(
  context: ItemContext,
  field: string,
  product: Product,
  body: OrderItemBody,
  quantity: string,
): OrderItemPrice[] {
  const offered = offeredPrices(context, product, body.price_list);
  if (!body.order_item_prices)
    return offered.map((price) => itemPrice(context, field, product, quantity, price, {}));
  const prices = body.order_item_prices.map((one, at) => {
    const place = `${field}.order_item_prices[${at}]`;
    return itemPrice(
      context,
      place,
      product,
      quantity,
      chosenPrice(context, place, product, one, offered),
      one,
    );
  });
  const twice = prices.findIndex((one, at) =>
    prices.slice(0, at).some((other) => other.product_price.id === one.product_price.id),
  );
  if (twice >= 0) throw invalid(`${field}.order_item_prices[${twice}].product_price.id is named twice.`);
  return prices;
}
