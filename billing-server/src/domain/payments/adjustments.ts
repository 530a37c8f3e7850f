/** Credits and debits outside the catalog. A debit comes on the next invoice, a credit pays invoices. @inferred 1.x */
import { invalid } from '../../http/problem.ts';
import { amountOf, moneyText } from '../../money/decimal.ts';
import type { Account } from '../accounts/records.ts';
import { addCharge, chargedService, payerOf } from '../invoices/charges.ts';
import type { Service } from '../services/records.ts';
import type { Tenant } from '../tenant.ts';
import { applyCredit, moveBalance, openInvoices, settle, unapply } from './ledger.ts';
import { positiveMoney } from './payments.ts';
import type { Adjustment, AdjustmentType } from './records.ts';

export interface AdjustmentBody {
  amount: string;
  credit: boolean;
  reason: { id: string };
  secondary_reason?: { id: string };
  occurred_on?: string;
  description?: string | null;
  manual_invoice_application?: boolean;
}

function checkReason(
  { tables }: Tenant,
  field: string,
  id: string,
  isCredit: boolean,
): { id: string; name: string } {
  const reason = tables.reason.get(id);
  if (reason?.kind !== 'adjustment') throw invalid(`${field}.id: there is no adjustment reason "${id}".`);
  if (reason.credit_only && !isCredit)
    throw invalid(`${field}.id: the reason ${reason.name} is for credits only.`);
  return { id: reason.id, name: reason.name };
}

/** A pending adjustment; it counts once it is posted. */
export function createAdjustment(
  tenant: Tenant,
  account: Account,
  body: AdjustmentBody,
  type: AdjustmentType,
  service?: Service,
): Adjustment {
  const payer = payerOf(tenant, account);
  if (payer.status === 'CLOSED') throw invalid('billing_account: the account is CLOSED.');
  const { currency_code: currency } = payer;
  const amount = positiveMoney('amount', body.amount, currency);
  const reason = checkReason(tenant, 'reason', body.reason.id, body.credit);
  const second =
    body.secondary_reason && checkReason(tenant, 'secondary_reason', body.secondary_reason.id, body.credit);
  return tenant.tables.adjustment.insert({
    billing_account: { id: payer.id },
    ...(service && { service: { id: service.id } }),
    currency_code: currency,
    amount: moneyText(amount, currency),
    credit: body.credit,
    reason,
    ...(second && { secondary_reason: second }),
    occurred_on: body.occurred_on ?? tenant.now(),
    description: body.description ?? null,
    status: 'PENDING',
    type,
    manual_invoice_application: body.manual_invoice_application ?? false,
    unapplied_amount: moneyText(amountOf(0), currency),
    credit_number: null,
    invoiced: false,
  });
}

function postCredit(tenant: Tenant, adjustment: Adjustment): Adjustment {
  const { amount, billing_account: account, manual_invoice_application: byHand } = adjustment;
  const posted = tenant.tables.adjustment.update({
    ...adjustment,
    status: 'POSTED',
    unapplied_amount: amount,
    credit_number: `CR-${tenant.nextId('credit_number', 1001)}`,
  });
  moveBalance(tenant, account.id, amountOf(amount).negated());
  const result = byHand ? posted : applyCredit(tenant, posted, openInvoices(tenant, account.id));
  tenant.notify({
    event: 'credit_adjustment',
    entity_type: 'adjustment',
    entity_id: adjustment.id,
    billing_account_id: account.id,
    status: 'POSTED',
  });
  settle(tenant, account.id);
  return result;
}

function postDebit(tenant: Tenant, adjustment: Adjustment): Adjustment {
  const account = tenant.tables.account.require(adjustment.billing_account.id);
  const service = adjustment.service && tenant.tables.service.get(adjustment.service.id);
  addCharge(tenant, account, {
    type: 'ADJUSTMENT',
    ...(service && { service: chargedService(service) }),
    quantity: '1',
    unit_amount: adjustment.amount,
    amount: adjustment.amount,
    description: adjustment.description ?? adjustment.reason.name ?? 'Adjustment',
    taxable: false,
    adjustment_id: adjustment.id,
  });
  return tenant.tables.adjustment.update({ ...adjustment, status: 'POSTED' });
}

/** Makes a pending adjustment count. */
export function postAdjustment(tenant: Tenant, adjustment: Adjustment): Adjustment {
  if (adjustment.status !== 'PENDING')
    throw invalid(`status: an adjustment that is ${adjustment.status} can not be posted.`);
  tenant.note(
    'billing-account',
    adjustment.billing_account.id,
    `${adjustment.credit ? 'Credit' : 'Debit'} of ${adjustment.amount} posted`,
  );
  return adjustment.credit ? postCredit(tenant, adjustment) : postDebit(tenant, adjustment);
}

function reverseDebit(tenant: Tenant, adjustment: Adjustment): void {
  if (adjustment.invoiced)
    throw invalid('invoiced: a debit that is on an invoice can not be reversed; post a credit.');
  const charges = tenant.tables.charge.where('pending_account = ?', Number(adjustment.billing_account.id));
  for (const charge of charges)
    if (charge.adjustment_id === adjustment.id) tenant.tables.charge.remove(charge.id);
}

/** Takes an adjustment back; invoices that a credit has paid are open again. */
export function reverseAdjustment(tenant: Tenant, adjustment: Adjustment): Adjustment {
  if (adjustment.status === 'REVERSED') throw invalid('status: the adjustment is REVERSED already.');
  const { amount, billing_account: account, currency_code: currency } = adjustment;
  if (adjustment.status === 'POSTED') {
    if (adjustment.credit) {
      unapply(tenant, 'adjustment', adjustment.id, amountOf(amount));
      moveBalance(tenant, account.id, amountOf(amount));
    } else reverseDebit(tenant, adjustment);
  }
  tenant.note('billing-account', account.id, `Adjustment ${adjustment.id} reversed`);
  return tenant.tables.adjustment.update({
    ...adjustment,
    status: 'REVERSED',
    unapplied_amount: moneyText(amountOf(0), currency),
  });
}
