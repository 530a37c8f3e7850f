/** Bill cycles: at the end of each period all its accounts are billed. */
import { invalid } from '../../http/problem.ts';
import { setAccountStatus } from '../accounts/account-status.ts';
import type { Account } from '../accounts/records.ts';
import { closeIfSettled } from '../accounts/account-status.ts';
import type { BillCycle } from '../reference/records.ts';
import type { Tenant } from '../tenant.ts';
import { chargeAccount, makeInvoice } from './make-invoice.ts';
import { cycleEnd } from './periods.ts';

/** Accounts of the cycle that may have something to bill; the others are not even read. */
const TO_BILL = `bill_cycle_id = ? AND (
  id IN (SELECT billable_account FROM service WHERE billable_account IS NOT NULL)
  OR id IN (SELECT pending_account FROM charge WHERE pending_account IS NOT NULL)
  OR status = 'DEACTIVATED')`;

/** The final bill of a deactivated account. @inferred 6.4 */
function finish(tenant: Tenant, id: string): void {
  const account = tenant.tables.account.require(id);
  if (account.status === 'DEACTIVATED')
    closeIfSettled(tenant, setAccountStatus(tenant, account, 'FINAL_BILL'));
}

/** Ends the cycle's open period: charges first, because an account may pay for others, then invoices. */
export function runBillCycle(tenant: Tenant, cycleId: string): void {
  const cycle = tenant.tables.billCycle.get(cycleId);
  if (!cycle) return;
  const accounts = tenant.tables.account.where(TO_BILL, Number(cycle.id));
  for (const account of accounts) chargeAccount(tenant, account);
  const payers = new Set([
    ...accounts.map(({ id }) => id),
    ...accounts.flatMap(({ responsible_account: payer }) => payer?.id ?? []),
  ]);
  const final = new Set(accounts.filter(({ status }) => status === 'DEACTIVATED').map(({ id }) => id));
  for (const id of payers) makeInvoice(tenant, id, { isFinal: final.has(id) });
  for (const id of final) finish(tenant, id);
  startPeriod(tenant, { ...cycle, start_date: cycle.end_date });
}

/** Opens the period that starts at the cycle's start date and schedules its end. */
export function startPeriod(tenant: Tenant, cycle: BillCycle): void {
  const end = cycleEnd(tenant.zone, cycle.bill_cycle_type, cycle.start_date);
  tenant.tables.billCycle.update({ ...cycle, end_date: end });
  tenant.work.cancel('bill-cycle', cycle.id);
  tenant.work.schedule(end, 'bill-cycle', cycle.id);
}

/** Bills an account now instead of at the end of its cycle. @inferred 1.x */
export function billOnDemand(tenant: Tenant, account: Account): void {
  if (account.status === 'PENDING' || account.status === 'CLOSED') {
    throw invalid(`status: a billing account that is ${account.status} can not be billed.`);
  }
  chargeAccount(tenant, account);
  if (!makeInvoice(tenant, account.id)) throw invalid('pending_charges_total: there is nothing to bill.');
}
