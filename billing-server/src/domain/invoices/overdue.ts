/** Invoices that are not paid in time, and those that are paid by themselves. */
import { amountOf } from '../../money/decimal.ts';
import { setAccountStatus } from '../accounts/account-status.ts';
import { createAdjustment, postAdjustment } from '../payments/adjustments.ts';
import { makePayment } from '../payments/payments.ts';
import { systemReason } from '../reference/reasons.ts';
import { activeMethods } from '../accounts/account-view.ts';
import type { Tenant } from '../tenant.ts';
import type { Invoice } from './records.ts';

/** A disputed invoice is neither dunned nor paid by itself. @documented S50 */
function openUndisputed({ tables }: Tenant, id: string): Invoice | undefined {
  const invoice = tables.invoice.get(id);
  return invoice?.status === 'OPEN' && !invoice.disputed ? invoice : undefined;
}

function chargeLateFee(tenant: Tenant, invoice: Invoice): void {
  const fee = tenant.settings.lateFee;
  if (amountOf(fee).isZero()) return;
  const account = tenant.tables.account.require(invoice.billing_account.id);
  const body = {
    amount: fee,
    credit: false,
    reason: systemReason(tenant, 'Late fee'),
    description: `Late fee for ${invoice.invoice_num}`,
  };
  postAdjustment(tenant, createAdjustment(tenant, account, body, 'LATE_FEE'));
  tenant.tables.invoice.update({ ...tenant.tables.invoice.require(invoice.id), late_fee_charged: true });
}

/** The due date has passed. */
export function markOverdue(tenant: Tenant, invoiceId: string): void {
  const invoice = openUndisputed(tenant, invoiceId);
  if (!invoice || invoice.overdue) return;
  tenant.tables.invoice.update({ ...invoice, overdue: true });
  tenant.note('invoice', invoice.id, 'Overdue');
  tenant.notify({
    event: 'invoice_overdue',
    entity_type: 'invoice',
    entity_id: invoice.id,
    billing_account_id: invoice.billing_account.id,
    status: 'OPEN',
  });
  chargeLateFee(tenant, invoice);
  const { collectionAfterDays: days } = tenant.settings;
  if (days > 0) tenant.work.schedule(tenant.zone.plusDays(invoice.due_date, days), 'collection', invoice.id);
}

/** An account with a long overdue invoice. @inferred what brings an account into COLLECTION */
export function sendToCollection(tenant: Tenant, invoiceId: string): void {
  const invoice = openUndisputed(tenant, invoiceId);
  const account = invoice && tenant.tables.account.get(invoice.billing_account.id);
  if (account?.status === 'ACTIVE')
    setAccountStatus(tenant, account, 'COLLECTION', `${invoice?.invoice_num} is overdue`);
}

/** Charges the stored method; a refusal leaves the invoice open. @documented S51 */
export function payAutomatically(tenant: Tenant, invoiceId: string): void {
  const invoice = openUndisputed(tenant, invoiceId);
  if (!invoice) return;
  const account = tenant.tables.account.require(invoice.billing_account.id);
  if (!activeMethods(account).some(({ auto_payment: automatic }) => automatic)) return;
  makePayment(
    tenant,
    account,
    {
      amount: invoice.amount_to_pay,
      use_recurring_payment: true,
      description: `Automatic payment of ${invoice.invoice_num}`,
    },
    [invoice],
  );
}
