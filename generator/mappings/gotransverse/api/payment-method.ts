import type { Id } from '../../../language/wire.ts';
import type { CustomFieldValue } from './custom-field.ts';

/** How money comes. The first four are documented (S60), the others are inferred. */
export type PaymentMethodType =
  | 'referenced'
  | 'tokenized-credit-card'
  | 'tokenized-paypal'
  | 'credit-card'
  | 'bank'
  | 'cash'
  | 'check'
  | 'wire-transfer'
  | 'custom';

/**
 * A means of payment. It has no property for a card number: cards are typed into the hosted page, which gives the
 * reference key. @documented S60
 */
export interface PaymentMethod {
  payment_method_type: PaymentMethodType;
  readonly id?: Id;
  /** Key that the hosted page returned; only with type `referenced`. */
  reference_key?: string;
  readonly nickname?: string | null;
  readonly token?: string | null;
  readonly token_two?: string | null;
  readonly multi_factor_auth?: boolean;
  readonly custom_field_values?: CustomFieldValue[];
  readonly card_type?: string | null;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  /** Masked, such as `Last 4: 4242`. */
  readonly identifier_number?: string | null;
  /** `MM/YYYY`. */
  readonly expiration_date?: string | null;
  readonly last_four?: string | null;
}
