/** Changes accounts. That it can be done is documented (S14), what exactly is inferred. */
import { invalid } from '../../http/problem.ts';
import { addable, indexValues, makeValue } from '../custom-fields/values.ts';
import type { Tenant } from '../tenant.ts';
import {
  accountIdOf,
  accountNumber,
  categoryOf,
  checkCurrency,
  checkExternalNumber,
  cycleOf,
  plainProperties,
  type AccountBody,
} from './create-account.ts';
import { makeDunningState } from './dunning-state.ts';
import { changedParty, makeParty, type PartyBody } from './parties.ts';
import type { Account, Party } from './records.ts';

function changedResponsibleParty(
  tenant: Tenant,
  { responsible_party: party }: Account,
  body: PartyBody,
): Party {
  if (body.party_type !== party.party_type) throw invalid('responsible_party.party_type can not be changed.');
  return changedParty(tenant, party, body);
}

function changedNumbers(tenant: Tenant, account: Account, body: Partial<AccountBody>): Partial<Account> {
  const { account_num: number, external_account_num: external } = body;
  if (external !== undefined) checkExternalNumber(tenant, external, account.id);
  const isNew = number !== undefined && number !== account.account_num;
  return {
    ...(external !== undefined && { external_account_num: external }),
    ...(isNew && { account_num: accountNumber(tenant, number) }),
  };
}

/** A currency can't change once money is counted in it. @inferred */
function changedCurrency(tenant: Tenant, account: Account, code: string | undefined): Partial<Account> {
  if (code === undefined || code === account.currency_code) return {};
  const { store, tables } = tenant;
  const isUsed =
    tables.service.count('account_id = ?', Number(account.id)) > 0 ||
    store.get('SELECT 1 FROM charge WHERE pending_account = ?', Number(account.id)) !== undefined ||
    tables.invoice.count('account_id = ?', Number(account.id)) > 0;
  if (isUsed) throw invalid('currency_code can not be changed after the account has been charged.');
  return { currency_code: checkCurrency(tenant, code) };
}

function changedLinks(tenant: Tenant, account: Account, body: Partial<AccountBody>): Partial<Account> {
  const { responsible_account: payer, parent_billing_account: parent, payment_term: term } = body;
  if (parent?.id === account.id)
    throw invalid('parent_billing_account.id: an account is not its own parent.');
  if (term && !tenant.tables.paymentTerm.get(term.id))
    throw invalid(`payment_term.id: there is no payment term "${term.id}".`);
  return {
    ...(payer && { responsible_account: accountIdOf(tenant, 'responsible_account', payer) }),
    ...(parent !== undefined && {
      parent_billing_account: parent && accountIdOf(tenant, 'parent_billing_account', parent),
    }),
    ...(term !== undefined && { payment_term: term && { id: term.id } }),
  };
}

/** Values that are given replace those of the same fields; the others stay. */
function changedValues(
  tenant: Tenant,
  account: Account,
  bodies: AccountBody['custom_field_values'],
): Partial<Account> {
  if (!bodies) return {};
  const made = bodies.map((body) => makeValue(tenant, 'billing-account', body));
  made.forEach((value, at) => addable(made.slice(0, at), value));
  const fields = new Set(made.map(({ custom_field: { id } }) => id));
  const values = [
    ...account.custom_field_values.filter(({ custom_field: { id } }) => !fields.has(id)),
    ...made,
  ];
  indexValues(tenant, 'billing-account', account.id, values);
  return { custom_field_values: values };
}

/** Cycle and category by their own rules; a cycle changes for what is billed next. */
function changedSetup(
  tenant: Tenant,
  { bill_cycle: cycle, billing_account_category: category }: Partial<AccountBody>,
): Partial<Account> {
  return {
    ...(cycle && { bill_cycle: { id: cycleOf(tenant, cycle).id } }),
    ...(category && { billing_account_category: { id: categoryOf(tenant, category).id } }),
  };
}

function changedFlags({
  bill_type,
  tax_exempt,
  auto_payment_authorized,
}: Partial<AccountBody>): Partial<Account> {
  return {
    ...(bill_type !== undefined && { bill_type }),
    ...(tax_exempt !== undefined && { tax_exempt }),
    ...(auto_payment_authorized !== undefined && { auto_payment_authorized }),
  };
}

function changedStart(account: Account, start: string | undefined): Partial<Account> {
  if (start === undefined || start === account.start_date) return {};
  if (account.status !== 'PENDING')
    throw invalid(`start_date can not be changed while the account is ${account.status}.`);
  return { start_date: start };
}

/** Changes what the body names and leaves the rest. @throws Problem 422 */
export function updateAccount(tenant: Tenant, account: Account, body: Partial<AccountBody>): Account {
  if (account.status === 'CLOSED') throw invalid('status: a CLOSED billing account can not be changed.');
  const start = changedStart(account, body.start_date);
  const changed: Account = {
    ...account,
    ...changedNumbers(tenant, account, body),
    ...changedSetup(tenant, body),
    ...changedFlags(body),
    ...changedCurrency(tenant, account, body.currency_code),
    ...changedLinks(tenant, account, body),
    ...changedValues(tenant, account, body.custom_field_values),
    ...plainProperties(body, account.currency_code),
    ...start,
    ...(body.responsible_party && {
      responsible_party: changedResponsibleParty(tenant, account, body.responsible_party),
    }),
    ...(body.contacts && {
      contacts: body.contacts.map((contact) => makeParty(tenant, account.id, contact)),
    }),
    ...(body.dunning_state && {
      dunning_state: makeDunningState(tenant, body.dunning_state, account.dunning_state),
    }),
  };
  if (start.start_date !== undefined) {
    tenant.work.cancel('account-status', account.id);
    tenant.work.schedule(start.start_date, 'account-status', account.id, 'ACTIVE');
  }
  tenant.note('billing-account', account.id, 'Changed');
  return tenant.tables.account.update(changed);
}
