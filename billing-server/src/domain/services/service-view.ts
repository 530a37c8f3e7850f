/** A service as the API sends it. */
import { amountOf, decimalText, sum } from '../../money/decimal.ts';
import { referenceToAccount } from '../accounts/account-view.ts';
import type { Tenant } from '../tenant.ts';
import type { AgreementService, Service, ServicePrice } from './records.ts';

/** The spelling of 1.x has a prefix; 2.0 is expected without. @inferred 1.x */
export function serviceStatusText({ settings }: Tenant, status: string): string {
  return settings.serviceStatusPrefix ? `SERVICE_${status}` : status;
}

/** Both spellings are accepted in queries. */
export function plainServiceStatus(text: string): string {
  return text.replace(/^SERVICE_/, '');
}

/** What the term has brought so far. */
function accumulated({ tables }: Tenant, service: Service, { start_date: start }: AgreementService): string {
  const charges = tables.charge.where('service_id = ?', Number(service.id));
  return decimalText(sum(charges.filter(({ occurred_on: on }) => on >= start).map(({ amount }) => amount)));
}

function priceView(price: ServicePrice): unknown {
  return { ...price, estimated_invoice_amount: price.amount, invoice_quantity: price.quantity };
}

export function agreementView(tenant: Tenant, service: Service, term: AgreementService): unknown {
  return { ...term, accumulated_charges_amount: accumulated(tenant, service, term) };
}

export function serviceView(tenant: Tenant, service: Service): unknown {
  const { tables } = tenant;
  const id = Number(service.id);
  const { current_agreement_service: term } = service;
  return {
    ...service,
    status: serviceStatusText(tenant, service.status),
    billing_account: referenceToAccount(tenant, service.billing_account.id),
    commitment_end_date: term?.end_date ?? null,
    child_services: tables.service.where('parent_id = ?', id).map((child) => ({ id: child.id })),
    service_resources: tables.serviceResource.where('service_id = ?', id),
    current_agreement_service: term ? agreementView(tenant, service, term) : null,
    service_prices: service.service_prices.map(priceView),
  };
}

/** Recurring amount at the present prices. */
export function presentAmount(prices: readonly ServicePrice[]): string {
  return decimalText(sum(prices.filter(({ end_date: end }) => !end).map(({ amount }) => amountOf(amount))));
}
