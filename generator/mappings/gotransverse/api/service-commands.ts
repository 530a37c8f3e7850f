import type { DateTime, Decimal, Id } from '../../../language/wire.ts';
import type { AgreementConfiguration } from './agreement.ts';
import type { Order } from './order.ts';
import type { Reference } from './reference.ts';

/** Suspends a service; it still collects charges and accepts usage (S46). @inferred 1.x */
export interface SuspendServiceRequest {
  reason: Reference;
}

/** Ends a service; billing computes the early termination charge. @inferred 1.x */
export interface DeactivateServiceRequest {
  reason: Reference;
  effective_date?: DateTime;
}

/** Renews a service's term. @inferred 1.x */
export interface RenewServiceRequest {
  order: Order;
  preserve_pricing?: boolean;
}

/** The renewal order that a renewal made. @inferred 1.x */
export interface RenewServiceResponse {
  readonly renewal_order_id: Id;
  readonly renewal_date?: DateTime;
}

/** Replaces a service's product. @inferred 1.x */
export interface ChangeServiceRequest {
  order: Order;
  preserve_agreement?: boolean;
  effective_date?: DateTime;
}

/** The change order that a replacement made. @inferred 1.x */
export interface ChangeServiceResponse {
  readonly changed_service_order_id: Id;
}

/** Changes how many of a service the customer has. @inferred 1.x */
export interface ChangeQuantityRequest {
  new_quantity: Decimal;
  effective_date?: DateTime;
}

/** Changes a service's recurring price. @inferred 1.x */
export interface ChangePriceRequest {
  new_recurring_unit_price: Decimal;
}

/** Puts a service under a term. @inferred 1.x */
export interface AddAgreementRequest {
  agreement: Reference;
  agreement_configuration?: AgreementConfiguration;
  start_date?: DateTime;
}

/** Gives a service another identifier. @inferred 1.x */
export interface AddServiceResourceRequest {
  identifier: string;
  effective_date?: DateTime;
}
