/** Prices of products and which of them is charged. The body is not public. @inferred 1.x */
import { invalid } from '../../http/problem.ts';
import { amountOf, type Amount } from '../../money/decimal.ts';
import { checkCurrency } from '../accounts/create-account.ts';
import type { Tenant } from '../tenant.ts';
import type { PriceRange, Product, ProductPrice } from './records.ts';

export interface PriceBody extends Partial<Omit<ProductPrice, 'id' | 'product_id' | 'price_ranges'>> {
  price_type: ProductPrice['price_type'];
  currency_code: string;
  from_date: string;
  charge_category: { id: string };
  price_ranges: Omit<PriceRange, 'id'>[];
}

const RECURRING_ONLY = [
  'recurrence_period',
  'recurrence_amount',
  'recurring_payment_required',
  'bill_in_advance',
  'prorated_on_order',
  'prorated_on_cancel',
  'prorated_on_order_no_charge',
] as const;

function checkRange(range: Omit<PriceRange, 'id'>, at: number, currency: string): void {
  const { quantity_begin_range: begin, quantity_end_range: end, price, currency_code: own } = range;
  if (own !== currency) throw invalid(`price_ranges[${at}].currency_code must be ${currency}.`);
  if (amountOf(price).isNegative()) throw invalid(`price_ranges[${at}].price must not be negative.`);
  if (end && amountOf(end).lessThan(begin))
    throw invalid(`price_ranges[${at}].quantity_end_range must not be below its begin.`);
}

function checkRanges(ranges: PriceBody['price_ranges'], currency: string): void {
  if (ranges.length === 0) throw invalid('price_ranges must not be empty.');
  ranges.forEach((range, at) => {
    checkRange(range, at, currency);
    const before = ranges[at - 1];
    if (!before) return;
    const isAfter =
      before.quantity_end_range &&
      amountOf(range.quantity_begin_range).greaterThan(before.quantity_end_range);
    if (!isAfter)
      throw invalid(`price_ranges[${at}].quantity_begin_range must be above the end of the range before it.`);
  });
}

function checkKind(body: PriceBody): void {
  if (body.price_type === 'recurring') {
    if (!body.recurrence_period) throw invalid('recurrence_period is required.');
    const amount = body.recurrence_amount ?? 1;
    if (amount < 1 || amount > 120) throw invalid('recurrence_amount must be from 1 to 120.');
    return;
  }
  const wrong = RECURRING_ONLY.find((name) => body[name] !== undefined);
  if (wrong) throw invalid(`${wrong} is for recurring prices only.`);
}

/** Gives a product a price. @throws Problem 422 */
export function createPrice(tenant: Tenant, product: Product, body: PriceBody): ProductPrice {
  checkKind(body);
  checkCurrency(tenant, body.currency_code);
  checkRanges(body.price_ranges, body.currency_code);
  if (body.thru_date && body.thru_date < body.from_date)
    throw invalid('thru_date must not be before from_date.');
  const category = tenant.tables.chargeCategory.get(body.charge_category.id);
  if (!category)
    throw invalid(`charge_category.id: there is no charge category "${body.charge_category.id}".`);
  return tenant.tables.productPrice.insert({
    price_override: false,
    allow_scheduled_charges: false,
    payment_on_purchase_required: false,
    ...body,
    product_id: product.id,
    charge_category: { id: category.id, name: category.name },
    price_ranges: body.price_ranges.map((range) => ({ ...range, id: tenant.nextId('price_range', 9001) })),
  });
}

/** Whether a price may be sold at a moment. */
export function isValidAt({ from_date: from, thru_date: thru }: ProductPrice, moment: string): boolean {
  return from <= moment && (!thru || moment < thru);
}

/** Price of one unit when so many are sold: the range that holds the quantity, or the last one that begins below it. */
export function unitPriceOf(ranges: readonly PriceRange[], quantity: Amount): Amount {
  const fitting = ranges.filter(({ quantity_begin_range: begin }) => quantity.greaterThanOrEqualTo(begin));
  return amountOf((fitting.at(-1) ?? ranges[0])?.price);
}
