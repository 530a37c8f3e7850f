/** What a printed invoice says, collected from records. */
import type { Address, Party } from '../domain/accounts/records.ts';
import type { Invoice, InvoiceItem } from '../domain/invoices/records.ts';
import type { Tenant } from '../domain/tenant.ts';
import { amountOf, moneyText, sum, type Amount } from '../money/decimal.ts';

/** One printed line. */
export interface InvoiceLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitAmount: string;
  readonly amount: string;
}

/** A printed invoice; money has all digits of its currency, days are calendar days of the tenant. */
export interface InvoiceContent {
  readonly number: string;
  readonly accountNumber: string;
  readonly currency: string;
  /** The instant that the file says it was made at. */
  readonly issuedAt: string;
  readonly issued: string;
  readonly due: string;
  readonly term: string | undefined;
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  readonly lines: readonly InvoiceLine[];
  readonly net: string;
  readonly taxes: readonly InvoiceLine[];
  readonly total: string;
  readonly paid: string;
  readonly toPay: string;
}

/** Who sends invoices: the API has no record of the tenant itself. */
const SENDER = ['Example Communications', '1 Exchange Square', 'Austin, TX 78701', 'USA'] as const;

const isText = (text: string | null | undefined): text is string => Boolean(text);

function postalLines(address: Address | undefined): string[] {
  if (!address) return [];
  const { attention, line1, line2, city, region_or_state: region, postal_code: code, country } = address;
  const place = [city, [region, code].filter(isText).join(' ')].filter(isText).join(', ');
  return [attention, line1, line2, place, country].filter(isText);
}

function recipientOf(party: Party): string[] {
  const name =
    party.party_type === 'organization' ? party.organization_name : `${party.first_name} ${party.last_name}`;
  const postal = party.addresses.filter(({ address_type: type }) => type === 'postal');
  return [name, ...postalLines(postal.find(({ purpose }) => purpose === 'BILLING') ?? postal[0])];
}

/** Unit prices may have more digits than the currency, as those of usage do, but are printed with no fewer. */
function unitText(amount: string, currency: string): string {
  const text = moneyText(amountOf(amount), currency);
  return amountOf(text).equals(amount) ? text : amount;
}

function lineOf(
  { description, quantity, unit_amount: unit, total_amount: amount }: InvoiceItem,
  currency: string,
): InvoiceLine {
  return { description, quantity, unitAmount: unitText(unit, currency), amount };
}

const totalOf = (items: readonly InvoiceItem[]): Amount =>
  sum(items.map(({ total_amount: amount }) => amount));

/** @throws Problem 404 where the account of the invoice is gone. */
export function invoiceContent({ tables, zone }: Tenant, invoice: Invoice): InvoiceContent {
  const account = tables.account.require(invoice.billing_account.id);
  const items = tables.invoiceItem.where('invoice_id = ?', Number(invoice.id));
  const taxes = items.filter(({ type }) => type === 'TAX');
  const others = items.filter(({ type }) => type !== 'TAX');
  const money = (amount: Amount): string => moneyText(amount, invoice.currency_code);
  return {
    number: invoice.invoice_num,
    accountNumber: account.account_num,
    currency: invoice.currency_code,
    issuedAt: invoice.occurred_on,
    issued: zone.day(invoice.occurred_on),
    due: zone.day(invoice.due_date),
    term: account.payment_term ? tables.paymentTerm.get(account.payment_term.id)?.name : undefined,
    sender: SENDER,
    recipient: recipientOf(account.responsible_party),
    lines: others.map((one) => lineOf(one, invoice.currency_code)),
    net: money(totalOf(others)),
    taxes: taxes.map((one) => lineOf(one, invoice.currency_code)),
    total: invoice.amount,
    paid: money(sum([invoice.amount]).minus(invoice.amount_to_pay)),
    toPay: invoice.amount_to_pay,
  };
}
