import type { Id } from '../../../language/wire.ts';

/** What a custom field, or a value of one, belongs to. */
export type CustomFieldKind =
  | 'billing-account'
  | 'billing-account-category'
  | 'order'
  | 'order-item'
  | 'service'
  | 'payment-method'
  | 'product';

/** A custom field. Defined in billing's user interface only; requests point to one by id and kind. @documented S20 */
export interface CustomField {
  id: Id;
  custom_field_type: CustomFieldKind;
  readonly name?: string;
  /** @observed O1 */
  readonly code?: string | null;
}

/** What an object holds in a custom field. @documented S20, S21, S22 */
export interface CustomFieldValue {
  readonly id?: Id;
  /** On an order item `order-item`, although the field itself is of kind `service`. */
  custom_field_value_type: CustomFieldKind;
  value: string | null;
  custom_field: CustomField;
}

/** One allowed value of a custom field that is a list. @inferred its properties are not public */
export interface CustomFieldChoice {
  readonly id?: Id;
  readonly value?: string;
}

/** Makes a service custom field usable on a product. @inferred the body is not public */
export interface ServiceCustomFieldRelation {
  readonly id?: Id;
  custom_field: CustomField;
}
