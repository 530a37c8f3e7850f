/** Charges that people make from existing ones. @documented S35 */
import { invalid } from '../../http/problem.ts';
import { amountOf, decimalText, moneyText, rounded } from '../../money/decimal.ts';
import type { Tenant } from '../tenant.ts';
import { addCharge } from './charges.ts';
import type { Invoice, InvoiceItem } from './records.ts';

export interface ManualChargeBody {
  type: 'sourced';
  source_charge: { id: string; invoice_item_charge_type: string };
  description?: string | null;
  status?: 'DRAFT';
  quantity?: string;
  unit_price?: string;
  start_date?: string;
  end_date?: string;
  effective_date?: string;
  taxable?: boolean;
  reason?: { id: string; reason_type: string };
}

interface Sourced {
  readonly invoice: Invoice;
  readonly item: InvoiceItem;
}

function sourceOf(
  { tables }: Tenant,
  { id, invoice_item_charge_type: type }: ManualChargeBody['source_charge'],
): Sourced {
  const item = tables.invoiceItem.first(
    `EXISTS (SELECT 1 FROM json_each(doc, '$.invoice_item_charges') x WHERE json_extract(x.value, '$.id') = ?)`,
    id,
  );
  const charge = item?.invoice_item_charges.find((one) => one.id === id);
  if (!item || !charge) throw invalid(`source_charge.id: there is no charge "${id}".`);
  if (charge.invoice_item_charge_type !== type)
    throw invalid(
      `source_charge.invoice_item_charge_type must be ${charge.invoice_item_charge_type} for this charge.`,
    );
  return { item, invoice: tables.invoice.require(item.invoice_id) };
}

function checkReason({ tables }: Tenant, { reason }: ManualChargeBody): void {
  if (!reason) return;
  const found = tables.reason.get(reason.id);
  if (found?.kind !== reason.reason_type)
    throw invalid(`reason.id: there is no ${reason.reason_type} reason "${reason.id}".`);
}

/** Makes a charge that comes on the account's next invoice. */
export function createManualCharge(tenant: Tenant, body: ManualChargeBody): unknown {
  const { item, invoice } = sourceOf(tenant, body.source_charge);
  checkReason(tenant, body);
  const account = tenant.tables.account.require(invoice.billing_account.id);
  const quantity = amountOf(body.quantity ?? item.quantity);
  if (!quantity.greaterThan(0)) throw invalid('quantity must be greater than 0.');
  const unit = amountOf(body.unit_price ?? item.unit_amount);
  const amount = rounded(unit.times(quantity), account.currency_code);
  const charge = addCharge(tenant, account, {
    type: 'ADDITIONAL_FEE',
    ...(item.service && { service: item.service }),
    quantity: decimalText(quantity),
    unit_amount: decimalText(unit),
    amount: moneyText(amount, account.currency_code),
    description: body.description ?? item.description,
    taxable: body.taxable ?? item.taxable,
    ...(body.start_date && { charge_start_date: body.start_date }),
    ...(body.end_date && { charge_end_date: body.end_date }),
  });
  return {
    ...body,
    id: charge.id,
    status: 'DRAFT',
    quantity: charge.quantity,
    unit_price: charge.unit_amount,
    taxable: charge.taxable,
    description: charge.description,
  };
}
