/**
 * What an account owes: invoices less payments and credits.
 *
 * Every movement of money goes through here, so that balance, invoices and what is left of payments and credits agree:
 * balance = sum of what invoices leave to pay - sum of what payments and credits leave unapplied.
 */
import { amountOf, moneyText, smaller, sum, type Amount } from '../../money/decimal.ts';
import { closeIfSettled, setAccountStatus } from '../accounts/account-status.ts';
import type { Account } from '../accounts/records.ts';
import type { Invoice } from '../invoices/records.ts';
import type { Tenant } from '../tenant.ts';
import type { Adjustment, Application, Payment } from './records.ts';

/** Adds to what an account owes. */
export function moveBalance(tenant: Tenant, accountId: string, amount: Amount): Account {
  const account = tenant.tables.account.require(accountId);
  const balance = moneyText(amountOf(account.balance).plus(amount), account.currency_code);
  return tenant.tables.account.update({ ...account, balance });
}

export function openInvoices({ tables }: Tenant, accountId: string): Invoice[] {
  return tables.invoice.where('open_account = ?', Number(accountId));
}

function payInvoice(tenant: Tenant, invoice: Invoice, amount: Amount): Invoice {
  const left = amountOf(invoice.amount_to_pay).minus(amount);
  const isPaid = left.isZero();
  const changed: Invoice = {
    ...invoice,
    amount_to_pay: moneyText(left, invoice.currency_code),
    status: isPaid ? 'CLOSED' : 'OPEN',
    paid_date: isPaid ? tenant.now() : null,
    overdue: invoice.overdue && !isPaid,
  };
  if (isPaid !== (invoice.status === 'CLOSED'))
    tenant.note('invoice', invoice.id, isPaid ? 'Paid' : 'Open again');
  return tenant.tables.invoice.update(changed);
}

type Source = Application['source'];

/** Applies what is left of a source to invoices, in their order. Answers what is still left. */
function applyTo(
  tenant: Tenant,
  source: Source,
  id: string,
  available: Amount,
  invoices: readonly Invoice[],
): Amount {
  let left = available;
  for (const invoice of invoices) {
    const part = smaller(left, amountOf(invoice.amount_to_pay));
    if (!part.greaterThan(0)) continue;
    tenant.tables.application.insert({
      source,
      source_id: id,
      invoice_id: invoice.id,
      amount: moneyText(part, invoice.currency_code),
    });
    payInvoice(tenant, invoice, part);
    left = left.minus(part);
  }
  return left;
}

export function applyPayment(tenant: Tenant, payment: Payment, invoices: readonly Invoice[]): Payment {
  const left = applyTo(tenant, 'payment', payment.id, amountOf(payment.unapplied_amount), invoices);
  return tenant.tables.payment.update({
    ...payment,
    unapplied_amount: moneyText(left, payment.currency_code),
  });
}

export function applyCredit(tenant: Tenant, credit: Adjustment, invoices: readonly Invoice[]): Adjustment {
  const left = applyTo(tenant, 'adjustment', credit.id, amountOf(credit.unapplied_amount), invoices);
  return tenant.tables.adjustment.update({
    ...credit,
    unapplied_amount: moneyText(left, credit.currency_code),
  });
}

/** Takes applications of a source back, the latest first, until so much is free. Answers how much became free. */
export function unapply(tenant: Tenant, source: Source, id: string, wanted: Amount): Amount {
  const { application, invoice } = tenant.tables;
  const own = application.where('source_id = ?', Number(id)).filter((one) => one.source === source);
  let free = amountOf(0);
  for (const one of own.toReversed()) {
    const part = smaller(amountOf(one.amount), wanted.minus(free));
    if (!part.greaterThan(0)) break;
    const from = invoice.require(one.invoice_id);
    payInvoice(tenant, from, part.negated());
    const rest = amountOf(one.amount).minus(part);
    if (rest.isZero()) application.remove(one.id);
    else application.update({ ...one, amount: moneyText(rest, from.currency_code) });
    free = free.plus(part);
  }
  return free;
}

/** Uses what payments and credits have left for new debts. */
export function applyWhatIsLeft(tenant: Tenant, accountId: string): void {
  const { payment, adjustment } = tenant.tables;
  const hasLeft = ({ unapplied_amount: left }: { unapplied_amount: string }): boolean =>
    amountOf(left).greaterThan(0);
  for (const one of adjustment.where('account_id = ?', Number(accountId))) {
    if (one.credit && one.status === 'POSTED' && hasLeft(one))
      applyCredit(tenant, one, openInvoices(tenant, accountId));
  }
  for (const one of payment.where('account_id = ?', Number(accountId))) {
    if (one.status === 'COMPLETED' && one.apply_automatically && hasLeft(one)) {
      applyPayment(tenant, one, openInvoices(tenant, accountId));
    }
  }
}

/** What follows from money that came or went: out of collection, or closed. */
export function settle(tenant: Tenant, accountId: string): void {
  const account = tenant.tables.account.require(accountId);
  const isOverdue = openInvoices(tenant, accountId).some(({ overdue }) => overdue);
  if (account.status === 'COLLECTION' && !isOverdue)
    setAccountStatus(tenant, account, 'ACTIVE', 'nothing is overdue');
  closeIfSettled(tenant, tenant.tables.account.require(accountId));
}

/** The total of open invoices. */
export function openTotal(tenant: Tenant, accountId: string): Amount {
  return sum(openInvoices(tenant, accountId).map(({ amount_to_pay: left }) => left));
}
