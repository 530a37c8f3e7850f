/** Handlers of payments, refunds and adjustments. */
import type { Parameters } from '../filter/sql.ts';
import { own } from '../domain/parameters.ts';
import {
  createAdjustment,
  postAdjustment,
  reverseAdjustment,
  type AdjustmentBody,
} from '../domain/payments/adjustments.ts';
import {
  cancelPayment,
  makePayment,
  paymentView,
  reallocatePayment,
  refundPayment,
  reversePayment,
  type CancelBody,
  type PaymentBody,
  type RefundBody,
} from '../domain/payments/payments.ts';
import type { Adjustment, Payment } from '../domain/payments/records.ts';
import { generateToken, type TokenBody } from '../domain/payments/tokens.ts';
import { invalid } from '../http/problem.ts';
import { pageOfTable } from './lists.ts';
import { param, type Call, type Handlers } from './operation.ts';

/** @inferred 1.x */
const PARAMETERS: Parameters = {
  billing_account_id: own('id', 'account_id'),
  reference: own('text', 'reference'),
  authorization: own('text', 'auth'),
  status: own('text', 'status'),
  occurred_on: own('instant', 'occurred_on'),
  token: own('text', 'token'),
};

const ADJUSTMENT_PARAMETERS: Parameters = { billing_account_id: own('id', 'account_id') };

const paymentOf = (call: Call<unknown>): Payment => call.tenant.tables.payment.require(param(call, 'id'));
const adjustmentOf = (call: Call<unknown>): Adjustment =>
  call.tenant.tables.adjustment.require(param(call, 'id'));

function create({ tenant, body }: Call<PaymentBody>): unknown {
  const account = tenant.tables.account.get(body.billing_account?.id ?? '');
  if (!account)
    throw invalid(`billing_account.id: there is no billing account "${body.billing_account?.id ?? ''}".`);
  return paymentView(tenant, makePayment(tenant, account, body));
}

function applyToAccount(call: Call<PaymentBody>): unknown {
  const { tenant, body } = call;
  const account = tenant.tables.account.require(param(call, 'id'));
  if (body.billing_account && body.billing_account.id !== account.id)
    throw invalid('billing_account.id must be the account of the path.');
  return paymentView(tenant, makePayment(tenant, account, body));
}

function createRefund({ tenant, body }: Call<RefundBody & { payment: { id: string } }>): unknown {
  const payment = tenant.tables.payment.get(body.payment.id);
  if (!payment) throw invalid(`payment.id: there is no payment "${body.payment.id}".`);
  return refundPayment(tenant, payment, body);
}

export const paymentHandlers: Handlers = {
  'Payment.generateToken': ({ tenant, body }: Call<TokenBody>) => generateToken(tenant, body),
  'Payment.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.payment, parameters: PARAMETERS }, (payment) =>
      paymentView(call.tenant, payment),
    ),
  'Payment.read': (call) => paymentView(call.tenant, paymentOf(call)),
  'Payment.create': create,
  'Payment.applyToBillingAccount': applyToAccount,
  'Payment.cancel': (call: Call<CancelBody>) =>
    paymentView(call.tenant, cancelPayment(call.tenant, paymentOf(call), call.body)),
  'Payment.reverse': (call) => paymentView(call.tenant, reversePayment(call.tenant, paymentOf(call))),
  'Payment.reallocate': (call) => paymentView(call.tenant, reallocatePayment(call.tenant, paymentOf(call))),
  'Payment.applyRefund': (call: Call<RefundBody>) => refundPayment(call.tenant, paymentOf(call), call.body),
  'Refund.create': createRefund,
  'Adjustment.list': (call) =>
    pageOfTable(
      call,
      { table: call.tenant.tables.adjustment, parameters: ADJUSTMENT_PARAMETERS },
      (adjustment) => adjustment,
    ),
  'Adjustment.create': (call: Call<AdjustmentBody>) =>
    createAdjustment(call.tenant, call.tenant.tables.account.require(param(call, 'id')), call.body, 'MANUAL'),
  'Adjustment.post': (call) => postAdjustment(call.tenant, adjustmentOf(call)),
  'Adjustment.reverse': (call) => reverseAdjustment(call.tenant, adjustmentOf(call)),
};
