import type { Id } from '../../../language/wire.ts';

/** Why a service is suspended or deactivated. @inferred compare the reasons of S33 */
export interface ServiceReason {
  readonly id: Id;
  readonly name: string;
  readonly reason_type?: string;
}

/** Why an invoice is made by hand. @documented S33 */
export interface ManualInvoiceReason {
  readonly id: Id;
  readonly name: string;
  readonly reason_type?: string;
  readonly status?: string;
}

/** Whether a reason is asked for first, or refines another. */
export type AdjustmentReasonLevel = 'PRIMARY' | 'SECONDARY';

/** Why an account or a service is credited or debited. @inferred 1.x */
export interface AdjustmentReason {
  readonly id: Id;
  readonly name: string;
  readonly level?: AdjustmentReasonLevel;
  readonly credit_only?: boolean;
}
