import type { DateTime, Decimal, Id } from '../../../language/wire.ts';
import type { AccountReference, ServiceReference } from './reference.ts';

/** Where an invoice stands: its bill run is not finished, money is due, nothing is left to pay. */
export type InvoiceStatus = 'PROCESSING' | 'OPEN' | 'CLOSED';

/** A bill. @inferred 1.x */
export interface Invoice {
  /** @documented S61 */
  readonly id: Id;
  /** @documented S61 */
  readonly invoice_num: string;
  /** @documented S61 */
  readonly amount: Decimal;
  readonly status: InvoiceStatus;
  readonly billing_account: AccountReference;
  readonly description?: string | null;
  readonly occurred_on: DateTime;
  readonly due_date: DateTime;
  readonly paid_date?: DateTime | null;
  readonly amount_to_pay: Decimal;
  readonly late_fee_charged?: boolean;
  readonly pdf_path?: string | null;
  readonly usage_csv_path?: string | null;
  /** @inferred named after a field of the user interface, S50 */
  readonly external_invoice_num?: string | null;
  /** Neither dunned nor paid by itself while true (S50). @inferred named after a field of the user interface, S50 */
  readonly disputed?: boolean;
  /** @documented S61 */
  readonly invoice_items?: InvoiceItem[];
}

/** What an invoice line is for. */
export type InvoiceItemType = 'ADDITIONAL_FEE' | 'ADJUSTMENT' | 'PRODUCT' | 'SERVICE' | 'TAX' | 'USAGE';

/** One line of an invoice. @inferred 1.x */
export interface InvoiceItem {
  readonly id: Id;
  readonly type: InvoiceItemType;
  /** @documented S61 */
  readonly service?: ServiceReference | null;
  readonly quantity: Decimal;
  readonly unit_amount: Decimal;
  readonly total_amount: Decimal;
  readonly description: string;
  readonly taxable: boolean;
  readonly charge_start_date?: DateTime | null;
  readonly charge_end_date?: DateTime | null;
  readonly prorated_percentage?: Decimal | null;
  readonly invoice_item_charges?: InvoiceItemCharge[];
}

/** One charge of an invoice line. @inferred 1.x */
export interface InvoiceItemCharge {
  readonly id: Id;
  /** @documented S35 */
  readonly invoice_item_charge_type: string;
  readonly amount: Decimal;
  readonly balance?: Decimal;
  readonly paid?: boolean;
  readonly charge_description?: string | null;
  readonly tax_rate?: Decimal | null;
  readonly tax_description?: string | null;
}
