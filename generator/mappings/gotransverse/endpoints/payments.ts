import { documented, get, inferred, list, post, resource, type Body } from '../../../language/index.ts';
import type { Adjustment } from '../api/adjustment.ts';
import type { CancelPaymentRequest, Payment, PaymentToken, PaymentTokenRequest } from '../api/payment.ts';
import type { AdjustmentReason } from '../api/reason.ts';
import type { Refund } from '../api/refund.ts';

/** Payments. Card numbers never come here: the hosted page takes them. */
export const payment = resource<Payment>()({
  /** A token that opens the hosted payment page once. */
  generateToken: post<PaymentTokenRequest, PaymentToken>('/payments/generate-token', documented('S60')),
  /** Payments that match. */
  list: list<Payment>('/payments', inferred('1.x'), {
    query: {
      inferred: ['billing_account_id', 'reference', 'authorization', 'status', 'occurred_on', 'token'],
    },
    needsParameter: inferred('1.x'),
  }),
  /** One payment. */
  read: get<Payment>('/payments/{id}', inferred('1.x')),
  /** Records a payment, or takes one with the stored method. */
  create: post<Body<Payment, 'amount' | 'billing_account'>, Payment>('/payments', inferred('1.x')),
  /** Pays an account's oldest debts. */
  applyToBillingAccount: post<Body<Payment, 'amount'>, Payment>(
    '/billing-accounts/{id}/apply-payment',
    inferred('1.x'),
  ),
  /** Cancels a payment, wholly or in part. */
  cancel: post<CancelPaymentRequest, Payment>('/payments/{id}/cancel', inferred('1.x')),
  /** Takes a payment back. The body is not public. */
  reverse: post<never, Payment>('/payments/{id}/reverse', inferred('1.x')),
  /** Moves a payment to other debts. The body is not public. */
  reallocate: post<never, Payment>('/payments/{id}/reallocate', inferred('1.x')),
  /** Refunds a payment; the other candidate is `Refund.create`. */
  applyRefund: post<Body<Refund, 'amount'>, Refund>('/payments/{id}/apply-refund', inferred('1.x')),
});

/** Money given back. */
export const refund = resource<Refund>()({
  /** Refunds a payment; the other candidate is `Payment.applyRefund`. */
  create: post<Body<Refund, 'amount' | 'payment'>, Refund>('/refunds', inferred('1.x')),
});

/** Credits and debits outside the catalog. */
export const adjustment = resource<Adjustment>()({
  /** Adjustments that match. */
  list: list<Adjustment>('/adjustments', inferred('1.x'), {
    query: { inferred: ['billing_account_id'] },
    needsParameter: inferred('1.x'),
  }),
  /** Credits or debits an account. */
  create: post<Body<Adjustment, 'amount' | 'credit' | 'reason'>, Adjustment>(
    '/billing-accounts/{id}/adjustments',
    inferred('1.x'),
  ),
  /** Makes a pending adjustment count. */
  post: post<never, Adjustment>('/adjustments/{id}/post', inferred('1.x')),
  /** Takes an adjustment back. */
  reverse: post<never, Adjustment>('/adjustments/{id}/reverse', inferred('1.x')),
});

/** Why accounts and services are credited or debited. */
export const adjustmentReason = resource<AdjustmentReason>()({
  /** Reasons that match. */
  list: list<AdjustmentReason>('/adjustment-reasons', inferred('1.x'), {
    query: { inferred: ['level', 'credit_only'] },
  }),
});
