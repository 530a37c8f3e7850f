/** What happens in the demo, as the domain does it. */
import { commandStatus, type AccountCommand } from '../domain/accounts/account-status.ts';
import { createAccount, type AccountBody } from '../domain/accounts/create-account.ts';
import { addPaymentMethod } from '../domain/accounts/payment-methods.ts';
import type { Account } from '../domain/accounts/records.ts';
import { confirmOrder } from '../domain/orders/confirm.ts';
import { createOrder } from '../domain/orders/drafts.ts';
import type { OrderItemBody } from '../domain/orders/item-bodies.ts';
import type { Order } from '../domain/orders/records.ts';
import { openInvoices } from '../domain/payments/ledger.ts';
import { makePayment } from '../domain/payments/payments.ts';
import { deactivateServicesOf } from '../domain/services/deactivate.ts';
import type { Service } from '../domain/services/records.ts';
import type { Tenant } from '../domain/tenant.ts';
import { amountOf, sum } from '../money/decimal.ts';
import { partySeed } from './names.ts';

/** Somebody in the story. */
export interface Customer {
  readonly name: string;
  readonly external: string;
  readonly person?: true;
  readonly cycle?: string;
  readonly category?: string;
  readonly currency?: string;
  /** Reference of a card that is charged automatically. */
  readonly card?: string;
  readonly startDate?: string;
}

function partyOf(
  { name, person }: Customer,
  random: () => number,
  number: number,
): AccountBody['responsible_party'] {
  const { email, line1, city, region, code, first, last } = partySeed(random, number);
  const addresses = [
    { address_type: 'email', purpose: 'PRIMARY', email },
    {
      address_type: 'postal',
      purpose: 'BILLING',
      country: 'USA',
      city,
      region_or_state: region,
      postal_code: code,
      line1,
    },
  ] as const;
  if (person) return { party_type: 'person', first_name: first, last_name: last, addresses: [...addresses] };
  return { party_type: 'organization', organization_name: name, addresses: [...addresses] };
}

/** Opens an account. */
export function open(tenant: Tenant, customer: Customer, random: () => number, number: number): Account {
  const account = createAccount(tenant, {
    external_account_num: customer.external,
    responsible_party: partyOf(customer, random, number),
    bill_cycle: { id: customer.cycle ?? '210', bill_cycle_type: 'monthly' },
    billing_account_category: { id: customer.category ?? '31' },
    auto_payment_authorized: customer.card !== undefined,
    ...(customer.startDate !== undefined && { start_date: customer.startDate }),
  });
  if (customer.card === undefined) return account;
  const method = { payment_method_type: 'referenced', reference_key: customer.card };
  addPaymentMethod(tenant, account, { payment_method: method, auto_payment: true });
  return tenant.tables.account.require(account.id);
}

/** The account of somebody in the story. @throws Error where the story has not opened it yet */
export function accountOf({ tables }: Tenant, external: string): Account {
  const account = tables.account.first('external_account_num = ?', external);
  if (!account) throw new Error(`The demo has no account "${external}" yet.`);
  return account;
}

/** Saves an order as a draft. */
export function draft(
  tenant: Tenant,
  external: string,
  items: readonly OrderItemBody[],
  purchaseOrder?: string,
): Order {
  return createOrder(tenant, {
    order_type: 'sales',
    order_num: `ORD-${tenant.nextId('demo_order', 1001)}`,
    billing_account: { id: accountOf(tenant, external).id },
    order_items: [...items],
    ...(purchaseOrder !== undefined && { purchase_order_number: purchaseOrder }),
  });
}

/** Orders and confirms. */
export function sell(
  tenant: Tenant,
  external: string,
  items: readonly OrderItemBody[],
  purchaseOrder?: string,
): Order {
  return confirmOrder(tenant, draft(tenant, external, items, purchaseOrder), {});
}

/** One item; add-ons go with it. */
export function item(product: string, more: Partial<OrderItemBody> = {}): OrderItemBody {
  return { product: { id: product }, quantity: '1', ...more };
}

/** The newest service of a product. @throws Error where the story has not sold it yet */
export function serviceOf(tenant: Tenant, external: string, product: string): Service {
  const { id } = accountOf(tenant, external);
  const services = tenant.tables.service.where(
    'account_id = ? AND product_id = ?',
    Number(id),
    Number(product),
  );
  const newest = services.at(-1);
  if (!newest) throw new Error(`The demo account "${external}" has no service of the product ${product}.`);
  return newest;
}

/** Pays all that is open by bank transfer. */
export function pay(tenant: Tenant, external: string): void {
  const account = accountOf(tenant, external);
  const open = openInvoices(tenant, account.id);
  const amount = sum(open.map(({ amount_to_pay: left }) => left));
  if (!amount.greaterThan(0) || account.status === 'CLOSED') return;
  makePayment(tenant, account, {
    amount: amountOf(amount).toFixed(2),
    payment_method: { payment_method_type: 'wire-transfer' },
    reference: `TRANSFER-${open[0]?.invoice_num ?? ''}`,
    apply_automatically: true,
  });
}

/** Suspends or deactivates an account. */
export function command(tenant: Tenant, external: string, status: AccountCommand, reason: string): void {
  commandStatus(tenant, accountOf(tenant, external), status, { reason: { id: reason } }, (account) =>
    deactivateServicesOf(tenant, account),
  );
}
