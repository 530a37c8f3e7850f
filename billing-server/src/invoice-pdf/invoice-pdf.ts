/** An invoice as a one-page PDF. */
import type { Invoice } from '../domain/invoices/records.ts';
import type { Tenant } from '../domain/tenant.ts';
import { invoiceContent } from './content.ts';
import { drawInvoice } from './draw.ts';

/** A file with the name that a browser may save it under. */
export interface InvoiceFile {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/** The file of `GET /invoices/{id}/pdf`. */
export function invoicePdf(tenant: Tenant, invoice: Invoice): InvoiceFile {
  return {
    bytes: drawInvoice(invoiceContent(tenant, invoice)),
    fileName: `${invoice.invoice_num.replaceAll(/[^\w-]/g, '_')}.pdf`,
  };
}
