import { documented, get, inferred, list, post, put, remove, resource } from '../../../language/index.ts';
import type { CustomField, CustomFieldChoice, CustomFieldValue } from '../api/custom-field.ts';

/** Definitions of custom fields. They are made in billing's user interface; the API reads them. */
export const customField = resource<CustomField>()({
  /** Fields of billing accounts. */
  listForBillingAccounts: list<CustomField>('/billing-account-custom-fields', documented('S20')),
  /** One field of billing accounts. */
  readForBillingAccounts: get<CustomField>('/billing-account-custom-fields/{id}', documented('S20')),
  /** Allowed values of a list field of billing accounts. */
  listChoicesForBillingAccounts: list<CustomFieldChoice>(
    '/billing-account-custom-fields/{custom_field_id}/references',
    documented('S20'),
  ),
  /** Fields of services, which order items share. */
  listForServices: list<CustomField>('/service-custom-fields', documented('S21')),
  /** One field of services. */
  readForServices: get<CustomField>('/service-custom-fields/{id}', documented('S21')),
  /** Allowed values of a list field of services. */
  listChoicesForServices: list<CustomFieldChoice>(
    '/service-custom-fields/{custom_field_id}/references',
    documented('S21'),
  ),
  /** Fields of orders. */
  listForOrders: list<CustomField>('/order-custom-fields', inferred('path by analogy with S20')),
  /** Allowed values of a list field of orders; that they can be read is documented (S19). */
  listChoicesForOrders: list<CustomFieldChoice>(
    '/order-custom-fields/{custom_field_id}/references',
    inferred('path by analogy with S20'),
  ),
  /** Fields of products. */
  listForProducts: list<CustomField>('/product-custom-fields', inferred('path by analogy with S20')),
  /** Allowed values of a list field of products; that they can be read is documented (S19). */
  listChoicesForProducts: list<CustomFieldChoice>(
    '/product-custom-fields/{custom_field_id}/references',
    inferred('path by analogy with S20'),
  ),
  /** Fields of payment methods. */
  listForPaymentMethods: list<CustomField>(
    '/payment-method-custom-fields',
    inferred('path by analogy with S20'),
  ),
  /** Allowed values of a list field of payment methods; that they can be read is documented (S19). */
  listChoicesForPaymentMethods: list<CustomFieldChoice>(
    '/payment-method-custom-fields/{custom_field_id}/references',
    inferred('path by analogy with S20'),
  ),
});

/** What objects hold in custom fields. */
export const customFieldValue = resource<CustomFieldValue>()({
  /** Values of an account. */
  listOfBillingAccount: list<CustomFieldValue>(
    '/billing-accounts/{id}/custom-field-values',
    documented('S20'),
  ),
  /** One value of an account. */
  readOfBillingAccount: get<CustomFieldValue>(
    '/billing-accounts/{id}/custom-field-values/{value_id}',
    documented('S20'),
  ),
  /** Gives an account a value. */
  addToBillingAccount: post<CustomFieldValue, CustomFieldValue>(
    '/billing-accounts/{id}/custom-field-values',
    documented('S20'),
  ),
  /** Changes a value of an account; that this can be done is documented (S20). */
  updateOfBillingAccount: put<CustomFieldValue, CustomFieldValue>(
    '/billing-accounts/{id}/custom-field-values/{value_id}',
    inferred('method not public'),
  ),
  /** Takes a value from an account; that this can be done is documented (S20). */
  removeFromBillingAccount: remove(
    '/billing-accounts/{id}/custom-field-values/{value_id}',
    inferred('method not public'),
  ),
  /** Values of a service. */
  listOfService: list<CustomFieldValue>('/services/{service_id}/custom-field-values', documented('S21')),
  /** One value of a service. */
  readOfService: get<CustomFieldValue>('/services/{service_id}/custom-field-values/{id}', documented('S21')),
  /** Gives a service a value. */
  addToService: post<CustomFieldValue, CustomFieldValue>(
    '/services/{service_id}/custom-field-values',
    documented('S21'),
  ),
  /** Values of an order. */
  listOfOrder: list<CustomFieldValue>(
    '/orders/{id}/custom-field-values',
    inferred('by analogy with S19, S20'),
  ),
  /** Gives an order a value. */
  addToOrder: post<CustomFieldValue, CustomFieldValue>(
    '/orders/{id}/custom-field-values',
    inferred('by analogy with S19, S20'),
  ),
  /** Gives an order item a value. On recurring products only while the order is a draft. */
  addToOrderItem: post<CustomFieldValue, CustomFieldValue>(
    '/order-items/{id}/custom-field-values',
    documented('S22'),
  ),
});
