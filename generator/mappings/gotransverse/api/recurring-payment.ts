import type { DateTime, Id } from '../../../language/wire.ts';
import type { PaymentMethod } from './payment-method.ts';
import type { AccountReference } from './reference.ts';

/** A stored payment method of an account. Never edited: an edit ends it and makes another (S51). @documented S60 */
export interface RecurringPayment {
  readonly id: Id;
  payment_method: PaymentMethod;
  readonly billing_account?: AccountReference;
  readonly valid_from?: DateTime;
  /** Whether invoices are paid with it without asking; one method of an account may be. */
  auto_payment?: boolean;
}
