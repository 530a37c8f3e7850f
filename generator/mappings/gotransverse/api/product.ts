import type { DateOnly, Decimal, Id, Integer } from '../../../language/wire.ts';
import type { ProductPrice } from './product-price.ts';
import type { Reference } from './reference.ts';

/** What kind of thing is sold: a subscription, an add-on to one, or a one-time item (`general`). */
export type ProductType = 'customer-subscription' | 'general' | 'add-on';

/** Whether a product may be sold. DRAFT is documented (S24), the others are inferred. */
export type ProductState = 'DRAFT' | 'AVAILABLE' | 'NOT_AVAILABLE';

/** How usage is spread over price ranges; inferred. */
export type RuleType = 'TAPERED' | 'TIERED';

/** How usage rules of a sale stand to those of the product; inferred. */
export type RuleMode = 'ROOT' | 'APPEND' | 'OVERWRITE';

/** Something that is sold. The catalog's master is billing. @documented S24 */
export interface Product {
  product_type: ProductType;
  readonly id: Id;
  name: string;
  description?: string | null;
  /** First day of sale. */
  introduction_date: DateOnly;
  /** Without a category it can't be sold (S25). */
  product_category: Reference;
  readonly state: ProductState;
  serialized?: boolean;
  taxable?: boolean;
  trial?: boolean;
  /** @inferred 1.x */
  trial_days?: Integer;
  /** It is sold under a term only. */
  requires_agreement?: boolean;
  default_quantity?: Decimal;
  min_service_resources?: Integer;
  max_service_resources?: Integer;
  trial_override?: boolean;
  readonly product_tags?: unknown[];
  rule_override?: boolean;
  rule_type?: RuleType;
  rule_mode?: RuleMode;
  consume_prepaid_balance?: boolean;
  /** @inferred 1.x */
  sku?: string | null;
  /** @inferred 1.x */
  external_product_number?: string | null;
  /** @inferred 1.x */
  internal_name?: string | null;
  /** @inferred 1.x */
  short_description?: string | null;
  /** @inferred 1.x */
  readonly product_prices?: ProductPrice[];
  /** @inferred 1.x */
  service_resource_category?: Reference | null;
}
