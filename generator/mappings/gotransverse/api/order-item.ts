import type { DateTime, Decimal, Id, Integer } from '../../../language/wire.ts';
import type { Address } from './address.ts';
import type { AgreementConfiguration } from './agreement.ts';
import type { CustomFieldValue } from './custom-field.ts';
import type { DiscountConfiguration } from './discount.ts';
import type { PriceType } from './product-price.ts';
import type { ProductReference, Reference } from './reference.ts';
import type { ServiceResource } from './service.ts';
import type { UsageRule } from './usage-rule.ts';

/** One line of an order. @inferred 1.x */
export interface OrderItem {
  readonly id: Id;
  /** With the order's id it finds the service that the item became. */
  readonly sequence?: Integer;
  product: ProductReference;
  quantity: Decimal;
  /** @documented S42 */
  description?: string | null;
  /** @documented S27 */
  order_item_prices?: OrderItemPrice[];
  price_list?: Reference;
  selected_agreement?: Reference;
  agreement_configuration?: AgreementConfiguration;
  service_resources?: ServiceResource[];
  /** Makes the item an add-on to a running service. */
  parent_service?: Reference;
  /** Items sold together with this one. */
  order_items?: OrderItem[];
  requested_effective_date?: DateTime;
  override_trial_days?: Integer;
  readonly awaiting_approval?: boolean;
  discount_configurations?: DiscountConfiguration[];
  scheduled_charges?: ScheduledCharge[];
  addresses?: Address[];
  /** @documented S22 */
  custom_field_values?: CustomFieldValue[];
  /** What the item became when the order completed. @inferred nothing public names it */
  readonly service?: Reference | null;
}

/** The price at which an item is sold. @inferred nothing public shows a whole one */
export interface OrderItemPrice {
  readonly id?: Id;
  product_price?: Reference;
  price_type?: PriceType;
  /** Only where the product price allows an override. */
  unit_price?: Decimal;
  price_ranges?: unknown[];
  /** Replaces the product's rules where the product allows it (S28). @documented S27 */
  usage_rules?: UsageRule[];
}

/** Whether a scheduled charge will be made. */
export type ScheduledChargeStatus = 'ACTIVE' | 'CANCELED';

/** A charge of an item on a day to come. @inferred 1.x */
export interface ScheduledCharge {
  description?: string | null;
  amount: Decimal;
  charge_date: DateTime;
  readonly status?: ScheduledChargeStatus;
  readonly invoiced?: boolean;
}
