/** Makes an invoice of what an account owes. Minimal arithmetic: charges, one flat tax, no fees of its own. */
import { amountOf, decimalText, moneyText, rounded, sum, type Amount } from '../../money/decimal.ts';
import type { Account } from '../accounts/records.ts';
import { applyWhatIsLeft, moveBalance, settle } from '../payments/ledger.ts';
import type { Tenant } from '../tenant.ts';
import { addCharge, chargeService } from './charges.ts';
import type { Charge, Invoice, InvoiceItemCharge } from './records.ts';

/** How the charge of an item is called, by the item's type. The discriminator is documented (S35), its values are not. */
const CHARGE_TYPES: Readonly<Record<Charge['type'], string>> = {
  SERVICE: 'recurring',
  PRODUCT: 'one-time',
  USAGE: 'usage',
  ADJUSTMENT: 'adjustment',
  ADDITIONAL_FEE: 'fee',
  TAX: 'tax',
};

function pendingOf({ tables }: Tenant, { id }: Account): Charge[] {
  return tables.charge.where('pending_account = ?', Number(id));
}

/** One flat tax on the sum of what is taxable; never negative. */
function taxOn(tenant: Tenant, account: Account, charges: readonly Charge[]): Amount {
  const base = sum(charges.filter(({ taxable }) => taxable).map(({ amount }) => amount));
  if (account.tax_exempt || !base.greaterThan(0)) return amountOf(0);
  return rounded(base.times(tenant.settings.taxPercent).dividedBy(100), account.currency_code);
}

function addTax(tenant: Tenant, account: Account, tax: Amount): Charge {
  const amount = moneyText(tax, account.currency_code);
  // Tax is owed by the account that pays, so it must not wander on to another payer.
  const { responsible_account: _payer, ...self } = account;
  return addCharge(tenant, self, {
    type: 'TAX',
    quantity: '1',
    unit_amount: amount,
    amount,
    description: `Tax ${tenant.settings.taxPercent}%`,
    taxable: false,
  });
}

function itemCharge(tenant: Tenant, { type, amount, description }: Charge): InvoiceItemCharge {
  return {
    id: tenant.nextId('invoice_item_charge', 99_001),
    invoice_item_charge_type: CHARGE_TYPES[type],
    amount,
    charge_description: description,
    ...(type === 'TAX' && { tax_rate: tenant.settings.taxPercent, tax_description: description }),
  };
}

function putOn(tenant: Tenant, invoice: Invoice, charge: Charge): void {
  const { tables } = tenant;
  tables.charge.update({ ...charge, invoice_id: invoice.id });
  tables.invoiceItem.insert({
    invoice_id: invoice.id,
    type: charge.type,
    ...(charge.service && { service: charge.service }),
    quantity: charge.quantity,
    unit_amount: charge.unit_amount,
    total_amount: charge.amount,
    description: charge.description,
    taxable: charge.taxable,
    ...(charge.charge_start_date && { charge_start_date: charge.charge_start_date }),
    ...(charge.charge_end_date && { charge_end_date: charge.charge_end_date }),
    ...(charge.prorated_percentage && { prorated_percentage: charge.prorated_percentage }),
    invoice_item_charges: [itemCharge(tenant, charge)],
  });
  const adjustment =
    charge.adjustment_id === undefined ? undefined : tables.adjustment.get(charge.adjustment_id);
  if (adjustment) tables.adjustment.update({ ...adjustment, invoiced: true });
  if (charge.usage) closeUsage(tenant, charge);
}

/** Events on an invoice can't be voided any more. @documented S31 */
function closeUsage({ tables }: Tenant, { id }: Charge): void {
  for (const event of tables.usageEvent.where('period_id = ? AND voided = 0', Number(id))) {
    tables.usageEvent.update({ ...event, closed: true });
  }
}

/** The end of the day on which the account's term lets the invoice fall due. */
function dueDate(tenant: Tenant, { payment_term: term }: Account): string {
  const days = (term && tenant.tables.paymentTerm.get(term.id)?.days) ?? 0;
  return tenant.zone.plusDays(tenant.zone.startOfDay(tenant.now()), days);
}

function insertInvoice(tenant: Tenant, account: Account, total: Amount): Invoice {
  const amount = moneyText(total, account.currency_code);
  const isOwed = total.greaterThan(0);
  return tenant.tables.invoice.insert({
    invoice_num: `INV-${tenant.nextId('invoice_num', 10_001)}`,
    amount,
    status: isOwed ? 'OPEN' : 'CLOSED',
    billing_account: { id: account.id },
    currency_code: account.currency_code,
    description: null,
    occurred_on: tenant.now(),
    due_date: dueDate(tenant, account),
    paid_date: isOwed ? null : tenant.now(),
    amount_to_pay: amount,
    late_fee_charged: false,
    external_invoice_num: null,
    disputed: false,
    overdue: false,
  });
}

/** What happens to an invoice later. */
function scheduleFor(tenant: Tenant, account: Account, invoice: Invoice): void {
  if (invoice.status !== 'OPEN') return;
  tenant.work.schedule(tenant.zone.plusDays(invoice.due_date, 1), 'invoice-overdue', invoice.id);
  if (!account.auto_payment_authorized) return;
  const offset = tenant.tables.category.get(account.billing_account_category.id)?.auto_pay_offset ?? 0;
  tenant.work.schedule(tenant.zone.plusDays(tenant.now(), offset), 'auto-payment', invoice.id);
}

/** Waits for the next run: credits alone, or less than the account's least amount. */
function mayWait({ minimum_invoice_amount: least }: Account, total: Amount): boolean {
  return total.isNegative() || (least ? total.lessThan(least) : false);
}

/** Charges of an account's services that are due now become pending. */
export function chargeAccount(tenant: Tenant, account: Account): void {
  for (const service of tenant.tables.service.where('billable_account = ?', Number(account.id))) {
    chargeService(tenant, account, service, tenant.now());
  }
}

export interface InvoiceOptions {
  /** Bills even what would wait otherwise. */
  readonly isFinal?: boolean;
  /** Only these charges; all pending ones where absent. */
  readonly only?: (charge: Charge) => boolean;
}

/** Puts pending charges on an invoice, if there are any to bill. */
export function makeInvoice(
  tenant: Tenant,
  accountId: string,
  { isFinal = false, only }: InvoiceOptions = {},
): Invoice | undefined {
  const account = tenant.tables.account.require(accountId);
  const charges = pendingOf(tenant, account).filter((charge) => only?.(charge) ?? true);
  if (charges.length === 0) return undefined;
  const tax = taxOn(tenant, account, charges);
  const total = sum(charges.map(({ amount }) => amount)).plus(tax);
  if (!isFinal && mayWait(account, total)) return undefined;
  const invoice = insertInvoice(tenant, account, total);
  const all = tax.isZero() ? charges : [...charges, addTax(tenant, account, tax)];
  for (const charge of all) putOn(tenant, invoice, charge);
  moveBalance(tenant, account.id, total);
  scheduleFor(tenant, account, invoice);
  applyWhatIsLeft(tenant, account.id);
  settle(tenant, account.id);
  tenant.note('invoice', invoice.id, `Made with ${all.length} items`);
  tenant.note('billing-account', account.id, `Invoice ${invoice.invoice_num} of ${decimalText(total)}`);
  tenant.notify({
    event: 'distribute_invoice',
    entity_type: 'invoice',
    entity_id: invoice.id,
    billing_account_id: account.id,
    status: invoice.status,
  });
  return tenant.tables.invoice.require(invoice.id);
}
