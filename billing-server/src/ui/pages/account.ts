/** What a person wants to know of a billing account. */
import { activeMethods, pendingCharges } from '../../domain/accounts/account-view.ts';
import type { Account } from '../../domain/accounts/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { day, facts, money, section, state, table, to, when } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { historySection, latest } from '../rows.ts';
import { adjustmentsSection, invoicesSection, paymentsSection } from './money-sections.ts';
import { accountLink, accountName, addressLine, customFieldSection, partyName } from './names.ts';

function factsSection(tenant: Tenant, account: Account): Html {
  const { tables, zone } = tenant;
  const cycle = tables.billCycle.get(account.bill_cycle.id);
  const { responsible_account: payer, parent_billing_account: parent, payment_term: term } = account;
  return section(
    'At a glance',
    facts([
      ['Balance', html`<span class="big">${money(account.balance, account.currency_code)}</span>`],
      [
        'Not yet invoiced',
        html`<span class="big">${money(pendingCharges(tenant, account), account.currency_code)}</span>`,
      ],
      ['Next invoice', account.status === 'CLOSED' ? undefined : day(zone, cycle?.end_date)],
      ['Bill cycle', cycle?.name],
      ['Category', tables.category.get(account.billing_account_category.id)?.name],
      ['Payment term', term && tables.paymentTerm.get(term.id)?.name],
      ['Invoices go by', account.bill_type.replaceAll('_', ' and ').toLowerCase()],
      ['External number', account.external_account_num],
      ['Since', day(zone, account.start_date)],
      ['Until', day(zone, account.end_date)],
      ['Tax', account.tax_exempt ? 'exempt' : 'taxable'],
      ['Automatic payment', account.auto_payment_authorized ? 'authorized' : 'no'],
      ['Paid by', payer && payer.id !== account.id ? accountLink(tenant, payer.id) : undefined],
      ['Belongs to', parent ? accountLink(tenant, parent.id) : undefined],
      [
        'Dunning',
        account.dunning_state &&
          `${account.dunning_state.enabled ? 'on' : 'off'}, plan ${account.dunning_state.plan_code}`,
      ],
    ]),
  );
}

function partySection({ responsible_party: party, contacts }: Account): Html {
  const rows = [party, ...contacts].flatMap((one, at) => {
    const role = at === 0 ? 'Responsible' : 'Contact';
    const lines = one.addresses.map((address) => [
      address.purpose.replaceAll('_', ' '),
      addressLine(address),
    ]);
    return (lines.length > 0 ? lines : [['', '']]).map((line) => [partyName(one), role, ...line]);
  });
  return section(
    'Who',
    table({
      caption: 'Parties and their addresses',
      columns: ['Name', 'Role', 'Purpose', 'Address'],
      rows,
      empty: 'Nobody.',
    }),
  );
}

function methodsSection(tenant: Tenant, account: Account): Html {
  const rows = activeMethods(account).map(
    ({ payment_method: method, auto_payment: auto, valid_from: from }) => [
      method.nickname ?? method.identifier_number ?? method.payment_method_type,
      method.payment_method_type,
      method.expiration_date,
      auto ? 'yes' : 'no',
      day(tenant.zone, from),
    ],
  );
  const columns = ['Method', 'Type', 'Expires', 'Pays automatically', 'Since'];
  return section(
    'Stored payment methods',
    table({ caption: 'Methods in use', columns, rows, empty: 'None is stored.' }),
  );
}

function servicesSection(tenant: Tenant, account: Account): Html {
  const rows = latest(tenant.tables.service, 'account_id = ?', Number(account.id)).map(
    (service): readonly Piece[] => [
      to('services', service.id, service.product.name),
      state(service.status),
      service.quantity,
      money(service.amount, account.currency_code),
      day(tenant.zone, service.start_date),
      day(tenant.zone, service.end_date),
      service.parent_service && to('services', service.parent_service.id, service.parent_service.id),
    ],
  );
  const columns = [
    'Service',
    'State',
    { label: 'Quantity', number: true },
    { label: 'Each period', number: true },
    'From',
    'Until',
    'Part of',
  ] as const;
  return section('Services', table({ caption: 'Services, newest first', columns, rows, empty: 'None yet.' }));
}

function ordersSection(tenant: Tenant, account: Account): Html {
  const rows = latest(tenant.tables.order, 'account_id = ?', Number(account.id)).map(
    (order): readonly Piece[] => [
      to('orders', order.id, order.order_num),
      order.order_type,
      state(order.status),
      when(tenant.zone, order.order_date),
      order.purchase_order_number,
      money(order.total_amount, account.currency_code),
    ],
  );
  const columns = [
    'Order',
    'Type',
    'State',
    'Date',
    'Purchase order',
    { label: 'Total', number: true },
  ] as const;
  return section('Orders', table({ caption: 'Orders, newest first', columns, rows, empty: 'None yet.' }));
}

/** @throws Problem 404 */
export function accountPage(tenant: Tenant, id: string): PageContent {
  const account = tenant.tables.account.require(id);
  return {
    title: `${accountName(account)}, account ${account.account_num}`,
    heading: html`${accountName(account)}
      <span class="soft">account ${account.account_num}</span> ${state(account.status)}`,
    trail: [['/ui/', 'Overview']],
    body: [
      factsSection(tenant, account),
      servicesSection(tenant, account),
      ordersSection(tenant, account),
      invoicesSection(tenant, account),
      paymentsSection(tenant, account),
      adjustmentsSection(tenant, account),
      partySection(account),
      methodsSection(tenant, account),
      customFieldSection(account.custom_field_values),
      historySection(tenant, 'billing-account', id),
    ],
  };
}
