/** Terms of services: how they begin, how they end, what leaving early costs. @documented S49 @inferred 1.x, X6 */
import { invalid } from '../../http/problem.ts';
import { amountOf, decimalText, moneyText, rounded, smaller, sum, type Amount } from '../../money/decimal.ts';
import type { Agreement } from '../catalog/records.ts';
import type { AgreementConfiguration } from '../orders/records.ts';
import { createAdjustment, postAdjustment } from '../payments/adjustments.ts';
import { systemReason } from '../reference/reasons.ts';
import type { Tenant } from '../tenant.ts';
import type { AgreementService, Service, ServicePrice } from './records.ts';

/** An agreement that may be sold with a product now. @throws Problem 422 */
export function sellableAgreement(tenant: Tenant, field: string, id: string, productId: string): Agreement {
  const agreement = tenant.tables.agreement.get(id);
  if (!agreement) throw invalid(`${field}.id: there is no agreement "${id}".`);
  if (agreement.status !== 'ACTIVE')
    throw invalid(`${field}.id: the agreement ${agreement.name} is ${agreement.status}.`);
  const now = tenant.now();
  const isOpen =
    (!agreement.from_date || agreement.from_date <= now) &&
    (!agreement.thru_date || now < agreement.thru_date);
  if (!isOpen) throw invalid(`${field}.id: the agreement ${agreement.name} is not sold at present.`);
  if (agreement.product_ids && !agreement.product_ids.includes(productId)) {
    throw invalid(`${field}.id: the agreement ${agreement.name} is not for this product.`);
  }
  return agreement;
}

function endOf(
  tenant: Tenant,
  start: string,
  agreement: Agreement,
  configuration: AgreementConfiguration,
): string {
  if (configuration.end_date) {
    if (configuration.end_date <= start)
      throw invalid('agreement_configuration.end_date must be after the start.');
    return configuration.end_date;
  }
  const length = configuration.agreement_period ?? agreement.agreement_period;
  if (length < 1 || length > 1200)
    throw invalid('agreement_configuration.agreement_period must be from 1 to 1200.');
  const { zone } = tenant;
  return agreement.agreement_period_type === 'MONTH'
    ? zone.plusMonths(start, length)
    : zone.plusDays(start, length);
}

/** Makes a term that starts at a moment. */
export function makeTerm(
  tenant: Tenant,
  agreement: Agreement,
  start: string,
  configuration: AgreementConfiguration = {},
  isRenewal = false,
): AgreementService {
  const next = configuration.next_agreement ?? agreement.next_agreement;
  const product =
    configuration.next_service_product ??
    (agreement.next_product_id ? { id: agreement.next_product_id } : null);
  const least = configuration.minimum_amount ?? agreement.minimum_amount;
  return {
    id: tenant.nextId('agreement_service', 79_001),
    agreement: { id: agreement.id, name: agreement.name },
    start_date: start,
    end_date: endOf(tenant, start, agreement, configuration),
    end_action: configuration.end_action ?? agreement.end_action,
    ...(configuration.next_end_action && { next_end_action: configuration.next_end_action }),
    next_agreement: next ? { id: next.id } : null,
    next_service_product: product ? { id: product.id } : null,
    renewed: isRenewal,
    preserve_service_price: configuration.preserve_service_price ?? true,
    minimum_amount: least ?? null,
  };
}

/** Schedules the end of a service's term; the term's id tells whether it is still the same one. */
export function scheduleTermEnd(tenant: Tenant, serviceId: string, term: AgreementService): void {
  tenant.work.schedule(term.end_date, 'agreement-end', serviceId, term.id);
}

/** Recurring amount of one month at the present prices. */
function monthly(prices: readonly ServicePrice[]): Amount {
  const open = prices.filter(({ end_date: end }) => !end);
  return sum(open.map((price) => amountOf(price.amount).dividedBy(monthsOf(price))));
}

const MONTHS: Readonly<Record<string, number>> = {
  MONTH: 1,
  BILLCYCLE: 1,
  QUARTER: 3,
  FOURMONTHS: 4,
  TWICEAYEAR: 6,
  YEAR: 12,
  TWOYEARS: 24,
  THREEYEARS: 36,
  FOURYEARS: 48,
  FIVEYEARS: 60,
  TWICEAMONTH: 0.5,
};
const DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, TWOWEEKS: 14 };

/** Length of a price's period in months; days by a month of thirty. */
function monthsOf({ recurrence_period: period, recurrence_amount: times }: ServicePrice): Amount {
  const months = MONTHS[period];
  const length = months === undefined ? amountOf(DAYS[period] ?? 30).dividedBy(30) : amountOf(months);
  return length.times(times);
}

/**
 * What leaving a term early costs: the flat amount (by the days that are left, where it is prorated) plus the percentage
 * of the recurring amounts of the months that are left, at most the agreement's maximum. @inferred 9.5
 */
export function terminationCharge(
  tenant: Tenant,
  service: Service,
  moment: string,
  currency: string,
): Amount {
  const { current_agreement_service: term } = service;
  const agreement = term && tenant.tables.agreement.get(term.agreement.id);
  if (!term || !agreement || moment >= term.end_date) return amountOf(0);
  const { zone } = tenant;
  const from = moment < term.start_date ? term.start_date : moment;
  const left = zone.daysBetween(from, term.end_date);
  const all = Math.max(zone.daysBetween(term.start_date, term.end_date), 1);
  const share = amountOf(left).dividedBy(all);
  const flat = amountOf(agreement.termination_flat_charge).times(agreement.prorate_on_cancel ? share : 1);
  const months = amountOf(zone.local(term.end_date).diff(zone.local(from), 'months').months.toFixed(6));
  const rest = monthly(service.service_prices).times(months);
  const part = rest.times(amountOf(agreement.termination_percentage_charge)).dividedBy(100);
  const most = agreement.max_termination_charge;
  const charge = flat.plus(part);
  return rounded(most ? smaller(charge, amountOf(most)) : charge, currency);
}

/** Charges for leaving early, as an adjustment of its own type. @inferred 9.5 */
export function chargeTermination(tenant: Tenant, service: Service, moment: string): void {
  const account = tenant.tables.account.require(service.billing_account.id);
  const amount = terminationCharge(tenant, service, moment, account.currency_code);
  if (!amount.greaterThan(0)) return;
  const body = {
    amount: moneyText(amount, account.currency_code),
    credit: false,
    reason: systemReason(tenant, 'Early termination'),
    description: `Early termination of ${service.product.name}`,
  };
  postAdjustment(tenant, createAdjustment(tenant, account, body, 'TERMINATION_CHARGE', service));
  tenant.note('service', service.id, `Termination charge ${decimalText(amount)}`);
}
