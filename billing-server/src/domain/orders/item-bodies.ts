/** What callers write of order items, and what all items of an order share. */
import type { Account } from '../accounts/records.ts';
import type { AddressBody } from '../accounts/parties.ts';
import type { CustomFieldValueBody } from '../custom-fields/values.ts';
import type { Reference } from '../references.ts';
import type { Tenant } from '../tenant.ts';
import type { AgreementConfiguration } from './records.ts';

/** An item as callers write it. */
export interface OrderItemBody {
  product: { id: string };
  quantity: string;
  description?: string | null;
  order_item_prices?: OrderItemPriceBody[];
  price_list?: Reference;
  selected_agreement?: Reference;
  agreement_configuration?: AgreementConfiguration;
  service_resources?: { identifier: string; category?: Reference }[];
  parent_service?: Reference;
  order_items?: OrderItemBody[];
  requested_effective_date?: string;
  override_trial_days?: number;
  discount_configurations?: unknown[];
  scheduled_charges?: { description?: string | null; amount: string; charge_date: string }[];
  addresses?: AddressBody[];
  custom_field_values?: CustomFieldValueBody[];
}

export interface OrderItemPriceBody {
  product_price?: Reference;
  price_type?: 'one-time' | 'recurring';
  unit_price?: string;
  usage_rules?: unknown[];
}

/** What all items of an order share. */
export interface ItemContext {
  readonly tenant: Tenant;
  readonly account: Account;
  readonly orderDate: string;
  /** Gives the next item of the order its sequence. */
  readonly nextSequence: () => number;
}
