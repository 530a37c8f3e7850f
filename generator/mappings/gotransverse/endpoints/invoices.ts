import { documented, file, get, inferred, list, post, resource, type Body } from '../../../language/index.ts';
import type { Invoice, InvoiceItem } from '../api/invoice.ts';
import type { ManualCharge } from '../api/manual-charge.ts';
import type { Payment } from '../api/payment.ts';
import type { ManualInvoiceReason } from '../api/reason.ts';

/** Invoices. */
export const invoice = resource<Invoice>()({
  /** Invoices that match, with their items. */
  list: list<Invoice>('/invoices', documented('S61'), {
    query: { documented: ['billing_account_id', 'id'] },
    needsParameter: inferred('1.x'),
  }),
  /** One invoice. */
  read: get<Invoice>('/invoices/{id}', inferred('1.x')),
  /** The invoice as people get it. The content type is documented (S1). */
  pdf: file('/invoices/{id}/pdf', inferred('1.x'), { contentType: 'application/pdf' }),
  /** The usage behind the invoice; only where the tenant makes such files (S65). */
  csv: file('/invoices/{id}/csv', inferred('1.x'), { contentType: 'text/csv' }),
  /** Pays one invoice. */
  applyPayment: post<Body<Payment, 'amount'>, Payment>('/invoices/{id}/apply-payment', inferred('1.x')),
});

/** Lines of invoices. */
export const invoiceItem = resource<InvoiceItem>()({
  /** The lines of one invoice. */
  list: list<InvoiceItem>('/invoice-items', inferred('1.x'), {
    query: { inferred: ['invoice_id'] },
    needsParameter: inferred('1.x'),
  }),
});

/** Charges made by hand. */
export const manualCharge = resource<ManualCharge>()({
  /** Makes a charge from an existing one. */
  create: post<Body<ManualCharge, 'type' | 'source_charge'>, ManualCharge>(
    '/manual-charges',
    documented('S35'),
  ),
});

/** Why invoices are made by hand. */
export const manualInvoiceReason = resource<ManualInvoiceReason>()({
  /** Reasons that match. */
  list: list<ManualInvoiceReason>('/manual-invoice-reasons', documented('S33'), {
    query: { documented: ['id', 'name', 'status', 'charge_category_id', 'charge_category_name'] },
    sortable: ['id', 'name', 'status'],
  }),
});
