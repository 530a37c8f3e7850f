/** Invoices, payments and adjustments of an account as tables. */
import type { Account } from '../../domain/accounts/records.ts';
import type { Invoice } from '../../domain/invoices/records.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { day, money, section, state, table, to } from '../components.ts';
import type { Html, Piece } from '../html.ts';
import { latest } from '../rows.ts';

/** The state of an invoice with what matters beside it. */
export function invoiceStates({ status, overdue, disputed }: Invoice): Piece {
  return [state(status), overdue && [' ', state('OVERDUE')], disputed && [' ', state('DISPUTED')]];
}

export function invoicesSection(tenant: Tenant, { id, currency_code: currency }: Account): Html {
  const rows = latest(tenant.tables.invoice, 'account_id = ?', Number(id)).map(
    (invoice): readonly Piece[] => [
      to('invoices', invoice.id, invoice.invoice_num),
      invoiceStates(invoice),
      day(tenant.zone, invoice.occurred_on),
      day(tenant.zone, invoice.due_date),
      money(invoice.amount, currency),
      money(invoice.amount_to_pay, currency),
    ],
  );
  const columns = [
    'Invoice',
    'State',
    'Date',
    'Due',
    { label: 'Amount', number: true },
    { label: 'To pay', number: true },
  ] as const;
  return section('Invoices', table({ caption: 'Invoices, newest first', columns, rows, empty: 'None yet.' }));
}

export function paymentsSection(tenant: Tenant, { id, currency_code: currency }: Account): Html {
  const rows = latest(tenant.tables.payment, 'account_id = ?', Number(id)).map(
    (payment): readonly Piece[] => [
      payment.reference ?? payment.id,
      state(payment.status),
      day(tenant.zone, payment.occurred_on),
      payment.payment_method?.nickname ?? payment.payment_method?.payment_method_type,
      money(payment.amount, currency),
      money(payment.unapplied_amount, currency),
      money(payment.refunded_amount, currency),
    ],
  );
  const columns = [
    'Payment',
    'State',
    'Date',
    'Method',
    { label: 'Amount', number: true },
    { label: 'Not applied', number: true },
    { label: 'Refunded', number: true },
  ] as const;
  return section('Payments', table({ caption: 'Payments, newest first', columns, rows, empty: 'None yet.' }));
}

export function adjustmentsSection(tenant: Tenant, { id, currency_code: currency }: Account): Html {
  const rows = latest(tenant.tables.adjustment, 'account_id = ?', Number(id)).map(
    (adjustment): readonly Piece[] => [
      adjustment.description ?? adjustment.id,
      adjustment.credit ? 'Credit' : 'Debit',
      adjustment.type.replaceAll('_', ' ').toLowerCase(),
      state(adjustment.status),
      day(tenant.zone, adjustment.occurred_on),
      money(adjustment.amount, currency),
    ],
  );
  const columns = [
    'Adjustment',
    'Direction',
    'Type',
    'State',
    'Date',
    { label: 'Amount', number: true },
  ] as const;
  return section(
    'Adjustments',
    table({ caption: 'Adjustments, newest first', columns, rows, empty: 'None.' }),
  );
}
