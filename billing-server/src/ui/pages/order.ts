/** What a person wants to know of an order. */
import type { Order, OrderItem } from '../../domain/orders/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { day, facts, money, section, state, table, to, when } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { historySection } from '../rows.ts';
import { accountLink, currencyOf, customFieldSection } from './names.ts';

/** Items with their children, each with its depth. */
function flat(items: readonly OrderItem[], depth = 0): { item: OrderItem; depth: number }[] {
  return items.flatMap((item) => [{ item, depth }, ...flat(item.order_items, depth + 1)]);
}

function termName({ tables }: Tenant, { selected_agreement: term }: OrderItem): string | undefined {
  return term && (tables.agreement.get(term.id)?.name ?? term.id);
}

function waiting({ awaiting_approval: waits, approved }: OrderItem): Piece {
  return waits && state(approved ? 'APPROVED' : 'AWAITING_APPROVAL');
}

function itemsSection(tenant: Tenant, order: Order): Html {
  const currency = currencyOf(tenant, order.billing_account.id);
  const rows = flat(order.order_items).map(({ item, depth }): readonly Piece[] => [
    [
      depth > 0 && html`<span class="soft">with </span>`,
      to('products', item.product.id, item.product.name),
      ' ',
      waiting(item),
    ],
    item.quantity,
    item.order_item_prices.map(
      ({ unit_price: price, price_type: type }) => html`<div>${money(price, currency)} ${type}</div>`,
    ),
    termName(tenant, item),
    day(tenant.zone, item.requested_effective_date),
    item.service_resources.map(({ identifier }) => identifier).join(', '),
    item.service && to('services', item.service.id, item.service.id),
  ]);
  const columns = [
    'Product',
    { label: 'Quantity', number: true },
    { label: 'Unit price', number: true },
    'Term',
    'Wanted for',
    'Identifiers',
    'Service',
  ] as const;
  return section(
    'Items',
    table({ caption: 'What was ordered', columns, rows, empty: 'The order has no items.' }),
  );
}

function totalsSection(tenant: Tenant, order: Order): Html {
  const currency = currencyOf(tenant, order.billing_account.id);
  const big = (amount: string): Html => html`<span class="big">${money(amount, currency)}</span>`;
  return section(
    'At a glance',
    order.error !== undefined && html`<p class="bad">Processing failed: ${order.error}</p>`,
    facts([
      ['Total', big(order.total_amount)],
      ['Due now', big(order.due_now_total)],
      ['Before tax', money(order.sub_total, currency)],
      ['Tax', money(order.tax_total, currency)],
      ['Account', accountLink(tenant, order.billing_account.id)],
      ['Type', order.order_type],
      ['Date', when(tenant.zone, order.order_date)],
      ['Renewal on', day(tenant.zone, order.renewal_date)],
      ['Purchase order', order.purchase_order_number],
      ['Referral', order.referral],
      ['Invoiced at once', order.invoice_order ? 'yes' : undefined],
      ['Invoice', order.invoice_num],
      ['Note', order.note],
    ]),
  );
}

/** @throws Problem 404 */
export function orderPage(tenant: Tenant, id: string): PageContent {
  const order = tenant.tables.order.require(id);
  return {
    title: `Order ${order.order_num}`,
    heading: html`Order ${order.order_num} ${state(order.status)}`,
    trail: [
      ['/ui/', 'Overview'],
      [`/ui/billing-accounts/${order.billing_account.id}`, 'Account'],
    ],
    body: [
      totalsSection(tenant, order),
      itemsSection(tenant, order),
      customFieldSection(order.custom_field_values),
      historySection(tenant, 'order', id),
    ],
  };
}
