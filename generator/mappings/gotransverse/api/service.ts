import type { DateTime, Decimal, Id, Integer } from '../../../language/wire.ts';
import type { AgreementService } from './agreement.ts';
import type { CustomFieldValue } from './custom-field.ts';
import type { RecurrencePeriod } from './product-price.ts';
import type { AccountReference, ProductReference, Reference } from './reference.ts';

/** Where a service stands. Version 1.x has the prefix, 2.0 is expected without it; both are accepted. */
export type ServiceStatus =
  | 'PENDING'
  | 'SCHEDULED'
  | 'TRIAL'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'DEACTIVATED'
  | 'REPLACED'
  | 'TRANSFERRED'
  | 'CANCELED'
  | 'SERVICE_PENDING'
  | 'SERVICE_SCHEDULED'
  | 'SERVICE_TRIAL'
  | 'SERVICE_ACTIVE'
  | 'SERVICE_SUSPENDED'
  | 'SERVICE_DEACTIVATED'
  | 'SERVICE_REPLACED'
  | 'SERVICE_TRANSFERRED'
  | 'SERVICE_CANCELED';

/** What runs on an account: a subscription, an add-on to one, or a one-time item. Orders make it. @inferred 1.x */
export interface Service {
  readonly id: Id;
  readonly status: ServiceStatus;
  readonly status_date?: DateTime | null;
  description?: string | null;
  readonly billing_account: AccountReference;
  /** @documented S21, S61 */
  readonly product: ProductReference;
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly start_date: DateTime;
  readonly end_date?: DateTime | null;
  readonly commitment_end_date?: DateTime | null;
  readonly renewal_count?: Integer;
  /** Present on add-ons. */
  readonly parent_service?: Reference | null;
  /** What replaced it. */
  readonly next_service?: Reference | null;
  readonly child_services?: Reference[];
  /** @documented S6 */
  readonly service_resources?: ServiceResource[];
  readonly current_agreement_service?: AgreementService | null;
  readonly service_prices?: ServicePrice[];
  /** @documented S21 */
  readonly custom_field_values?: CustomFieldValue[];
}

/** An identifier of a service, such as a telephone or circuit number; usage names it. @inferred 1.x */
export interface ServiceResource {
  readonly id?: Id;
  identifier: string;
  readonly description?: string | null;
  readonly status?: string;
  category?: Reference;
}

/** What a service costs from a day on. @inferred 1.x */
export interface ServicePrice {
  readonly id: Id;
  readonly amount: Decimal;
  readonly start_date: DateTime;
  readonly end_date?: DateTime | null;
  readonly bill_in_advance?: boolean;
  /** Absent on one-time prices. */
  readonly recurrence_period?: RecurrencePeriod;
  readonly estimated_invoice_amount?: Decimal;
  readonly invoice_quantity?: Decimal;
  readonly service_price_ranges?: ServicePriceRange[];
}

/** The amount for a span of quantities. @inferred 1.x */
export interface ServicePriceRange {
  readonly id: Id;
  readonly quantity_begin_range: Decimal;
  readonly quantity_end_range?: Decimal | null;
  readonly price: Decimal;
}
