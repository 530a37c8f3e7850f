/**
 * The life of an account.
 *
 *     PENDING -> ACTIVE <-> SUSPENDED
 *     ACTIVE | SUSPENDED | COLLECTION -> DEACTIVATED -> FINAL_BILL -> CLOSED
 *
 * PENDING is short (S53); the other names are from 1.x and the arrows are inferred.
 */
import { invalid } from '../../http/problem.ts';
import { amountOf } from '../../money/decimal.ts';
import type { Tenant } from '../tenant.ts';
import type { Account, AccountStatus } from './records.ts';

const NEXT: Readonly<Record<AccountStatus, readonly AccountStatus[]>> = {
  PENDING: ['ACTIVE', 'DEACTIVATED'],
  ACTIVE: ['SUSPENDED', 'COLLECTION', 'DEACTIVATED'],
  SUSPENDED: ['ACTIVE', 'DEACTIVATED'],
  COLLECTION: ['ACTIVE', 'DEACTIVATED'],
  DEACTIVATED: ['FINAL_BILL'],
  FINAL_BILL: ['CLOSED'],
  CLOSED: [],
};

/** Commands of the API say what they need. */
export type AccountCommand = 'SUSPENDED' | 'ACTIVE' | 'DEACTIVATED';
const FROM: Readonly<Record<AccountCommand, readonly AccountStatus[]>> = {
  SUSPENDED: ['ACTIVE'],
  ACTIVE: ['SUSPENDED'],
  DEACTIVATED: ['PENDING', 'ACTIVE', 'SUSPENDED', 'COLLECTION'],
};

export interface StatusBody {
  reason?: { id: string };
  start_date?: string;
  notes?: string;
}

/** Accounts that may be sold to and charged. */
export function isUsable({ status }: Account): boolean {
  return status === 'ACTIVE' || status === 'COLLECTION';
}

/** Whether the diagram has the arrow. */
export function mayBecome(from: AccountStatus, to: AccountStatus): boolean {
  return NEXT[from].includes(to);
}

/** Follows an arrow of the diagram, now. */
export function setAccountStatus(
  tenant: Tenant,
  account: Account,
  status: AccountStatus,
  why?: string,
): Account {
  const ended = status === 'DEACTIVATED' ? { end_date: tenant.now() } : {};
  const changed = tenant.tables.account.update({ ...account, ...ended, status });
  tenant.note('billing-account', account.id, `${account.status} -> ${status}${why ? `: ${why}` : ''}`);
  return changed;
}

function checkReason({ tables }: Tenant, { reason }: StatusBody): void {
  if (reason && !tables.reason.get(reason.id)) throw invalid(`reason.id: there is no reason "${reason.id}".`);
}

/**
 * Does a command now, or schedules it.
 *
 * @param onDeactivated ends the account's services, which this module knows nothing of.
 */
export function commandStatus(
  tenant: Tenant,
  account: Account,
  status: AccountCommand,
  body: StatusBody,
  onDeactivated: (account: Account) => void,
): Account {
  if (!FROM[status].includes(account.status)) {
    throw invalid(`status: a billing account that is ${account.status} can not become ${status}.`);
  }
  checkReason(tenant, body);
  if (body.start_date !== undefined && body.start_date > tenant.now()) {
    tenant.work.schedule(body.start_date, 'account-status', account.id, status);
    tenant.note('billing-account', account.id, `${status} scheduled`);
    return account;
  }
  const changed = setAccountStatus(tenant, account, status, body.notes);
  if (status === 'DEACTIVATED') onDeactivated(changed);
  return tenant.tables.account.require(account.id);
}

/** What was scheduled, if the account may still become it. */
export function dueStatus(
  tenant: Tenant,
  id: string,
  status: AccountStatus,
  onDeactivated: (account: Account) => void,
): void {
  const account = tenant.tables.account.get(id);
  if (!account || !mayBecome(account.status, status)) return;
  const changed = setAccountStatus(tenant, account, status, 'as scheduled');
  if (status === 'DEACTIVATED') onDeactivated(changed);
}

/** Closes an account that has had its final bill and owes nothing, on no invoice. */
export function closeIfSettled(tenant: Tenant, account: Account): void {
  if (account.status !== 'FINAL_BILL' || amountOf(account.balance).greaterThan(0)) return;
  if (tenant.tables.invoice.count('open_account = ?', Number(account.id)) > 0) return;
  setAccountStatus(tenant, account, 'CLOSED', 'nothing is owed');
}
