/** What an order costs: once, and for the first period. @inferred X */
import { amountOf, moneyText, rounded, sum, type Amount } from '../../money/decimal.ts';
import type { Account } from '../accounts/records.ts';
import type { Tenant } from '../tenant.ts';
import { flatten } from './items.ts';
import type { Order, OrderItem } from './records.ts';

export type Totals = Pick<
  Order,
  'sub_total' | 'tax_total' | 'total_amount' | 'due_now_total' | 'due_now_tax_total'
>;

interface Line {
  readonly amount: Amount;
  readonly taxable: boolean;
  readonly isDueNow: boolean;
}

function linesOf({ tables }: Tenant, item: OrderItem, currency: string): Line[] {
  return item.order_item_prices.map(({ product_price: { id }, unit_price: unit }) => {
    const price = tables.productPrice.get(id);
    return {
      amount: rounded(amountOf(unit).times(item.quantity), currency),
      taxable: tables.product.get(item.product.id)?.taxable ?? false,
      isDueNow: (price?.payment_on_purchase_required || price?.recurring_payment_required) ?? false,
    };
  });
}

export function totalsOf(tenant: Tenant, account: Account, items: readonly OrderItem[]): Totals {
  const { currency_code: currency, tax_exempt: isExempt } = account;
  const lines = flatten(items).flatMap((item) => linesOf(tenant, item, currency));
  const total = (some: readonly Line[]): Amount => sum(some.map(({ amount }) => amount));
  const tax = (some: readonly Line[]): Amount =>
    isExempt
      ? amountOf(0)
      : rounded(
          total(some.filter(({ taxable }) => taxable))
            .times(tenant.settings.taxPercent)
            .dividedBy(100),
          currency,
        );
  const dueNow = lines.filter(({ isDueNow }) => isDueNow);
  return {
    sub_total: moneyText(total(lines), currency),
    tax_total: moneyText(tax(lines), currency),
    total_amount: moneyText(total(lines).plus(tax(lines)), currency),
    due_now_total: moneyText(total(dueNow), currency),
    due_now_tax_total: moneyText(tax(dueNow), currency),
  };
}
