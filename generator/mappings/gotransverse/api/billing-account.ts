import type { DateTime, Decimal, Id } from '../../../language/wire.ts';
import type { BillCycle } from './bill-cycle.ts';
import type { BillingAccountCategory } from './billing-account-category.ts';
import type { CustomFieldValue } from './custom-field.ts';
import type { DunningState } from './dunning-state.ts';
import type { Party, Person } from './party.ts';
import type { PaymentTerm } from './payment-term.ts';
import type { RecurringPayment } from './recurring-payment.ts';
import type { AccountReference } from './reference.ts';

/** How invoices reach the customer. EMAIL is documented (S8), the others are inferred. */
export type BillType = 'PAPER' | 'EMAIL' | 'PAPER_EMAIL' | 'NONE';

/** Where an account stands. ACTIVE was seen (O1), the others are inferred. */
export type AccountStatus =
  'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'COLLECTION' | 'DEACTIVATED' | 'FINAL_BILL' | 'CLOSED';

/** Who is billed, when, and how. @observed O1 */
export interface BillingAccount {
  /** @documented S15 */
  readonly id: Id;
  /** Assigned by the platform unless given. @documented S15 */
  account_num?: string;
  /** Another system's key; nothing public says that it is unique. @documented S8, S15 */
  external_account_num?: string | null;
  /** @documented S8 */
  bill_type?: BillType;
  /** @documented S15 */
  bill_cycle: BillCycle;
  /** @documented S15 */
  responsible_party: Party;
  /** @documented S15 */
  billing_account_category: BillingAccountCategory;
  /** The category's term unless given. */
  payment_term?: PaymentTerm | null;
  /** ISO 4217; the bill cycle's currency unless given. @documented S7 */
  currency_code?: string;
  readonly status: AccountStatus;
  readonly balance: Decimal;
  /** What is not yet invoiced. @documented S61 */
  readonly pending_charges_total: Decimal;
  /** Now, unless given. @documented S8 */
  start_date?: DateTime;
  /** @inferred 1.x */
  readonly end_date?: DateTime | null;
  /** @documented S61 */
  readonly next_invoice_date?: DateTime | null;
  tax_exempt?: boolean;
  auto_payment_authorized?: boolean;
  readonly recurring_payments?: RecurringPayment[];
  contacts?: Person[];
  custom_field_values?: CustomFieldValue[];
  /** Who pays; the account itself when it pays for itself. */
  responsible_account?: AccountReference;
  /** @inferred 1.x */
  parent_billing_account?: AccountReference | null;
  /** @documented S15 */
  dunning_state?: DunningState | null;
  background_allocation?: boolean;
  preferred_language_code?: string | null;
  minimum_invoice_amount?: Decimal | null;
  readonly billing_schedules?: unknown[];
  calculate_kpi_async?: boolean;
}
