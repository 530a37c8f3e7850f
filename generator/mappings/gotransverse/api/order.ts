import type { DateTime, Decimal, Id } from '../../../language/wire.ts';
import type { CustomFieldValue } from './custom-field.ts';
import type { OrderItem } from './order-item.ts';
import type { Payment } from './payment.ts';
import type { AccountReference } from './reference.ts';

/**
 * What brought an order about. Only `sales` (S4) is ever posted; the other two are inferred and result from a change or
 * renewal of a service.
 */
export type OrderType = 'sales' | 'change' | 'renewal';

/** Where an order stands (S41). The spelling of "in progress" is inferred, so both are accepted; ERROR is inferred. */
export type OrderStatus =
  'DRAFT' | 'IN_PROGRESS' | 'INPROGRESS' | 'APPROVED' | 'COMPLETED' | 'CANCELED' | 'ERROR';

/** A sale to an account. On completion its items become services. @inferred 1.x */
export interface Order {
  /** @documented S4 */
  order_type: OrderType;
  readonly id: Id;
  /** The current date and time unless given; that a caller may give it is a belief to be proved. */
  order_num?: string;
  /** @documented S4 */
  status?: OrderStatus;
  billing_account: AccountReference;
  /** Not before the account's start, nor before its oldest open bill cycle (S44). */
  order_date?: DateTime;
  /** The customer's own number. */
  purchase_order_number?: string | null;
  referral?: string | null;
  email_receipt?: boolean;
  note?: string | null;
  /** Only for orders of one-time products. @inferred named after a field of the user interface, S44 */
  invoice_order?: boolean;
  /** @inferred named after a field of the user interface, S44 */
  readonly invoice_num?: string | null;
  readonly total_amount?: Decimal;
  readonly sub_total?: Decimal;
  readonly tax_total?: Decimal;
  readonly due_now_total?: Decimal;
  readonly due_now_tax_total?: Decimal;
  /** Renewal orders only. */
  readonly renewal_date?: DateTime | null;
  /** @documented S27 */
  order_items: OrderItem[];
  readonly payments?: Payment[];
  /** @documented S19 */
  custom_field_values?: CustomFieldValue[];
}
