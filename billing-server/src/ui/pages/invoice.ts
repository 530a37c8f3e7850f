/** What a person wants to know of an invoice. */
import type { Invoice } from '../../domain/invoices/records.ts';
import type { Application } from '../../domain/payments/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { day, facts, money, section, table, to } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { historySection } from '../rows.ts';
import { invoiceStates } from './money-sections.ts';
import { accountLink } from './names.ts';

function glanceSection(tenant: Tenant, invoice: Invoice): Html {
  const currency = invoice.currency_code;
  return section(
    'At a glance',
    facts([
      ['Amount', html`<span class="big">${money(invoice.amount, currency)}</span>`],
      ['Still to pay', html`<span class="big">${money(invoice.amount_to_pay, currency)}</span>`],
      ['Account', accountLink(tenant, invoice.billing_account.id)],
      ['Date', day(tenant.zone, invoice.occurred_on)],
      ['Due', day(tenant.zone, invoice.due_date)],
      ['Paid', day(tenant.zone, invoice.paid_date)],
      ['Late fee', invoice.late_fee_charged ? 'charged' : undefined],
      ['External number', invoice.external_invoice_num],
      ['Description', invoice.description],
      ['File', html`<a href="/ui/invoices/${invoice.id}/pdf">Invoice as PDF</a>`],
    ]),
  );
}

function itemsSection(tenant: Tenant, { id, amount, currency_code: currency }: Invoice): Html {
  const rows = tenant.tables.invoiceItem
    .where('invoice_id = ?', Number(id))
    .map((item): readonly Piece[] => [
      item.description,
      item.type.replaceAll('_', ' ').toLowerCase(),
      item.service && to('services', item.service.id, item.service.id),
      [
        day(tenant.zone, item.charge_start_date),
        item.charge_end_date && [' to ', day(tenant.zone, item.charge_end_date)],
      ],
      item.quantity,
      money(item.unit_amount, currency),
      money(item.total_amount, currency),
    ]);
  const columns = [
    'Item',
    'Type',
    'Service',
    'For',
    { label: 'Quantity', number: true },
    { label: 'Each', number: true },
    { label: 'Amount', number: true },
  ] as const;
  const foot = [['Total', '', '', '', '', '', money(amount, currency)]];
  return section(
    'Items',
    table({ caption: 'What is charged', columns, rows, foot, empty: 'The invoice has no items.' }),
  );
}

function sourceOf(
  { tables }: Tenant,
  { source, source_id: id }: Application,
): { name: string; at: string | undefined } {
  if (source === 'payment') {
    const payment = tables.payment.get(id);
    return { name: `Payment ${payment?.reference ?? id}`, at: payment?.occurred_on };
  }
  return { name: `Credit ${id}`, at: tables.adjustment.get(id)?.occurred_on };
}

function paidSection(tenant: Tenant, { id, currency_code: currency }: Invoice): Html {
  const rows = tenant.tables.application
    .where('invoice_id = ?', Number(id))
    .map((application): readonly Piece[] => {
      const { name, at } = sourceOf(tenant, application);
      return [name, day(tenant.zone, at), money(application.amount, currency)];
    });
  const columns = ['By', 'On', { label: 'Amount', number: true }] as const;
  return section(
    'Paid',
    table({ caption: 'Payments and credits applied', columns, rows, empty: 'Nothing has been paid.' }),
  );
}

/** @throws Problem 404 */
export function invoicePage(tenant: Tenant, id: string): PageContent {
  const invoice = tenant.tables.invoice.require(id);
  return {
    title: `Invoice ${invoice.invoice_num}`,
    heading: html`Invoice ${invoice.invoice_num} ${invoiceStates(invoice)}`,
    trail: [
      ['/ui/', 'Overview'],
      [`/ui/billing-accounts/${invoice.billing_account.id}`, 'Account'],
    ],
    body: [
      glanceSection(tenant, invoice),
      itemsSection(tenant, invoice),
      paidSection(tenant, invoice),
      historySection(tenant, 'invoice', id),
    ],
  };
}
