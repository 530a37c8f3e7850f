/** Services as they are stored. */
import type { Entity } from '../../store/table.ts';
import type { EndAction, PriceRange, RecurrencePeriod } from '../catalog/records.ts';
import type { CustomFieldValue } from '../custom-fields/records.ts';
import type { AgreementConfiguration } from '../orders/records.ts';
import type { ProductReference, Reference } from '../references.ts';

export type ServiceStatus =
  | 'PENDING'
  | 'SCHEDULED'
  | 'TRIAL'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'DEACTIVATED'
  | 'REPLACED'
  | 'TRANSFERRED'
  | 'CANCELED';

/** The term of a service. @inferred X6 */
export interface AgreementService {
  id: string;
  agreement: Reference;
  start_date: string;
  end_date: string;
  end_action: EndAction;
  next_end_action?: EndAction;
  next_agreement?: Reference | null;
  next_service_product?: Reference | null;
  renewed: boolean;
  preserve_service_price?: boolean;
  minimum_amount?: string | null;
}

/**
 * What a service costs in a span of time. A change of price or quantity ends one and starts another with the same
 * anchor, so that both share the periods.
 */
export interface ServicePrice {
  id: string;
  product_price_id: string;
  /** Price of one unit for one whole period. */
  unit_price: string;
  quantity: string;
  /** Unit price times quantity. */
  amount: string;
  start_date: string;
  end_date?: string | null;
  /** Set with the end: whether the last period costs its days only. */
  end_is_prorated?: boolean;
  bill_in_advance: boolean;
  recurrence_period: RecurrencePeriod;
  /** Every how many periods. */
  recurrence_amount: number;
  /** Whole periods are counted from here. */
  anchor: string;
  prorated_on_order: boolean;
  free_until_anchor: boolean;
  prorated_on_cancel: boolean;
  /** Charges are made up to here. */
  charged_until: string;
  price_override: boolean;
  /** True where a contract price replaces the ranges. */
  is_overridden: boolean;
  service_price_ranges: PriceRange[];
  taxable: boolean;
}

/** @inferred 1.x */
export interface Service extends Entity {
  status: ServiceStatus;
  status_date: string;
  description?: string | null;
  billing_account: Reference;
  product: ProductReference;
  quantity: string;
  /** Recurring amount of one period at the present price and quantity. */
  amount: string;
  start_date: string;
  end_date?: string | null;
  renewal_count: number;
  parent_service?: Reference | null;
  next_service?: Reference | null;
  previous_service?: Reference | null;
  current_agreement_service?: AgreementService | null;
  service_prices: ServicePrice[];
  custom_field_values: CustomFieldValue[];
  original_order: { id: string; order_num: string; item_id: string; sequence: number };
  /** Nothing is charged before. */
  trial_end?: string;
  usage_rules: Reference[];
  /** What happens when the present term ends, because a renewal order says so; not part of the API. */
  renewal?: Renewal;
}

/** A renewal that waits for the end of the term. */
export interface Renewal {
  order_id: string;
  agreement_id: string;
  configuration: AgreementConfiguration;
  preserve_pricing: boolean;
  quantity: string;
  /** New unit prices by product price. */
  unit_prices: Record<string, string>;
}

/** An identifier of a service. @documented S6 (collection) */
export interface ServiceResource extends Entity {
  service_id: string;
  identifier: string;
  description?: string | null;
  status: 'ACTIVE' | 'INACTIVE';
  category?: Reference;
}
