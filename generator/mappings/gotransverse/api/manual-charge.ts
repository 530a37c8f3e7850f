import type { DateTime, Decimal, Id } from '../../../language/wire.ts';

/** A charge made by hand from an existing one. @documented S35 */
export interface ManualCharge {
  readonly id: Id;
  type: 'sourced';
  source_charge: SourceCharge;
  description?: string | null;
  status?: 'DRAFT';
  quantity?: Decimal;
  unit_price?: Decimal;
  start_date?: DateTime;
  end_date?: DateTime;
  effective_date?: DateTime;
  taxable?: boolean;
  reason?: ManualChargeReason;
}

/** The charge that a manual charge is made from. @documented S35 */
export interface SourceCharge {
  id: Id;
  invoice_item_charge_type: string;
}

/** Why a charge is made by hand. @documented S35 */
export interface ManualChargeReason {
  id: Id;
  name?: string;
  reason_type: 'manual-charge' | 'manual-invoice';
}
