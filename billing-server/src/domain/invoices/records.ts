/** Charges and the invoices they come to be on. */
import type { Entity } from '../../store/table.ts';
import type { Reference } from '../references.ts';

export type InvoiceItemType = 'ADDITIONAL_FEE' | 'ADJUSTMENT' | 'PRODUCT' | 'SERVICE' | 'TAX' | 'USAGE';

/** Money owed that waits for an invoice, or is on one. */
export interface Charge extends Entity {
  account_id: string;
  currency_code: string;
  type: InvoiceItemType;
  service?: { id: string; product: { id: string; name: string } };
  quantity: string;
  unit_amount: string;
  /** Rounded to the cent; negative for what is given back. */
  amount: string;
  /** Usage only: the sum of its events with all digits, of which `amount` is the rounded value. */
  exact_amount?: string;
  /** Usage only: the rule and unit that the events share. */
  usage?: { rule_id: string; uom: string };
  description: string;
  taxable: boolean;
  charge_start_date?: string;
  charge_end_date?: string;
  prorated_percentage?: string;
  occurred_on: string;
  invoice_id?: string;
  adjustment_id?: string;
  /** Set where the charge may not wait for the next run. */
  order_id?: string;
}

/** @inferred 1.x; id, number, amount and items documented S61 */
export interface Invoice extends Entity {
  invoice_num: string;
  amount: string;
  status: 'PROCESSING' | 'OPEN' | 'CLOSED';
  billing_account: Reference;
  currency_code: string;
  description?: string | null;
  occurred_on: string;
  due_date: string;
  paid_date?: string | null;
  amount_to_pay: string;
  late_fee_charged: boolean;
  external_invoice_num?: string | null;
  disputed: boolean;
  /** Whether the due date has passed with money left to pay; not part of the API. */
  overdue: boolean;
}

/** @inferred 1.x */
export interface InvoiceItem extends Entity {
  invoice_id: string;
  type: InvoiceItemType;
  service?: { id: string; product: { id: string; name: string } } | null;
  quantity: string;
  unit_amount: string;
  total_amount: string;
  description: string;
  taxable: boolean;
  charge_start_date?: string | null;
  charge_end_date?: string | null;
  prorated_percentage?: string | null;
  invoice_item_charges: InvoiceItemCharge[];
}

export interface InvoiceItemCharge {
  id: string;
  invoice_item_charge_type: string;
  amount: string;
  charge_description?: string;
  tax_rate?: string;
  tax_description?: string;
}
