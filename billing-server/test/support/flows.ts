/** Steps that many tests begin with. */
import type { Body } from './body.ts';
import { IDS, type Billing } from './billing.ts';

let last = 0;

export function accountBody(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  last += 1;
  return {
    external_account_num: `EXT-${last}`,
    start_date: '2025-03-01T06:00:00.000Z',
    responsible_party: {
      party_type: 'organization',
      organization_name: `Company ${last}`,
      addresses: [{ address_type: 'email', purpose: 'PRIMARY', email: `billing@company-${last}.example` }],
    },
    bill_cycle: { id: IDS.cycle, bill_cycle_type: 'monthly' },
    billing_account_category: { id: IDS.category },
    ...more,
  };
}

export async function makeAccount(
  billing: Billing,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Body> {
  return billing.ok('BillingAccount.create', { body: accountBody(more) });
}

export function orderBody(
  accountId: string,
  items: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { order_type: 'sales', billing_account: { id: accountId }, order_items: items, ...more };
}

/** One internet access, with an identifier of its own. */
export function internetItem(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  last += 1;
  return {
    product: { id: IDS.internet },
    quantity: 1,
    service_resources: [{ identifier: `CKT-${last}` }],
    ...more,
  };
}

export async function draft(
  billing: Billing,
  accountId: string,
  items: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<Body> {
  return billing.ok('Order.create', { body: orderBody(accountId, items, more) });
}

export async function sell(
  billing: Billing,
  accountId: string,
  items: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<Body> {
  const { id } = await draft(billing, accountId, items, more);
  return billing.ok('Order.confirm', { params: { id }, body: {} });
}

/** A running internet access on an account; answers the service. */
export async function runningService(
  billing: Billing,
  accountId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Body> {
  const order = await sell(billing, accountId, [internetItem(more)]);
  return billing.ok('Service.read', { params: { id: order.order_items[0].service.id } });
}

/** The first reason of a list. */
export async function reasonOf(billing: Billing, operation: string): Promise<{ id: string }> {
  const [{ id }] = await billing.list(operation);
  return { id };
}
