import {
  documented,
  get,
  inferred,
  list,
  post,
  put,
  remove,
  resource,
  type Body,
} from '../../../language/index.ts';
import type { Adjustment } from '../api/adjustment.ts';
import type { AgreementService } from '../api/agreement.ts';
import type { DiscountConfiguration } from '../api/discount.ts';
import type { ServiceReason } from '../api/reason.ts';
import type {
  AddAgreementRequest,
  AddServiceResourceRequest,
  ChangePriceRequest,
  ChangeQuantityRequest,
  ChangeServiceRequest,
  ChangeServiceResponse,
  DeactivateServiceRequest,
  RenewServiceRequest,
  RenewServiceResponse,
  SuspendServiceRequest,
} from '../api/service-commands.ts';
import type { Service, ServiceResource } from '../api/service.ts';

/** Services: what runs on an account. Orders make them; commands change them. */
export const service = resource<Service>()({
  /** Services that match. `original_order_id` with `original_order_item_sequence` finds what an order item became. */
  list: list<Service>('/services', documented('S6'), {
    query: {
      inferred: [
        'id',
        'account_num',
        'external_account_num',
        'billing_account_id',
        'product_id',
        'agreement_id',
        'service_resource_identifier',
        'parent_id',
        'status',
        'start_date',
        'end_date',
        'renewal_count',
        'previous_service_id',
        'next_service_id',
        'original_order_id',
        'original_order_num',
        'original_order_item_sequence',
        'custom_field_id',
        'custom_field_value',
      ],
    },
    needsParameter: inferred('1.x'),
  }),
  /** One service. */
  read: get<Service>('/services/{id}', inferred('1.x')),
  /** Changes a service's description. */
  update: put<Body<Service>, Service>('/services/{id}', inferred('1.x')),
  /** Suspends a service. */
  suspend: post<SuspendServiceRequest, Service>('/services/{id}/suspend', inferred('1.x')),
  /** Takes back a suspension. */
  resume: post<never, Service>('/services/{id}/resume', inferred('1.x')),
  /** Ends a service, add-ons included. */
  deactivate: post<DeactivateServiceRequest, Service>('/services/{id}/deactivate', inferred('1.x')),
  /** Renews the term, by a renewal order. */
  renew: post<RenewServiceRequest, RenewServiceResponse>('/services/{id}/renew', inferred('1.x')),
  /** Replaces the product, by a change order. */
  change: post<ChangeServiceRequest, ChangeServiceResponse>('/services/{id}/change', inferred('1.x')),
  /** Changes the quantity. */
  changeQuantity: post<ChangeQuantityRequest, Service>('/services/{id}/change-quantity', inferred('1.x')),
  /** Changes the recurring price. */
  changePrice: post<ChangePriceRequest, Service>('/services/{id}/change-price', inferred('1.x')),
  /** Puts a service under a term. */
  addAgreement: post<AddAgreementRequest, AgreementService>('/services/{id}/agreements', inferred('1.x')),
  /** Gives a service a discount. */
  addDiscount: post<DiscountConfiguration, Service>('/services/{id}/discount-identifiers', inferred('1.x')),
  /** Credits or debits a service. */
  adjust: post<Body<Adjustment, 'amount' | 'credit' | 'reason'>, Adjustment>(
    '/services/{id}/adjustments',
    inferred('1.x'),
  ),
});

/** Identifiers of services, such as telephone or circuit numbers. */
export const serviceResource = resource<ServiceResource>()({
  /** The identifiers of one service. */
  list: list<ServiceResource>('/services/{service_id}/service-resources', documented('S6')),
  /** Gives a service another identifier. */
  create: post<AddServiceResourceRequest, ServiceResource>(
    '/services/{id}/service-resources',
    inferred('1.x'),
  ),
  /** Takes an identifier from a service. */
  remove: remove('/services/{id}/service-resources/{sr_id}', inferred('1.x')),
});

/** Why services are suspended or deactivated. */
export const serviceReason = resource<ServiceReason>()({
  /** Reasons for a suspension. */
  listSuspension: list<ServiceReason>('/service-suspension-reasons', inferred('compare S33')),
  /** Reasons for a deactivation. */
  listDeactivation: list<ServiceReason>('/service-deactivation-reasons', inferred('compare S33')),
});
