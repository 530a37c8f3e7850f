import type { DateTime, Decimal, Id, Integer } from '../../../language/wire.ts';
import type { Reference } from './reference.ts';

/** Whether a price is charged once or again and again. */
export type PriceType = 'one-time' | 'recurring';

/** How often a recurring price is charged. */
export type RecurrencePeriod =
  | 'BILLCYCLE'
  | 'DAY'
  | 'WEEK'
  | 'TWOWEEKS'
  | 'TWICEAMONTH'
  | 'MONTH'
  | 'QUARTER'
  | 'FOURMONTHS'
  | 'TWICEAYEAR'
  | 'YEAR'
  | 'TWOYEARS'
  | 'THREEYEARS'
  | 'FOURYEARS'
  | 'FIVEYEARS';

/** One price of a product. @inferred 1.x */
export interface ProductPrice {
  readonly id: Id;
  /** @inferred the discriminator's name is a guess */
  price_type: PriceType;
  currency_code: string;
  from_date: DateTime;
  thru_date?: DateTime | null;
  /** A sale may name another amount. */
  price_override?: boolean;
  allow_scheduled_charges?: boolean;
  payment_on_purchase_required?: boolean;
  charge_category: Reference;
  price_ranges: PriceRange[];
  /** Recurring prices only. */
  recurrence_period?: RecurrencePeriod;
  /** Recurring prices only: every how many periods. */
  recurrence_amount?: Integer;
  /** Recurring prices only. */
  recurring_payment_required?: boolean;
  /** Recurring prices only. */
  bill_in_advance?: boolean;
  /** Recurring prices only. */
  prorated_on_order?: boolean;
  /** Recurring prices only. */
  prorated_on_cancel?: boolean;
  /** Recurring prices only. */
  prorated_on_order_no_charge?: boolean;
  /** One-time prices only. */
  charge_during_renewal?: boolean;
}

/** The amount for a span of quantities. @inferred 1.x */
export interface PriceRange {
  readonly id?: Id;
  quantity_begin_range: Decimal;
  /** Absent in the last range. */
  quantity_end_range?: Decimal | null;
  price: Decimal;
  level: Integer;
  currency_code: string;
}
