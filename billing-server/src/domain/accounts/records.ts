/** Billing accounts as they are stored: one record with all that belongs to it. */
import type { Entity } from '../../store/table.ts';
import type { CustomFieldValue } from '../custom-fields/records.ts';
import type { Reference } from '../references.ts';

export type AccountStatus =
  'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'COLLECTION' | 'DEACTIVATED' | 'FINAL_BILL' | 'CLOSED';

/** An address; which properties it has follows from its type, which the contract's schema has checked. */
export interface Address {
  address_type: 'email' | 'postal' | 'telecom';
  id: string;
  purpose: string;
  email?: string;
  country?: string;
  city?: string;
  region_or_state?: string;
  postal_code?: string;
  line1?: string;
  line2?: string | null;
  attention?: string | null;
  dialing_prefix?: string | null;
  country_code?: string | null;
  area_code?: string;
  number?: string;
  extension?: string | null;
}

export interface Organization extends Entity {
  party_type: 'organization';
  organization_name: string;
  customer_num: string;
  external_customer_num?: string | null;
  tax_id_number?: string | null;
  tax_id_validated: boolean;
  addresses: Address[];
}

export interface Person extends Entity {
  party_type: 'person';
  first_name: string;
  last_name: string;
  middle_name?: string | null;
  suffix?: string | null;
  title?: string | null;
  company?: string | null;
  department?: string | null;
  addresses: Address[];
}

export type Party = Organization | Person;

/** A stored means of payment; holds no card number. @documented S60 */
export interface PaymentMethod {
  payment_method_type: string;
  id: string;
  reference_key?: string;
  nickname?: string | null;
  token?: string | null;
  token_two?: string | null;
  multi_factor_auth?: boolean;
  custom_field_values?: CustomFieldValue[];
  card_type?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  identifier_number?: string | null;
  expiration_date?: string | null;
  last_four?: string | null;
}

/** @documented S60 */
export interface RecurringPayment {
  id: string;
  payment_method: PaymentMethod;
  valid_from: string;
  auto_payment: boolean;
  /** Present once it was ended; not part of the API. */
  valid_to?: string;
}

/** @documented S15, S16, S17 */
export interface DunningState {
  id: string;
  enabled: boolean;
  plan_code: string;
  plan_name?: string;
  tier_code?: string;
  tier_name?: string;
}

/** An account. @observed O1 */
export interface Account extends Entity {
  account_num: string;
  external_account_num: string | null;
  bill_type: string;
  bill_cycle: { id: string };
  responsible_party: Party;
  billing_account_category: { id: string };
  payment_term: { id: string } | null;
  currency_code: string;
  status: AccountStatus;
  /** Invoices less payments and credits. */
  balance: string;
  start_date: string;
  end_date?: string | null;
  tax_exempt: boolean;
  auto_payment_authorized: boolean;
  recurring_payments: RecurringPayment[];
  contacts: Person[];
  custom_field_values: CustomFieldValue[];
  responsible_account?: { id: string };
  parent_billing_account?: { id: string } | null;
  dunning_state?: DunningState | null;
  background_allocation?: boolean;
  preferred_language_code?: string | null;
  minimum_invoice_amount?: string | null;
  calculate_kpi_async?: boolean;
}

/** Finds the account that a party belongs to. */
export interface PartyEntry extends Entity {
  party_type: Party['party_type'];
  account: Reference;
}
