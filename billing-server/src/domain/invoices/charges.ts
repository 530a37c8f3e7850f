/** Charges: what is owed and waits for an invoice. */
import { amountOf, moneyText, rounded, type Amount } from '../../money/decimal.ts';
import type { Draft } from '../../store/table.ts';
import type { Account } from '../accounts/records.ts';
import type { BillCycleType } from '../reference/records.ts';
import type { Service, ServicePrice } from '../services/records.ts';
import type { Tenant } from '../tenant.ts';
import { periodAt, type Period } from './periods.ts';
import type { Charge } from './records.ts';

/** Who pays for an account: itself, unless another of the same currency is responsible. */
export function payerOf({ tables }: Tenant, account: Account): Account {
  const { responsible_account: responsible } = account;
  const payer = responsible && tables.account.get(responsible.id);
  return payer && payer.currency_code === account.currency_code ? payer : account;
}

export function addCharge(
  tenant: Tenant,
  account: Account,
  draft: Omit<Draft<Charge>, 'account_id' | 'currency_code' | 'occurred_on'>,
): Charge {
  const payer = payerOf(tenant, account);
  return tenant.tables.charge.insert({
    ...draft,
    account_id: payer.id,
    currency_code: payer.currency_code,
    occurred_on: tenant.now(),
  });
}

export function chargedService({ id, product }: Service): NonNullable<Charge['service']> {
  return { id, product: { id: product.id, name: product.name } };
}

/** What part of a period a piece of it is, by calendar days. */
function shareOf(tenant: Tenant, piece: Period, whole: Period): Amount {
  if (piece.start === whole.start && piece.end === whole.end) return amountOf(1);
  const days = tenant.zone.daysBetween(piece.start, piece.end);
  const all = tenant.zone.daysBetween(whole.start, whole.end);
  return amountOf(days).dividedBy(Math.max(all, 1));
}

function describePiece(tenant: Tenant, service: Service, { start, end }: Period): string {
  return `${service.product.name}, ${tenant.zone.day(start)} to ${tenant.zone.day(end)}`;
}

interface Charging {
  readonly account: Account;
  readonly service: Service;
  readonly price: ServicePrice;
}

/** Charges a piece of a period, or gives it back. */
function chargePiece(
  tenant: Tenant,
  { account, service, price }: Charging,
  piece: Period,
  whole: Period,
  sign: 1 | -1,
): void {
  const share = shareOf(tenant, piece, whole);
  const amount = rounded(amountOf(price.amount).times(share), account.currency_code).times(sign);
  const isFree = price.free_until_anchor && piece.end <= price.anchor;
  if (isFree || amount.isZero()) return;
  addCharge(tenant, account, {
    type: 'SERVICE',
    service: chargedService(service),
    quantity: price.quantity,
    unit_amount: price.unit_price,
    amount: moneyText(amount, account.currency_code),
    description: `${sign < 0 ? 'Credit: ' : ''}${describePiece(tenant, service, piece)}`,
    taxable: price.taxable,
    charge_start_date: piece.start,
    charge_end_date: piece.end,
    prorated_percentage: share.times(100).toDecimalPlaces(4).toFixed(),
  });
}

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Stops a walk over periods that a wrong date would make endless. */
const MAX_PERIODS = 20_000;

/**
 * Makes the charges of one price that are due at a moment: in advance what starts until then, in arrears what ends.
 *
 * Answers the price with what it is now charged until.
 */
function chargePrice(tenant: Tenant, charging: Charging, cycle: BillCycleType, moment: string): ServicePrice {
  const { price } = charging;
  const until = price.end_date ?? undefined;
  let at = price.charged_until;
  for (let count = 0; count < MAX_PERIODS && (until === undefined || at < until); count += 1) {
    const whole = periodAt(tenant.zone, price, cycle, at);
    const end = until === undefined ? whole.end : earlier(whole.end, until);
    const isDue = price.bill_in_advance ? at <= moment : end <= moment;
    if (!isDue) break;
    // A service that ends inside a period that is not prorated owes the whole period.
    const owed = end < whole.end && price.end_is_prorated === false ? whole.end : end;
    chargePiece(tenant, charging, { start: at, end: owed }, whole, 1);
    at = end;
  }
  return { ...price, charged_until: at };
}

/** Makes all charges of a service that are due at a moment. */
export function chargeService(tenant: Tenant, account: Account, service: Service, moment: string): void {
  const cycle = tenant.tables.billCycle.require(account.bill_cycle.id).bill_cycle_type;
  const prices = service.service_prices.map((price) =>
    chargePrice(tenant, { account, service, price }, cycle, moment),
  );
  const isSame = prices.every(
    (price, at) => price.charged_until === service.service_prices[at]?.charged_until,
  );
  if (!isSame) tenant.tables.service.update({ ...service, service_prices: prices });
}

/**
 * Ends a price at a moment. What was charged in advance beyond it is given back where the price is prorated.
 *
 * @param isProrated whether the last period costs its days only.
 */
export function endPrice(
  tenant: Tenant,
  account: Account,
  service: Service,
  price: ServicePrice,
  moment: string,
  isProrated: boolean,
): ServicePrice {
  if (price.end_date && price.end_date <= moment) return price;
  const end = moment < price.start_date ? price.start_date : moment;
  const ended: ServicePrice = { ...price, end_date: end, end_is_prorated: isProrated };
  if (price.charged_until <= end) return ended;
  if (isProrated) giveBack(tenant, { account, service, price }, end);
  return { ...ended, charged_until: end };
}

function giveBack(tenant: Tenant, charging: Charging, from: string): void {
  const { account, price } = charging;
  const cycle = tenant.tables.billCycle.require(account.bill_cycle.id).bill_cycle_type;
  let at = from;
  for (let count = 0; count < MAX_PERIODS && at < price.charged_until; count += 1) {
    const whole = periodAt(tenant.zone, price, cycle, at);
    const end = earlier(whole.end, price.charged_until);
    chargePiece(tenant, charging, { start: at, end }, whole, -1);
    at = end;
  }
}
