/** Payments, refunds, adjustments and what they are applied to. */
import type { Entity } from '../../store/table.ts';
import type { PaymentMethod } from '../accounts/records.ts';
import type { Reference } from '../references.ts';

export type PaymentStatus = 'COMPLETED' | 'VOID' | 'PROCESSING_ERROR' | 'CANCELED';

/** @inferred X4 */
export interface Payment extends Entity {
  amount: string;
  currency_code: string;
  billing_account: Reference;
  payment_method?: PaymentMethod;
  use_recurring_payment?: boolean;
  apply_automatically: boolean;
  description?: string | null;
  reference?: string | null;
  authorization?: string | null;
  occurred_on: string;
  status: PaymentStatus;
  unapplied_amount: string;
  refunded_amount: string;
  canceled_amount: string;
}

/** @inferred named after a payment's properties */
export interface Refund extends Entity {
  amount: string;
  payment: Reference;
  reason?: Reference;
  description?: string | null;
  occurred_on: string;
}

export type AdjustmentType = 'MANUAL' | 'LATE_FEE' | 'TERMINATION_CHARGE' | 'SERVICE' | 'TRUE_UP_CHARGE';

/** @inferred 1.x */
export interface Adjustment extends Entity {
  billing_account: Reference;
  service?: Reference;
  currency_code: string;
  amount: string;
  credit: boolean;
  reason: Reference;
  secondary_reason?: Reference;
  occurred_on: string;
  description?: string | null;
  status: 'PENDING' | 'POSTED' | 'REVERSED';
  type: AdjustmentType;
  manual_invoice_application?: boolean;
  unapplied_amount: string;
  credit_number?: string | null;
  invoiced: boolean;
}

/** So much of a payment or a credit pays so much of an invoice. */
export interface Application extends Entity {
  source: 'payment' | 'adjustment';
  source_id: string;
  invoice_id: string;
  amount: string;
}

/** A token of the hosted page. @documented S60 */
export interface PaymentToken extends Entity {
  token: string;
  complete_url: string;
  used: boolean;
}
