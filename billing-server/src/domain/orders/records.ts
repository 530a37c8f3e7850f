/** Orders as they are stored: one record with its items. */
import type { Entity } from '../../store/table.ts';
import type { Address } from '../accounts/records.ts';
import type { EndAction } from '../catalog/records.ts';
import type { CustomFieldValue } from '../custom-fields/records.ts';
import type { ProductReference, Reference } from '../references.ts';

export type OrderType = 'sales' | 'change' | 'renewal';
export type OrderStatus = 'DRAFT' | 'IN_PROGRESS' | 'APPROVED' | 'COMPLETED' | 'CANCELED' | 'ERROR';

/** How a sale departs from its agreement. @inferred 1.x */
export interface AgreementConfiguration {
  end_date?: string;
  agreement_period?: number;
  end_action?: EndAction;
  next_end_action?: EndAction;
  next_agreement?: Reference;
  next_service_product?: Reference;
  next_service_product_price?: Reference;
  preserve_service_price?: boolean;
  minimum_amount?: string;
}

export interface OrderItemPrice {
  id: string;
  product_price: Reference;
  price_type: 'one-time' | 'recurring';
  unit_price: string;
  usage_rules?: Reference[];
}

/** A charge on a day to come. @inferred 1.x */
export interface ScheduledCharge {
  description?: string | null;
  amount: string;
  charge_date: string;
  status: 'ACTIVE' | 'CANCELED';
  invoiced: boolean;
}

/** One line. @inferred 1.x */
export interface OrderItem {
  id: string;
  sequence: number;
  product: ProductReference;
  quantity: string;
  description?: string | null;
  order_item_prices: OrderItemPrice[];
  price_list?: Reference;
  selected_agreement?: Reference;
  agreement_configuration?: AgreementConfiguration;
  service_resources: { identifier: string; category?: Reference }[];
  parent_service?: Reference;
  order_items: OrderItem[];
  requested_effective_date?: string;
  override_trial_days?: number;
  awaiting_approval: boolean;
  /** Set while the item waits, once somebody approved it. */
  approved?: boolean;
  scheduled_charges?: ScheduledCharge[];
  addresses?: Address[];
  custom_field_values: CustomFieldValue[];
  service?: Reference | null;
}

/** @documented S4 (type, status) @inferred 1.x */
export interface Order extends Entity {
  order_type: OrderType;
  order_num: string;
  status: OrderStatus;
  billing_account: Reference;
  order_date: string;
  purchase_order_number?: string | null;
  referral?: string | null;
  email_receipt?: boolean;
  note?: string | null;
  invoice_order?: boolean;
  invoice_num?: string | null;
  renewal_date?: string | null;
  order_items: OrderItem[];
  payment_ids: string[];
  custom_field_values: CustomFieldValue[];
  sub_total: string;
  tax_total: string;
  total_amount: string;
  due_now_total: string;
  due_now_tax_total: string;
  /** What a change order replaces; not part of the API. */
  change?: { service_id: string; preserve_agreement: boolean };
  /** Why processing failed; not part of the API. */
  error?: string;
  /** The latest day that an approval named; not part of the API. */
  approved_on?: string;
}

/** Finds the order of an item. */
export interface OrderItemEntry extends Entity {
  order_id: string;
}
