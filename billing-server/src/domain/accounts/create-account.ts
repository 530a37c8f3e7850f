/** Makes billing accounts. @documented S8, S14, S15, S18, S22 */
import { duplicate, invalid } from '../../http/problem.ts';
import { amountOf, moneyText } from '../../money/decimal.ts';
import { indexValues, makeValues, type CustomFieldValueBody } from '../custom-fields/values.ts';
import type { BillCycle, BillingAccountCategory } from '../reference/records.ts';
import type { Tenant } from '../tenant.ts';
import { makeDunningState, type DunningStateBody } from './dunning-state.ts';
import { makeParty, type PartyBody, type PersonBody } from './parties.ts';
import type { Account } from './records.ts';

/** What a caller may say of an account; which of it is required differs between create and update. */
export interface AccountBody {
  account_num?: string;
  external_account_num?: string | null;
  bill_type?: string;
  bill_cycle: { id: string; bill_cycle_type: string };
  responsible_party: PartyBody;
  billing_account_category: { id: string };
  payment_term?: { id: string } | null;
  currency_code?: string;
  start_date?: string;
  tax_exempt?: boolean;
  auto_payment_authorized?: boolean;
  contacts?: PersonBody[];
  custom_field_values?: CustomFieldValueBody[];
  responsible_account?: { id: string };
  parent_billing_account?: { id: string } | null;
  dunning_state?: DunningStateBody | null;
  background_allocation?: boolean;
  preferred_language_code?: string | null;
  minimum_invoice_amount?: string | null;
  calculate_kpi_async?: boolean;
}

/** First account number of an empty tenant. */
const FIRST_NUMBER = 1001;

/** @throws Problem 422 */
export function cycleOf(
  { tables }: Tenant,
  { id, bill_cycle_type: type }: AccountBody['bill_cycle'],
): BillCycle {
  const cycle = tables.billCycle.get(id);
  if (!cycle) throw invalid(`bill_cycle.id: there is no bill cycle "${id}".`);
  if (cycle.bill_cycle_type !== type)
    throw invalid(`bill_cycle.bill_cycle_type must be ${cycle.bill_cycle_type} for this bill cycle.`);
  return cycle;
}

/** @throws Problem 422 */
export function categoryOf({ tables }: Tenant, { id }: { id: string }): BillingAccountCategory {
  const category = tables.category.get(id);
  if (!category) throw invalid(`billing_account_category.id: there is no category "${id}".`);
  if (category.status !== 'ACTIVE')
    throw invalid(`billing_account_category.id: the category ${category.name} is ${category.status}.`);
  return category;
}

function termOf(
  { tables }: Tenant,
  body: AccountBody,
  category: BillingAccountCategory,
): { id: string } | null {
  const id = body.payment_term?.id ?? category.default_payment_term_id;
  if (id === undefined) return null;
  if (!tables.paymentTerm.get(id)) throw invalid(`payment_term.id: there is no payment term "${id}".`);
  return { id };
}

/** @throws Problem 422 */
export function checkCurrency({ tables }: Tenant, code: string): string {
  if (!tables.currency.first('code = ?', code))
    throw invalid(`currency_code: the tenant does not bill in "${code}".`);
  return code;
}

/** Nothing public says that the key is unique, so it is a switch. @inferred */
export function checkExternalNumber(tenant: Tenant, number: string | null | undefined, own?: string): void {
  if (!number || tenant.settings.duplicateExternalAccountNum === 'accept') return;
  const other = tenant.tables.account.first('external_account_num = ? AND id <> ?', number, Number(own ?? 0));
  if (other)
    throw duplicate(
      `external_account_num: "${number}" belongs to the billing account ${other.account_num} already.`,
    );
}

/** The given number, or the next one that is free. @inferred that a caller may give it */
export function accountNumber(tenant: Tenant, given: string | undefined): string {
  const isTaken = (number: string): boolean =>
    tenant.tables.account.first('account_num = ?', number) !== undefined;
  if (given !== undefined) {
    if (given === '') throw invalid('account_num must not be empty.');
    if (isTaken(given)) throw duplicate(`account_num: "${given}" is taken.`);
    return given;
  }
  let number: string;
  do number = tenant.nextId('account_num', FIRST_NUMBER);
  while (isTaken(number));
  return number;
}

/** @throws Problem 422 */
export function accountIdOf({ tables }: Tenant, field: string, { id }: { id: string }): { id: string } {
  if (!tables.account.get(id)) throw invalid(`${field}.id: there is no billing account "${id}".`);
  return { id };
}

function linksOf(
  tenant: Tenant,
  { responsible_account: payer, parent_billing_account: parent }: AccountBody,
): Partial<Account> {
  return {
    ...(payer && { responsible_account: accountIdOf(tenant, 'responsible_account', payer) }),
    ...(parent && { parent_billing_account: accountIdOf(tenant, 'parent_billing_account', parent) }),
  };
}

/** What the caller says and no rule touches. */
export function plainProperties(body: Partial<AccountBody>, currency: string): Partial<Account> {
  const {
    background_allocation,
    preferred_language_code,
    minimum_invoice_amount: least,
    calculate_kpi_async,
  } = body;
  if (least && amountOf(least).isNegative()) throw invalid('minimum_invoice_amount must not be negative.');
  return {
    ...(background_allocation !== undefined && { background_allocation }),
    ...(preferred_language_code !== undefined && { preferred_language_code }),
    ...(least !== undefined && { minimum_invoice_amount: least && moneyText(amountOf(least), currency) }),
    ...(calculate_kpi_async !== undefined && { calculate_kpi_async }),
  };
}

/** Makes an account. PENDING turns ACTIVE by itself, at once unless it starts later. @documented S53 */
export function createAccount(tenant: Tenant, body: AccountBody): Account {
  const cycle = cycleOf(tenant, body.bill_cycle);
  const category = categoryOf(tenant, body.billing_account_category);
  const currency = checkCurrency(tenant, body.currency_code ?? cycle.currency_code);
  checkExternalNumber(tenant, body.external_account_num);
  const id = tenant.tables.account.nextId();
  const start = body.start_date ?? tenant.now();
  const isLater = start > tenant.now();
  const account: Account = {
    id,
    account_num: accountNumber(tenant, body.account_num),
    external_account_num: body.external_account_num ?? null,
    bill_type: body.bill_type ?? 'EMAIL',
    bill_cycle: { id: cycle.id },
    responsible_party: makeParty(tenant, id, body.responsible_party),
    billing_account_category: { id: category.id },
    payment_term: termOf(tenant, body, category),
    currency_code: currency,
    status: isLater ? 'PENDING' : 'ACTIVE',
    balance: moneyText(amountOf(0), currency),
    start_date: start,
    tax_exempt: body.tax_exempt ?? false,
    auto_payment_authorized: body.auto_payment_authorized ?? false,
    recurring_payments: [],
    contacts: (body.contacts ?? []).map((contact) => makeParty(tenant, id, contact)),
    custom_field_values: makeValues(tenant, 'billing-account', body.custom_field_values),
    ...linksOf(tenant, body),
    ...(body.dunning_state && { dunning_state: makeDunningState(tenant, body.dunning_state) }),
    ...plainProperties(body, currency),
  };
  tenant.tables.account.insert(account);
  indexValues(tenant, 'billing-account', id, account.custom_field_values);
  if (isLater) tenant.work.schedule(start, 'account-status', id, 'ACTIVE');
  tenant.note('billing-account', id, `Created as ${account.status}`);
  return account;
}
