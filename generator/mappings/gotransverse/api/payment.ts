import type { DateTime, Decimal, Id } from '../../../language/wire.ts';
import type { PaymentMethod } from './payment-method.ts';
import type { AccountReference, Reference } from './reference.ts';
import type { Refund } from './refund.ts';

/** Where a payment stands. EXTERNAL_REVIEW is documented (S60), the others are inferred. */
export type PaymentStatus =
  | 'DRAFT'
  | 'PROCESSING'
  | 'COMPLETED'
  | 'VOID'
  | 'PROCESSING_ERROR'
  | 'MERCHANT_VERIFICATION'
  | 'MERCHANT_VERIFICATION_FAILED'
  | 'CANCELED'
  | 'ALLOCATION_ERROR'
  | 'EXTERNAL_REVIEW';

/** Money taken or recorded. @inferred 1.x */
export interface Payment {
  readonly id: Id;
  amount: Decimal;
  billing_account: AccountReference;
  payment_method?: PaymentMethod;
  /** Charges the stored payment method; no card data is sent. */
  use_recurring_payment?: boolean;
  apply_automatically?: boolean;
  description?: string | null;
  /** The caller's own key, which finds the payment again. */
  reference?: string | null;
  authorization?: string | null;
  occurred_on?: DateTime;
  readonly status: PaymentStatus;
  readonly unapplied_amount?: Decimal;
  readonly refunded_amount?: Decimal;
  readonly canceled_amount?: Decimal;
  readonly refunds?: Refund[];
}

/** Where the hosted payment page returns to. @documented S60 */
export interface PaymentTokenRequest {
  error_url: string;
  cancel_url: string;
  complete_url: string;
}

/** Opens the hosted payment page once. @documented S60 */
export interface PaymentToken {
  readonly token: string;
}

/** Cancels a payment, wholly or in part. @inferred 1.x */
export interface CancelPaymentRequest {
  reason: Reference;
  description?: string;
  partial: boolean;
  occurred_on?: DateTime;
}
