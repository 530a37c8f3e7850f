/** An invoice as the API sends it. */
import { referenceToAccount } from '../accounts/account-view.ts';
import type { Tenant } from '../tenant.ts';
import type { Invoice, InvoiceItem } from './records.ts';

/** A charge is paid when its invoice is. @inferred X */
export function itemView(item: InvoiceItem, invoice: Invoice): unknown {
  const isPaid = invoice.status === 'CLOSED';
  return {
    ...item,
    invoice_item_charges: item.invoice_item_charges.map((charge) => ({
      ...charge,
      paid: isPaid,
      balance: isPaid ? '0' : charge.amount,
    })),
  };
}

export function itemsOf({ tables }: Tenant, { id }: Invoice): InvoiceItem[] {
  return tables.invoiceItem.where('invoice_id = ?', Number(id));
}

export function invoiceView(tenant: Tenant, invoice: Invoice): unknown {
  return {
    ...invoice,
    billing_account: referenceToAccount(tenant, invoice.billing_account.id),
    pdf_path: `/invoices/${invoice.id}/pdf`,
    usage_csv_path: tenant.settings.invoiceCsv ? `/invoices/${invoice.id}/csv` : null,
    invoice_items: itemsOf(tenant, invoice).map((item) => itemView(item, invoice)),
  };
}
