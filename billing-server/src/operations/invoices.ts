/** Handlers of invoices and manual charges. */
import type { Parameters } from '../filter/sql.ts';
import { invoiceView, itemView } from '../domain/invoices/invoice-view.ts';
import { createManualCharge, type ManualChargeBody } from '../domain/invoices/manual-charge.ts';
import type { Invoice } from '../domain/invoices/records.ts';
import { usageCsv } from '../domain/invoices/usage-csv.ts';
import { own } from '../domain/parameters.ts';
import { makePayment, paymentView, type PaymentBody } from '../domain/payments/payments.ts';
import { invalid, notFound } from '../http/problem.ts';
import { invoicePdf } from '../invoice-pdf/invoice-pdf.ts';
import { pageOfTable } from './lists.ts';
import { param, type Call, type FileAnswer, type Handlers } from './operation.ts';

/** @documented S61 */
const PARAMETERS: Parameters = { billing_account_id: own('id', 'account_id'), id: own('id', 'id') };
const ITEM_PARAMETERS: Parameters = { invoice_id: own('id', 'invoice_id') };

const invoiceOf = (call: Call<unknown>): Invoice => call.tenant.tables.invoice.require(param(call, 'id'));

function csvOf(call: Call<unknown>): FileAnswer {
  const invoice = invoiceOf(call);
  if (!call.tenant.settings.invoiceCsv) throw notFound('usage_csv', 'invoice');
  return { bytes: Buffer.from(usageCsv(call.tenant, invoice)), fileName: `${invoice.invoice_num}.csv` };
}

function pay(call: Call<PaymentBody>): unknown {
  const { tenant, body } = call;
  const invoice = invoiceOf(call);
  if (invoice.status !== 'OPEN')
    throw invalid(`status: an invoice that is ${invoice.status} can not be paid.`);
  if (body.billing_account && body.billing_account.id !== invoice.billing_account.id) {
    throw invalid('billing_account.id must be the account of the invoice.');
  }
  const account = tenant.tables.account.require(invoice.billing_account.id);
  return paymentView(
    tenant,
    makePayment(tenant, account, { ...body, apply_automatically: body.apply_automatically ?? false }, [
      invoice,
    ]),
  );
}

export const invoiceHandlers: Handlers = {
  'Invoice.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.invoice, parameters: PARAMETERS }, (invoice) =>
      invoiceView(call.tenant, invoice),
    ),
  'Invoice.read': (call) => invoiceView(call.tenant, invoiceOf(call)),
  'Invoice.pdf': (call): FileAnswer => invoicePdf(call.tenant, invoiceOf(call)),
  'Invoice.csv': csvOf,
  'Invoice.applyPayment': pay,
  'InvoiceItem.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.invoiceItem, parameters: ITEM_PARAMETERS }, (item) =>
      itemView(item, call.tenant.tables.invoice.require(item.invoice_id)),
    ),
  'ManualCharge.create': ({ tenant, body }: Call<ManualChargeBody>) => createManualCharge(tenant, body),
};
