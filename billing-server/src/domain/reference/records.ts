/** What an administrator sets up and the API only reads. */
import type { Entity } from '../../store/table.ts';

export type BillCycleType = 'daily' | 'monthly' | 'quarterly' | 'yearly' | 'segmented-monthly';

/** A cycle with its open period. @documented S15 */
export interface BillCycle extends Entity {
  bill_cycle_type: BillCycleType;
  name: string;
  status: string;
  start_date: string;
  end_date: string;
  internal_render: boolean;
  auto_bill: boolean;
  include_external_charges: boolean;
  generate_invoice_artifacts: boolean;
  currency_code: string;
  day_of_month?: number;
}

/** @observed O1 */
export interface BillingAccountCategory extends Entity {
  name: string;
  description?: string;
  status: 'ACTIVE' | 'SUSPENDED' | 'CANCELED';
  code?: string;
  /** Days between an invoice and the charge of the stored payment method. */
  auto_pay_offset?: number;
  /** Term of accounts that name none; not part of the API. */
  default_payment_term_id?: string;
}

/** @observed O1 */
export interface PaymentTerm extends Entity {
  name: string;
  /** Days until an invoice is due; not part of the API. */
  days: number;
}

/** @inferred 1.x */
export interface Currency extends Entity {
  currency_code: string;
  name: string;
}

/** @observed O1 */
export interface ChargeCategory extends Entity {
  charge_category_type: string;
  name: string;
}

export type ReasonKind =
  | 'service-suspension'
  | 'service-deactivation'
  | 'manual-invoice'
  | 'manual-charge'
  | 'adjustment'
  | 'payment-cancel';

/** Why something is done. @documented S33 @inferred the other kinds */
export interface Reason extends Entity {
  kind: ReasonKind;
  name: string;
  reason_type?: string;
  status: string;
  level?: 'PRIMARY' | 'SECONDARY';
  credit_only?: boolean;
  charge_category?: { id: string; name: string };
}

/** Something with a name only: price lists, marketplaces, tags. @inferred 1.x */
export interface NamedThing extends Entity {
  kind: 'price-list' | 'marketplace' | 'product-tag';
  name: string;
  description?: string;
}
