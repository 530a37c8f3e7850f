/** Payments and refunds. The 2.0 form is not public. @inferred X4 */
import { randomUUID } from 'node:crypto';
import { invalid } from '../../http/problem.ts';
import { amountOf, moneyText, rounded, type Amount } from '../../money/decimal.ts';
import { activeMethods, referenceToAccount } from '../accounts/account-view.ts';
import { DECLINED } from '../accounts/payment-methods.ts';
import type { Account, PaymentMethod } from '../accounts/records.ts';
import type { Invoice } from '../invoices/records.ts';
import type { Tenant } from '../tenant.ts';
import { applyPayment, moveBalance, openInvoices, settle, unapply } from './ledger.ts';
import type { Payment, Refund } from './records.ts';

export interface PaymentBody {
  amount: string;
  billing_account?: { id: string };
  payment_method?: { payment_method_type: string; reference_key?: string };
  use_recurring_payment?: boolean;
  apply_automatically?: boolean;
  description?: string | null;
  reference?: string | null;
  authorization?: string | null;
  occurred_on?: string;
}

/** A positive amount in whole cents. @throws Problem 422 */
export function positiveMoney(field: string, value: string, currency: string): Amount {
  const amount = amountOf(value);
  if (!amount.greaterThan(0)) throw invalid(`${field} must be greater than 0.`);
  if (!amount.equals(rounded(amount, currency)))
    throw invalid(`${field} has more digits than ${currency} has.`);
  return amount;
}

export function paymentView(tenant: Tenant, payment: Payment): unknown {
  return {
    ...payment,
    billing_account: referenceToAccount(tenant, payment.billing_account.id),
    refunds: tenant.tables.refund.where('payment_id = ?', Number(payment.id)),
  };
}

function storedMethod(account: Account): PaymentMethod {
  const method = activeMethods(account).find(({ auto_payment: automatic }) => automatic);
  if (!method)
    throw invalid('use_recurring_payment: the account has no stored payment method for automatic payments.');
  return method.payment_method;
}

function methodOf(tenant: Tenant, account: Account, body: PaymentBody): PaymentMethod | undefined {
  if (body.use_recurring_payment) return storedMethod(account);
  const { payment_method: method } = body;
  return method && { ...method, id: tenant.nextId('payment_method', 1901) };
}

const isDeclined = (method: PaymentMethod | undefined): boolean =>
  method?.reference_key?.startsWith(DECLINED) ?? false;

/** Records money, or takes it with the stored method, and pays invoices with it: those given, else the oldest. */
export function makePayment(
  tenant: Tenant,
  account: Account,
  body: PaymentBody,
  first: readonly Invoice[] = [],
): Payment {
  const { currency_code: currency, id } = account;
  if (account.status === 'CLOSED') throw invalid('billing_account: the account is CLOSED.');
  const amount = positiveMoney('amount', body.amount, currency);
  const method = methodOf(tenant, account, body);
  const isRefused = isDeclined(method);
  const payment = tenant.tables.payment.insert({
    amount: moneyText(amount, currency),
    currency_code: currency,
    billing_account: { id },
    ...(method && { payment_method: method }),
    use_recurring_payment: body.use_recurring_payment ?? false,
    apply_automatically: body.apply_automatically ?? true,
    description: body.description ?? null,
    reference: body.reference ?? null,
    authorization:
      body.authorization ?? (method && !isRefused ? randomUUID().slice(0, 8).toUpperCase() : null),
    occurred_on: body.occurred_on ?? tenant.now(),
    status: isRefused ? 'PROCESSING_ERROR' : 'COMPLETED',
    unapplied_amount: isRefused ? moneyText(amountOf(0), currency) : moneyText(amount, currency),
    refunded_amount: moneyText(amountOf(0), currency),
    canceled_amount: moneyText(amountOf(0), currency),
  });
  notifyPayment(tenant, payment, body.use_recurring_payment ? 'auto_payment' : 'one_time_payment');
  if (isRefused) return payment;
  moveBalance(tenant, id, amount.negated());
  tenant.note('billing-account', id, `Payment ${payment.id} of ${payment.amount}`);
  return spread(tenant, payment, first);
}

/** Applies a payment to given invoices, then by itself to the oldest. */
function spread(tenant: Tenant, payment: Payment, first: readonly Invoice[]): Payment {
  const { id } = payment.billing_account;
  const applied = applyPayment(tenant, payment, first);
  const result = payment.apply_automatically
    ? applyPayment(tenant, applied, openInvoices(tenant, id))
    : applied;
  settle(tenant, id);
  return result;
}

function notifyPayment(
  tenant: Tenant,
  { id, billing_account: account, status }: Payment,
  event: string,
): void {
  tenant.notify({ event, entity_type: 'payment', entity_id: id, billing_account_id: account.id, status });
}

function requireCompleted(payment: Payment, what: string): void {
  if (payment.status !== 'COMPLETED')
    throw invalid(`status: a payment that is ${payment.status} can not be ${what}.`);
}

export interface CancelBody {
  reason: { id: string };
  partial: boolean;
  description?: string;
}

/** Takes a payment's money back: all of it, or with `partial` what is not applied. */
function withdraw(
  tenant: Tenant,
  payment: Payment,
  isPartial: boolean,
  status: Payment['status'],
  event: string,
): Payment {
  if (!isPartial && amountOf(payment.refunded_amount).greaterThan(0)) {
    throw invalid('refunded_amount: a payment that was refunded in part can be canceled in part only.');
  }
  if (!isPartial) unapply(tenant, 'payment', payment.id, amountOf(payment.amount));
  const kept = amountOf(payment.canceled_amount);
  const withdrawn = isPartial ? amountOf(payment.unapplied_amount) : amountOf(payment.amount).minus(kept);
  if (!withdrawn.greaterThan(0)) throw invalid('partial: nothing of the payment is unapplied.');
  const { currency_code: currency, billing_account: account } = payment;
  const changed = tenant.tables.payment.update({
    ...payment,
    status: isPartial ? payment.status : status,
    unapplied_amount: moneyText(amountOf(0), currency),
    canceled_amount: moneyText(kept.plus(withdrawn), currency),
  });
  moveBalance(tenant, account.id, withdrawn);
  tenant.note(
    'billing-account',
    account.id,
    `Payment ${payment.id}: ${moneyText(withdrawn, currency)} withdrawn`,
  );
  notifyPayment(tenant, changed, event);
  return changed;
}

export function cancelPayment(tenant: Tenant, payment: Payment, body: CancelBody): Payment {
  requireCompleted(payment, 'canceled');
  if (!tenant.tables.reason.get(body.reason.id))
    throw invalid(`reason.id: there is no reason "${body.reason.id}".`);
  return withdraw(tenant, payment, body.partial, 'CANCELED', 'payment_cancellation');
}

export function reversePayment(tenant: Tenant, payment: Payment): Payment {
  requireCompleted(payment, 'reversed');
  return withdraw(tenant, payment, false, 'VOID', 'payment_cancellation');
}

/** Moves a payment to the account's oldest debts. */
export function reallocatePayment(tenant: Tenant, payment: Payment): Payment {
  requireCompleted(payment, 'reallocated');
  const free = unapply(tenant, 'payment', payment.id, amountOf(payment.amount));
  const left = amountOf(payment.unapplied_amount).plus(free);
  const changed = tenant.tables.payment.update({
    ...payment,
    unapplied_amount: moneyText(left, payment.currency_code),
  });
  const result = applyPayment(tenant, changed, openInvoices(tenant, payment.billing_account.id));
  settle(tenant, payment.billing_account.id);
  return result;
}

export interface RefundBody {
  amount: string;
  reason?: { id: string };
  description?: string | null;
  occurred_on?: string;
}

/** Gives money back: first what is unapplied, then what invoices were paid with, which are then open again. */
export function refundPayment(tenant: Tenant, payment: Payment, body: RefundBody): Refund {
  requireCompleted(payment, 'refunded');
  const { currency_code: currency, billing_account: account } = payment;
  const amount = positiveMoney('amount', body.amount, currency);
  const left = amountOf(payment.amount).minus(payment.refunded_amount).minus(payment.canceled_amount);
  if (amount.greaterThan(left))
    throw invalid(`amount must not be more than ${moneyText(left, currency)}, which is left of the payment.`);
  const unapplied = amountOf(payment.unapplied_amount);
  const missing = amount.minus(unapplied);
  const freed = missing.greaterThan(0) ? unapply(tenant, 'payment', payment.id, missing) : amountOf(0);
  tenant.tables.payment.update({
    ...payment,
    unapplied_amount: moneyText(unapplied.plus(freed).minus(amount), currency),
    refunded_amount: moneyText(amountOf(payment.refunded_amount).plus(amount), currency),
  });
  moveBalance(tenant, account.id, amount);
  notifyPayment(tenant, payment, 'refund');
  tenant.note(
    'billing-account',
    account.id,
    `Refund of ${moneyText(amount, currency)} on payment ${payment.id}`,
  );
  return tenant.tables.refund.insert({
    amount: moneyText(amount, currency),
    payment: { id: payment.id },
    ...(body.reason && { reason: body.reason }),
    description: body.description ?? null,
    occurred_on: body.occurred_on ?? tenant.now(),
  });
}
