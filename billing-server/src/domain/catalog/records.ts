/** The catalog as it is stored. */
import type { Entity } from '../../store/table.ts';
import type { ProductReference, Reference } from '../references.ts';

export type ProductType = 'customer-subscription' | 'general' | 'add-on';
export type ProductState = 'DRAFT' | 'AVAILABLE' | 'NOT_AVAILABLE';

/** @documented S24 */
export interface Product extends Entity {
  product_type: ProductType;
  name: string;
  description?: string | null;
  introduction_date: string;
  product_category: { id: string };
  state: ProductState;
  serialized: boolean;
  taxable: boolean;
  trial: boolean;
  trial_days?: number;
  requires_agreement: boolean;
  default_quantity: string;
  min_service_resources: number;
  max_service_resources: number;
  trial_override: boolean;
  product_tags: Reference[];
  rule_override: boolean;
  rule_type: 'TAPERED' | 'TIERED';
  rule_mode: 'ROOT' | 'APPEND' | 'OVERWRITE';
  consume_prepaid_balance: boolean;
  sku?: string | null;
  external_product_number?: string | null;
  internal_name?: string | null;
  short_description?: string | null;
  service_resource_category?: Reference | null;
  /** The approval operation that an administrator attached; not part of the API. @documented S59 */
  approval?: { readonly required: true; readonly approves_after_days?: number };
  /** What a unit of usage costs, by unit of measure; not part of the API. */
  usage_rates?: readonly UsageRate[];
}

/** A simple usage rule: so much for each unit. */
export interface UsageRate {
  readonly id: string;
  readonly usage_uom: string;
  readonly unit_price: string;
  /** Units of each bill period that cost nothing. */
  readonly included?: string;
}

/** @documented S25 */
export interface ProductCategory extends Entity {
  name: string;
  description?: string | null;
  status: 'ACTIVE' | 'SUSPENDED' | 'CANCELED';
}

export type RelationType =
  'RECOMMENDED' | 'DEPENDENT' | 'INCOMPATIBLE' | 'CHILD' | 'PARENT' | 'REQUIRED' | 'ADDON';

/** @documented S26 */
export interface ProductRelation extends Entity {
  /** The product that the relation is of. */
  owner_id: string;
  product: ProductReference;
  product_relation_type: RelationType;
  scope: 'ORDER' | 'ACCOUNT';
}

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

/** The amount for a span of quantities. */
export interface PriceRange {
  id: string;
  quantity_begin_range: string;
  quantity_end_range?: string | null;
  price: string;
  level: number;
  currency_code: string;
}

/** @inferred 1.x */
export interface ProductPrice extends Entity {
  product_id: string;
  price_list_id?: string;
  price_type: 'one-time' | 'recurring';
  currency_code: string;
  from_date: string;
  thru_date?: string | null;
  price_override: boolean;
  allow_scheduled_charges: boolean;
  payment_on_purchase_required: boolean;
  charge_category: Reference;
  price_ranges: PriceRange[];
  recurrence_period?: RecurrencePeriod;
  recurrence_amount?: number;
  recurring_payment_required?: boolean;
  bill_in_advance?: boolean;
  prorated_on_order?: boolean;
  prorated_on_cancel?: boolean;
  prorated_on_order_no_charge?: boolean;
  charge_during_renewal?: boolean;
}

export type EndAction =
  'RENEW_AGREEMENT' | 'SERVICE_ONLY' | 'DEACTIVATE_SERVICE' | 'CHANGE_AGREEMENT' | 'CHANGE_SERVICE';

/** @inferred 1.x; end actions documented S49 */
export interface Agreement extends Entity {
  name: string;
  status: 'DRAFT' | 'ACTIVE' | 'SUSPENDED';
  agreement_period: number;
  agreement_period_type: 'MONTH' | 'DAY';
  end_action: EndAction;
  next_agreement?: Reference | null;
  /** What CHANGE_SERVICE changes to; not part of the API's agreement. */
  next_product_id?: string;
  termination_flat_charge?: string | null;
  termination_percentage_charge?: string | null;
  max_termination_charge?: string | null;
  prorate_on_cancel?: boolean;
  from_date?: string | null;
  thru_date?: string | null;
  minimum_amount?: string | null;
  minimum_amount_currency_code?: string | null;
  /** Products that are sold under it; all where absent. */
  product_ids?: readonly string[];
}
