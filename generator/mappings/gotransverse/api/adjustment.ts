import type { DateTime, Decimal, Id } from '../../../language/wire.ts';
import type { Reference } from './reference.ts';

/** Whether an adjustment counts. */
export type AdjustmentStatus = 'PENDING' | 'POSTED' | 'REVERSED';

/** What brought an adjustment about. TERMINATION_CHARGE is the early termination charge. */
export type AdjustmentType =
  | 'MANUAL'
  | 'LATE_FEE'
  | 'TERMINATION_CHARGE'
  | 'INVOICE_ADJUSTMENT'
  | 'SERVICE'
  | 'ORDER_ITEM'
  | 'TRUE_UP_CHARGE';

/** A credit or a debit outside the catalog. @inferred 1.x */
export interface Adjustment {
  readonly id: Id;
  amount: Decimal;
  /** True for a credit. */
  credit: boolean;
  reason: Reference;
  secondary_reason?: Reference;
  occurred_on?: DateTime;
  description?: string | null;
  readonly status: AdjustmentStatus;
  readonly type: AdjustmentType;
  manual_invoice_application?: boolean;
  readonly unapplied_amount?: Decimal;
  readonly credit_number?: string | null;
  readonly invoiced?: boolean;
}
