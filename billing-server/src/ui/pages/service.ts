/** What a person wants to know of a service. */
import type { Service } from '../../domain/services/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { day, facts, money, section, state, table, to, when } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { historySection, latest } from '../rows.ts';
import { accountLink, currencyOf, customFieldSection } from './names.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('_', ' ').toLowerCase();

const serviceLink = (reference: { id: string } | null | undefined): Piece =>
  reference && to('services', reference.id, reference.id);

function glanceSection(tenant: Tenant, service: Service): Html {
  const { zone } = tenant;
  const currency = currencyOf(tenant, service.billing_account.id);
  return section(
    'At a glance',
    facts([
      ['Each period', html`<span class="big">${money(service.amount, currency)}</span>`],
      ['Quantity', service.quantity],
      ['Account', accountLink(tenant, service.billing_account.id)],
      ['Product', to('products', service.product.id, service.product.name)],
      ['Description', service.description],
      ['From', day(zone, service.start_date)],
      ['Until', day(zone, service.end_date)],
      ['In this state since', when(zone, service.status_date)],
      ['Free until', day(zone, service.trial_end)],
      ['Ordered by', to('orders', service.original_order.id, service.original_order.order_num)],
      ['Part of', serviceLink(service.parent_service)],
      ['Came after', serviceLink(service.previous_service)],
      ['Replaced by', serviceLink(service.next_service)],
      ['Renewed', service.renewal_count === 1 ? 'once' : `${service.renewal_count} times`],
    ]),
  );
}

function termSection(tenant: Tenant, { current_agreement_service: term }: Service): Html {
  if (!term) return section('Term', html`<p class="soft">The service is free to leave.</p>`);
  return section(
    'Term',
    facts([
      [
        'Agreement',
        term.agreement.name ?? tenant.tables.agreement.get(term.agreement.id)?.name ?? term.agreement.id,
      ],
      ['From', day(tenant.zone, term.start_date)],
      ['Until', day(tenant.zone, term.end_date)],
      ['Then', plain(term.end_action)],
      ['After that', plain(term.next_end_action)],
      ['Keeps its price', term.preserve_service_price ? 'yes' : undefined],
    ]),
  );
}

function pricesSection(tenant: Tenant, service: Service): Html {
  const currency = currencyOf(tenant, service.billing_account.id);
  const rows = service.service_prices.map((price): readonly Piece[] => [
    [day(tenant.zone, price.start_date), price.end_date && [' to ', day(tenant.zone, price.end_date)]],
    price.quantity,
    money(price.unit_price, currency),
    money(price.amount, currency),
    `${price.recurrence_amount > 1 ? `${price.recurrence_amount} x ` : ''}${plain(price.recurrence_period)}`,
    price.bill_in_advance ? 'in advance' : 'in arrears',
    day(tenant.zone, price.charged_until),
  ]);
  const columns = [
    'Valid',
    { label: 'Quantity', number: true },
    { label: 'Unit price', number: true },
    { label: 'Amount', number: true },
    'Period',
    'Billed',
    'Charged until',
  ] as const;
  return section(
    'Prices',
    table({ caption: 'Prices in order of time', columns, rows, empty: 'Nothing recurs.' }),
  );
}

function childrenSection(tenant: Tenant, { id, billing_account: account }: Service): Html {
  const currency = currencyOf(tenant, account.id);
  const rows = latest(tenant.tables.service, 'parent_id = ?', Number(id)).map((child): readonly Piece[] => [
    to('services', child.id, child.product.name),
    state(child.status),
    child.quantity,
    money(child.amount, currency),
  ]);
  const columns = [
    'Add-on',
    'State',
    { label: 'Quantity', number: true },
    { label: 'Each period', number: true },
  ] as const;
  return section(
    'Add-ons',
    table({ caption: 'Services that depend on this one', columns, rows, empty: 'None.' }),
  );
}

function identifiersSection(tenant: Tenant, { id }: Service): Html {
  const rows = latest(tenant.tables.serviceResource, 'service_id = ?', Number(id)).map(
    (resource): readonly Piece[] => [resource.identifier, state(resource.status), resource.description],
  );
  const columns = ['Identifier', 'State', 'Description'];
  return section(
    'Identifiers',
    table({ caption: 'What usage is recognised by', columns, rows, empty: 'None.' }),
  );
}

function chargesSection(tenant: Tenant, { id }: Service): Html {
  const rows = latest(tenant.tables.charge, 'service_id = ?', Number(id)).map((charge): readonly Piece[] => [
    charge.description,
    [
      day(tenant.zone, charge.charge_start_date),
      charge.charge_end_date && [' to ', day(tenant.zone, charge.charge_end_date)],
    ],
    charge.invoice_id === undefined ? 'not yet' : to('invoices', charge.invoice_id, charge.invoice_id),
    money(charge.amount, charge.currency_code),
  ]);
  const columns = ['Charge', 'For', 'Invoice', { label: 'Amount', number: true }] as const;
  return section('Charges', table({ caption: 'Charges, newest first', columns, rows, empty: 'None yet.' }));
}

/** @throws Problem 404 */
export function servicePage(tenant: Tenant, id: string): PageContent {
  const service = tenant.tables.service.require(id);
  return {
    title: `${service.product.name}, service ${id}`,
    heading: html`${service.product.name} <span class="soft">service ${id}</span> ${state(service.status)}`,
    trail: [
      ['/ui/', 'Overview'],
      [`/ui/billing-accounts/${service.billing_account.id}`, 'Account'],
    ],
    body: [
      glanceSection(tenant, service),
      termSection(tenant, service),
      pricesSection(tenant, service),
      childrenSection(tenant, service),
      identifiersSection(tenant, service),
      chargesSection(tenant, service),
      customFieldSection(service.custom_field_values),
      historySection(tenant, 'service', id),
    ],
  };
}
