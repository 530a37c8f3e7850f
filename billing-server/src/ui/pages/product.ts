/** What a person wants to know of a product. */
import type { Product, ProductPrice } from '../../domain/catalog/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { facts, money, section, state, table, to } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { historySection } from '../rows.ts';

function glanceSection({ tables }: Tenant, product: Product): Html {
  const { approval } = product;
  const days = approval?.approves_after_days;
  return section(
    'At a glance',
    facts([
      ['Type', product.product_type],
      ['Category', tables.productCategory.get(product.product_category.id)?.name],
      ['Description', product.description],
      ['Stock keeping unit', product.sku],
      ['External number', product.external_product_number],
      ['Internal name', product.internal_name],
      ['On offer since', product.introduction_date.slice(0, 10)],
      ['Tax', product.taxable ? 'taxable' : 'not taxable'],
      ['Trial', product.trial ? `${product.trial_days ?? 0} days` : undefined],
      ['Term', product.requires_agreement ? 'required' : 'optional'],
      ['Approval', approval && (days === undefined ? 'by a person' : `by itself after ${days} days`)],
      ['Services', tables.service.count('product_id = ?', Number(product.id))],
    ]),
  );
}

function periodOf({
  price_type: type,
  recurrence_period: period,
  recurrence_amount: every = 1,
}: ProductPrice): string {
  if (type === 'one-time') return 'once';
  return `${every > 1 ? `every ${every} x ` : 'every '}${(period ?? '').toLowerCase()}`;
}

function pricesSection({ tables }: Tenant, { id }: Product): Html {
  const rows = tables.productPrice
    .where('product_id = ?', Number(id))
    .flatMap((price) =>
      price.price_ranges.map((range): readonly Piece[] => [
        periodOf(price),
        `${range.quantity_begin_range} ${range.quantity_end_range ? `to ${range.quantity_end_range}` : 'and more'}`,
        money(range.price, price.currency_code),
        [price.from_date.slice(0, 10), price.thru_date && ` to ${price.thru_date.slice(0, 10)}`],
        price.price_override ? 'may be overridden' : 'fixed',
      ]),
    );
  const columns = [
    'Charged',
    'Quantity',
    { label: 'Price', number: true },
    'Valid from',
    'In orders',
  ] as const;
  return section(
    'Prices',
    table({ caption: 'Prices by quantity', columns, rows, empty: 'The product has no price.' }),
  );
}

function usageSection({ usage_rates: rates = [] }: Product): Html | undefined {
  if (rates.length === 0) return undefined;
  const rows = rates.map((rate) => [rate.usage_uom.toLowerCase(), rate.unit_price, rate.included ?? '0']);
  const columns = [
    'Unit',
    { label: 'Price of one', number: true },
    { label: 'Included', number: true },
  ] as const;
  return section('Usage', table({ caption: 'What a unit of usage costs', columns, rows, empty: '' }));
}

function relationsSection({ tables }: Tenant, { id }: Product): Html {
  const rows = tables.productRelation
    .where('owner_id = ?', Number(id))
    .map((relation): readonly Piece[] => [
      to('products', relation.product.id, relation.product.name),
      relation.product_relation_type.toLowerCase(),
      relation.scope === 'ORDER' ? 'in the same order' : 'on the same account',
    ]);
  const columns = ['Product', 'Relation', 'Where'];
  return section(
    'Related products',
    table({ caption: 'How it goes with others', columns, rows, empty: 'None.' }),
  );
}

function termsSection({ tables }: Tenant, { id }: Product): Html {
  const sold = tables.agreement
    .where('true')
    .filter(({ product_ids: only }) => only === undefined || only.includes(id));
  const rows = sold.map((term): readonly Piece[] => [
    term.name,
    state(term.status),
    `${term.agreement_period} ${term.agreement_period_type.toLowerCase()}s`,
    term.end_action.replaceAll('_', ' ').toLowerCase(),
    [
      term.termination_flat_charge,
      term.termination_percentage_charge && `${term.termination_percentage_charge} %`,
    ],
  ]);
  const columns = [
    'Agreement',
    'State',
    'Length',
    'At its end',
    { label: 'Charge for leaving', number: true },
  ] as const;
  return section('Terms', table({ caption: 'Agreements it is sold under', columns, rows, empty: 'None.' }));
}

/** @throws Problem 404 */
export function productPage(tenant: Tenant, id: string): PageContent {
  const product = tenant.tables.product.require(id);
  return {
    title: product.name,
    heading: html`${product.name} ${state(product.state)}`,
    trail: [['/ui/', 'Overview']],
    body: [
      glanceSection(tenant, product),
      pricesSection(tenant, product),
      usageSection(product),
      termsSection(tenant, product),
      relationsSection(tenant, product),
      historySection(tenant, 'product', id),
    ],
  };
}
