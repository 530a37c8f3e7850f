/** Handlers of accounts, their payment methods, dunning and parties. */
import { accountView, activeMethods, recurringPaymentView } from '../domain/accounts/account-view.ts';
import { commandStatus, type AccountCommand, type StatusBody } from '../domain/accounts/account-status.ts';
import { createAccount, cycleOf, type AccountBody } from '../domain/accounts/create-account.ts';
import { makeDunningState, type DunningStateBody } from '../domain/accounts/dunning-state.ts';
import { ACCOUNT_PARAMETERS } from '../domain/accounts/parameters.ts';
import { changedParty, makeAddress, type AddressBody, type PartyBody } from '../domain/accounts/parties.ts';
import {
  addPaymentMethod,
  endPaymentMethod,
  type RecurringPaymentBody,
} from '../domain/accounts/payment-methods.ts';
import type { Account, Party } from '../domain/accounts/records.ts';
import { updateAccount } from '../domain/accounts/update-account.ts';
import { billOnDemand } from '../domain/invoices/bill-run.ts';
import { deactivateServicesOf } from '../domain/services/deactivate.ts';
import type { Tenant } from '../domain/tenant.ts';
import { invalid, notFound } from '../http/problem.ts';
import { pageOfMembers, pageOfTable } from './lists.ts';
import { param, type Call, type Handlers } from './operation.ts';

const accountOf = (call: Call<unknown>): Account => call.tenant.tables.account.require(param(call, 'id'));

function command(status: AccountCommand) {
  return (call: Call<StatusBody>): unknown => {
    const { tenant, body } = call;
    const endServices = (account: Account): void => deactivateServicesOf(tenant, account);
    return accountView(tenant, commandStatus(tenant, accountOf(call), status, body, endServices));
  };
}

function moveToCycle(call: Call<Pick<AccountBody, 'bill_cycle'>>): unknown {
  const { tenant, body } = call;
  const account = accountOf(call);
  if (account.status === 'CLOSED') throw invalid('status: a CLOSED billing account can not be moved.');
  const cycle = cycleOf(tenant, body.bill_cycle);
  tenant.note('billing-account', account.id, `Moved to the bill cycle ${cycle.name}`);
  return accountView(tenant, tenant.tables.account.update({ ...account, bill_cycle: { id: cycle.id } }));
}

function setDunning(call: Call<DunningStateBody>): unknown {
  const { tenant, body } = call;
  const account = accountOf(call);
  const state = makeDunningState(tenant, body, account.dunning_state);
  tenant.tables.account.update({ ...account, dunning_state: state });
  return state;
}

/** Finds a party as responsible party or as contact, and stores what `change` makes of it. */
function changeParty(
  tenant: Tenant,
  id: string,
  type: Party['party_type'],
  change: (party: Party) => Party,
): Party {
  const entity = type === 'person' ? 'person' : 'organization';
  const entry = tenant.tables.party.get(id);
  const account = entry?.party_type === type ? tenant.tables.account.get(entry.account.id) : undefined;
  const parties: Party[] = account ? [account.responsible_party, ...account.contacts] : [];
  const found = parties.find((party) => party.id === id);
  if (!account || !found) throw notFound(entity);
  const changed = change(found);
  const swap = <Kind extends Party>(party: Kind): Kind => (party.id === id ? (changed as Kind) : party);
  tenant.tables.account.update({
    ...account,
    responsible_party: swap(account.responsible_party),
    contacts: account.contacts.map(swap),
  });
  return changed;
}

function updateParty(type: Party['party_type']) {
  return (call: Call<Partial<PartyBody>>): unknown => {
    const { tenant, body } = call;
    if (body.party_type !== undefined && body.party_type !== type)
      throw invalid(`party_type must be ${type}.`);
    return changeParty(tenant, param(call, 'id'), type, (party) => changedParty(tenant, party, body));
  };
}

function addAddress(type: Party['party_type']) {
  return (call: Call<AddressBody>): unknown => {
    const { tenant, body } = call;
    const address = makeAddress(tenant, body);
    changeParty(tenant, param(call, 'id'), type, (party) => ({
      ...party,
      addresses: [...party.addresses, address],
    }));
    return address;
  };
}

export const accountHandlers: Handlers = {
  'BillingAccount.list': (call) =>
    pageOfTable(call, { table: call.tenant.tables.account, parameters: ACCOUNT_PARAMETERS }, (account) =>
      accountView(call.tenant, account),
    ),
  'BillingAccount.read': (call) => accountView(call.tenant, accountOf(call)),
  'BillingAccount.create': ({ tenant, body }: Call<AccountBody>) =>
    accountView(tenant, createAccount(tenant, body)),
  'BillingAccount.update': (call: Call<Partial<AccountBody>>) =>
    accountView(call.tenant, updateAccount(call.tenant, accountOf(call), call.body)),
  'BillingAccount.suspend': command('SUSPENDED'),
  'BillingAccount.resume': command('ACTIVE'),
  'BillingAccount.deactivate': command('DEACTIVATED'),
  'BillingAccount.moveToBillCycle': moveToCycle,
  'BillingAccount.billOnDemand': (call) => {
    billOnDemand(call.tenant, accountOf(call));
    return accountView(call.tenant, accountOf(call));
  },
  'RecurringPayment.list': (call) => {
    const account = accountOf(call);
    return pageOfMembers(
      call,
      activeMethods(account).map((method) => recurringPaymentView(account, method)),
    );
  },
  'RecurringPayment.create': (call: Call<RecurringPaymentBody>) => {
    const account = accountOf(call);
    return recurringPaymentView(account, addPaymentMethod(call.tenant, account, call.body));
  },
  'RecurringPayment.end': (call) => endPaymentMethod(call.tenant, accountOf(call), param(call, 'rp_id')),
  'DunningState.read': (call) => {
    const { dunning_state: state } = accountOf(call);
    if (!state) throw notFound('dunning_state', 'billing_account');
    return state;
  },
  'DunningState.set': setDunning,
  'Person.update': updateParty('person'),
  'Person.addAddress': addAddress('person'),
  'Organization.update': updateParty('organization'),
  'Organization.addAddress': addAddress('organization'),
};
