/** Rates usage by simple rules: so much for each unit beyond what is included. @documented S29, S30, S31 @observed O1 */
import { amountOf, decimalText, moneyText, rounded, smaller, type Amount } from '../../money/decimal.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { UsageRate } from '../catalog/records.ts';
import { addCharge, chargedService } from '../invoices/charges.ts';
import type { Charge } from '../invoices/records.ts';
import type { Service } from '../services/records.ts';
import { isLive } from '../services/status.ts';
import type { Tenant } from '../tenant.ts';
import type { UsageCharge, UsageEvent, UsageEventBody } from './records.ts';

const MAX_EVENTS = 50;
const MAX_DIGITS = 20;
const USAGE_CATEGORY = 'usage';

export interface BulkBody {
  mode: 'FAIL_ON_EXISTING' | 'OVERWRITE_ON_EXISTING';
  usage_events: UsageEventBody[];
}

export interface ErredEvent {
  unrated_usage_event: UsageEventBody;
  request_id: string;
  code: string;
  message: string;
}

export interface BulkResult {
  rated_events: UsageEvent[];
  erred_events: ErredEvent[];
}

export function checkCount(events: readonly unknown[]): void {
  if (events.length === 0) throw invalid('usage_events must not be empty.');
  if (events.length > MAX_EVENTS) throw invalid(`usage_events takes at most ${MAX_EVENTS} events.`);
}

/** The service that an identifier names; suspended services accept usage as well. @documented S46 */
function serviceOf({ tables }: Tenant, identifier: string): Service {
  const resource = tables.serviceResource.first(
    "identifier = ? AND json_extract(doc, '$.status') = 'ACTIVE'",
    identifier,
  );
  const service = resource && tables.service.get(resource.service_id);
  if (!service) throw invalid(`service_resource_identifier: no service has "${identifier}".`);
  if (!isLive(service)) throw invalid(`service_resource_identifier: the service is ${service.status}.`);
  return service;
}

function rateOf({ tables }: Tenant, service: Service, unit: string): UsageRate {
  const rate = tables.product
    .get(service.product.id)
    ?.usage_rates?.find(({ usage_uom: own }) => own === unit);
  if (!rate) throw invalid(`usage_uom: ${service.product.name} has no usage rule for ${unit}.`);
  return rate;
}

function existing(
  { tables }: Tenant,
  { reference_id: reference, sequence_id: sequence }: UsageEventBody,
): UsageEvent | undefined {
  if (!reference || !sequence) return undefined;
  return tables.usageEvent.first('reference_id = ? AND sequence_id = ? AND voided = 0', reference, sequence);
}

/** The open collection of a service's usage by one rule; it becomes a line of the next invoice. */
function openCharge({ tables }: Tenant, service: Service, rule: string): Charge | undefined {
  return tables.charge.first(
    'service_id = ? AND usage_rule = ? AND invoice_id IS NULL',
    Number(service.id),
    rule,
  );
}

/** What an event costs: units that are included in the period and not used up are free. */
function chargeOf(rate: UsageRate, used: Amount, amount: Amount): Amount {
  const free = amountOf(rate.included).minus(used);
  const billed = free.greaterThan(0) ? amount.minus(smaller(free, amount)) : amount;
  return billed.times(rate.unit_price).toDecimalPlaces(MAX_DIGITS);
}

/** Adds to the open collection, or takes from it. */
function collect(tenant: Tenant, service: Service, rate: UsageRate, amount: Amount, charge: Amount): Charge {
  const account = tenant.tables.account.require(service.billing_account.id);
  const product = tenant.tables.product.get(service.product.id);
  const open =
    openCharge(tenant, service, rate.id) ??
    addCharge(tenant, account, {
      type: 'USAGE',
      service: chargedService(service),
      quantity: '0',
      unit_amount: rate.unit_price,
      amount: moneyText(amountOf(0), account.currency_code),
      exact_amount: '0',
      usage: { rule_id: rate.id, uom: rate.usage_uom },
      description: `${service.product.name}, usage in ${rate.usage_uom}`,
      taxable: product?.taxable ?? false,
    });
  const exact = amountOf(open.exact_amount).plus(charge);
  return tenant.tables.charge.update({
    ...open,
    quantity: decimalText(amountOf(open.quantity).plus(amount)),
    exact_amount: decimalText(exact),
    amount: moneyText(rounded(exact, open.currency_code), open.currency_code),
  });
}

function usageCharge(
  tenant: Tenant,
  service: Service,
  rate: UsageRate,
  event: UsageEventBody,
  charge: Amount,
): UsageCharge {
  const category = tenant.tables.chargeCategory
    .where('true')
    .find(({ charge_category_type: type }) => type === USAGE_CATEGORY);
  return {
    id: tenant.nextId('usage_charge', 500_001),
    charge: decimalText(charge),
    usage_uom: event.usage_uom,
    usage_amount: event.usage_amount,
    usage_rule: { id: rate.id },
    charge_category: {
      charge_category_type: USAGE_CATEGORY,
      id: category?.id ?? '0',
      name: category?.name ?? 'Usage',
    },
    consume_prepaid_balance: false,
    service: { id: service.id },
  };
}

interface Rating {
  readonly service: Service;
  readonly rate: UsageRate;
  readonly amount: Amount;
  readonly charge: Amount;
}

/** @throws Problem saying why the event can't be rated. */
function rate(tenant: Tenant, event: UsageEventBody): Rating {
  const service = serviceOf(tenant, event.service_resource_identifier);
  const rule = rateOf(tenant, service, event.usage_uom);
  const amount = amountOf(event.usage_amount);
  if (!amount.greaterThan(0)) throw invalid('usage_amount must be greater than 0.');
  if (event.end_time && event.end_time < event.start_time)
    throw invalid('end_time must not be before start_time.');
  if (event.start_time < service.start_date)
    throw invalid('start_time must not be before the start of the service.');
  const used = amountOf(openCharge(tenant, service, rule.id)?.quantity);
  return { service, rate: rule, amount, charge: chargeOf(rule, used, amount) };
}

function rated(
  tenant: Tenant,
  event: UsageEventBody,
  request: string,
  { service, rate: rule, charge }: Rating,
  period: string,
): Omit<UsageEvent, 'id'> {
  return {
    ...event,
    request_id: request,
    account_id: service.billing_account.id,
    service_id: service.id,
    total_charge: decimalText(charge),
    event_charges: [usageCharge(tenant, service, rule, event, charge)],
    service_period: { id: period },
    overwrite_counter: 0,
    voided: false,
    closed: false,
  };
}

/** Takes an event back, for good. @throws Problem where it is billed. @documented S31 */
export function voidEvent(tenant: Tenant, event: UsageEvent): void {
  if (event.closed) throw invalid(`usage_events: the event ${event.id} is billed and can not be voided.`);
  const service = tenant.tables.service.require(event.service_id);
  const rule = tenant.tables.product
    .get(service.product.id)
    ?.usage_rates?.find(({ id }) => id === event.event_charges[0]?.usage_rule.id);
  if (rule)
    collect(
      tenant,
      service,
      rule,
      amountOf(event.usage_amount).negated(),
      amountOf(event.total_charge).negated(),
    );
  tenant.tables.usageEvent.update({ ...event, voided: true });
}

function post(tenant: Tenant, { mode }: BulkBody, event: UsageEventBody, request: string): UsageEvent {
  const before = existing(tenant, event);
  if (before && mode === 'FAIL_ON_EXISTING')
    throw invalid('reference_id, sequence_id: the event exists already.');
  // Both must be possible before anything is written.
  if (before?.closed) throw invalid('reference_id, sequence_id: the event exists and is billed.');
  rate(tenant, event);
  if (before) voidEvent(tenant, before);
  const rating = rate(tenant, event);
  const period = collect(tenant, rating.service, rating.rate, rating.amount, rating.charge);
  return tenant.tables.usageEvent.insert({
    ...rated(tenant, event, request, rating, period.id),
    ...(before && { overwrite_counter: before.overwrite_counter + 1, overwritten_event_id: before.id }),
  });
}

/** Events fail one by one; the call succeeds. @observed O1 */
function eachEvent(
  tenant: Tenant,
  body: BulkBody,
  work: (event: UsageEventBody, request: string) => UsageEvent,
): BulkResult {
  checkCount(body.usage_events);
  const request = tenant.nextId('usage_request', 20_001);
  const result: BulkResult = { rated_events: [], erred_events: [] };
  for (const event of body.usage_events) {
    try {
      result.rated_events.push(work(event, request));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      result.erred_events.push({
        unrated_usage_event: event,
        request_id: request,
        code: '400',
        message: error.message,
      });
    }
  }
  return result;
}

/** Rates and posts events. */
export function rateEvents(tenant: Tenant, body: BulkBody): BulkResult {
  return eachEvent(tenant, body, (event, request) => post(tenant, body, event, request));
}

/** Prices events without posting them; each as if it were the only one. @inferred 1.x */
export function simulateEvents(tenant: Tenant, body: BulkBody): BulkResult {
  return eachEvent(tenant, body, (event, request) => {
    const rating = rate(tenant, event);
    const period = openCharge(tenant, rating.service, rating.rate.id)?.id ?? '0';
    return {
      ...rated(tenant, event, request, rating, period),
      id: tenant.nextId('simulated_event', 900_001),
    };
  });
}

export interface VoidBody {
  mode: 'BY_ID' | 'BY_REF_SEQ';
  usage_events: { id?: string; reference_id?: string; sequence_id?: string }[];
}

function eventToVoid(
  tenant: Tenant,
  { mode }: VoidBody,
  key: VoidBody['usage_events'][number],
  at: number,
): UsageEvent {
  const field = `usage_events[${at}]`;
  if (mode === 'BY_ID' && key.id === undefined) throw invalid(`${field}.id is required.`);
  if (mode === 'BY_REF_SEQ' && !(key.reference_id && key.sequence_id))
    throw invalid(`${field}.reference_id and sequence_id are required.`);
  const { usageEvent } = tenant.tables;
  const event =
    mode === 'BY_ID'
      ? usageEvent.get(key.id ?? '')
      : usageEvent.first(
          'reference_id = ? AND sequence_id = ? AND voided = 0',
          key.reference_id ?? '',
          key.sequence_id ?? '',
        );
  if (!event) throw invalid(`${field}: the event does not exist.`);
  if (event.voided) throw invalid(`${field}: the event ${event.id} is voided already.`);
  return event;
}

/** Voids all events or none. */
export function voidEvents(tenant: Tenant, body: VoidBody): void {
  checkCount(body.usage_events);
  body.usage_events.forEach((key, at) => voidEvent(tenant, eventToVoid(tenant, body, key, at)));
}
