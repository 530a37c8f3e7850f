/** An account as the API sends it. */
import { moneyText, ofMinorUnits } from '../../money/decimal.ts';
import type { AccountReference } from '../references.ts';
import type { Tenant } from '../tenant.ts';
import type { Account, RecurringPayment } from './records.ts';

/** @documented S60 */
export function accountReference({ id, account_num, external_account_num }: Account): AccountReference {
  return { id, account_num, external_account_num };
}

/** The short form of an account by its id. */
export function referenceToAccount({ tables }: Tenant, id: string): AccountReference {
  return accountReference(tables.account.require(id));
}

/** What waits for the next invoice. @documented S61 */
export function pendingCharges({ store }: Tenant, { id, currency_code: currency }: Account): string {
  const row = store.get('SELECT sum(minor) AS minor FROM charge WHERE pending_account = ?', Number(id));
  return moneyText(ofMinorUnits(Number(row?.['minor'] ?? 0), currency), currency);
}

/** Stored methods that have not been ended. */
export function activeMethods({ recurring_payments: all }: Account): RecurringPayment[] {
  return all.filter(({ valid_to: ended }) => ended === undefined);
}

export function recurringPaymentView(account: Account, method: RecurringPayment): unknown {
  return { ...method, billing_account: accountReference(account) };
}

export function accountView(tenant: Tenant, account: Account): unknown {
  const { tables } = tenant;
  const cycle = tables.billCycle.get(account.bill_cycle.id);
  const payer = account.responsible_account;
  return {
    ...account,
    bill_cycle: cycle,
    billing_account_category: tables.category.get(account.billing_account_category.id),
    payment_term: account.payment_term && tables.paymentTerm.get(account.payment_term.id),
    pending_charges_total: pendingCharges(tenant, account),
    next_invoice_date: account.status === 'CLOSED' ? null : cycle?.end_date,
    recurring_payments: activeMethods(account).map((method) => recurringPaymentView(account, method)),
    responsible_account: payer ? referenceToAccount(tenant, payer.id) : accountReference(account),
    parent_billing_account: account.parent_billing_account
      ? referenceToAccount(tenant, account.parent_billing_account.id)
      : undefined,
  };
}
