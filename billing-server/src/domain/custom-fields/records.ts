/** Custom fields and their values. */
import type { Entity } from '../../store/table.ts';

export type CustomFieldKind =
  | 'billing-account'
  | 'billing-account-category'
  | 'order'
  | 'order-item'
  | 'service'
  | 'payment-method'
  | 'product';

/** A definition; made by an administrator. @documented S20 */
export interface CustomField extends Entity {
  custom_field_type: CustomFieldKind;
  name: string;
  code: string | null;
  /** Allowed values of a list field. */
  choices?: readonly { readonly id: string; readonly value: string }[];
}

/** A value inside its owner. @documented S20, S21, S22 */
export interface CustomFieldValue {
  id: string;
  custom_field_value_type: CustomFieldKind;
  value: string | null;
  custom_field: { id: string; custom_field_type: CustomFieldKind; name: string; code: string | null };
}

/** What queries find values by; the value itself is in its owner. */
export interface CustomFieldEntry extends Entity {
  owner_kind: 'billing-account' | 'order' | 'order-item' | 'service';
  owner_id: string;
  field_id: string;
  value: string | null;
}

/** Makes a service field usable on a product. @documented S21 */
export interface CustomFieldRelation extends Entity {
  product_id: string;
  custom_field: { id: string; custom_field_type: CustomFieldKind; name?: string };
}
