/**
 * `--seed size=N`: N accounts, each with a completed order and the service it made, every fourth with an invoice, and
 * of these every second paid. The same number and the same clock make the same data.
 *
 * Rows are written as billing would have left them, not by the domain: a hundred thousand orders played one by one
 * would take minutes.
 */
import type { Account, AccountStatus } from '../domain/accounts/records.ts';
import type { Invoice } from '../domain/invoices/records.ts';
import type { OrderItem } from '../domain/orders/records.ts';
import type { Product, ProductPrice } from '../domain/catalog/records.ts';
import type { BillCycle } from '../domain/reference/records.ts';
import type { Service } from '../domain/services/records.ts';
import type { Tenant } from '../domain/tenant.ts';
import { seededRandom } from '../faults/random.ts';
import { inBatches, withoutIndexes } from './bulk.ts';
import { seedCatalog } from './catalog.ts';
import { partySeed } from './names.ts';
import { seedReferenceData } from './reference-data.ts';

const SEED = 20_250_301;
const PRODUCTS = ['3101', '3102', '3103', '3111', '3112', '3120'] as const;
const MONTHS_BACK = 6;

/** Nine of ten accounts are ACTIVE. */
const OTHER_STATES: readonly AccountStatus[] = ['SUSPENDED', 'COLLECTION'];

/** Where the ids of N accounts begin; each table's ids follow one another. */
const FIRST = {
  account: 1_000_001,
  party: 2_000_001,
  order: 3_000_001,
  item: 4_000_001,
  service: 5_000_001,
  invoice: 6_000_001,
  invoiceItem: 7_000_001,
  charge: 8_000_001,
  payment: 9_000_001,
  resource: 10_000_001,
  application: 11_000_001,
} as const;

const TABLES = [
  'billing_account',
  'party',
  'orders',
  'order_item',
  'service',
  'service_resource',
  'invoice',
  'invoice_item',
  'charge',
  'payment',
  'application',
] as const;

/** What all accounts share. */
interface World {
  readonly tenant: Tenant;
  readonly random: () => number;
  readonly cycle: BillCycle;
  readonly offers: readonly {
    readonly product: Product;
    readonly price: ProductPrice;
    readonly amount: string;
  }[];
  readonly start: string;
  /** When invoices fall due, and when they are overdue: reckoning in calendar days once per row would take a second. */
  readonly due: string;
  readonly overdue: string;
}

/** One account and what hangs on it. */
interface Customer {
  readonly number: number;
  readonly accountId: string;
  readonly offer: World['offers'][number];
  readonly invoiced: boolean;
  readonly paid: boolean;
}

const idAt = (first: number, number: number): string => String(first + number);

function makeWorld(tenant: Tenant): World {
  const { tables, zone } = tenant;
  const cycle = tables.billCycle.require('210');
  const offers = PRODUCTS.map((id) => {
    const product = tables.product.require(id);
    const price = tables.productPrice.where(
      'product_id = ? AND currency_code = ?',
      Number(id),
      'USD',
    )[0] as ProductPrice;
    return { product, price, amount: price.price_ranges[0]?.price ?? '0.00' };
  });
  const due = zone.plusDays(cycle.start_date, 30);
  return {
    tenant,
    random: seededRandom(SEED),
    cycle,
    offers,
    start: zone.plusMonths(cycle.start_date, -MONTHS_BACK),
    due,
    overdue: zone.plusDays(due, 1),
  };
}

function customerAt({ offers, random }: World, number: number): Customer {
  const offer = offers[Math.floor(random() * offers.length)] as World['offers'][number];
  const invoiced = number % 4 === 0;
  return {
    number,
    accountId: idAt(FIRST.account, number),
    offer,
    invoiced,
    paid: invoiced && number % 8 === 0,
  };
}

function stateOf({ random }: World): AccountStatus {
  return random() < 0.9
    ? 'ACTIVE'
    : (OTHER_STATES[Math.floor(random() * OTHER_STATES.length)] as AccountStatus);
}

function insertAccount(world: World, { number, accountId: id, offer, invoiced, paid }: Customer): void {
  const { tables } = world.tenant;
  const party = partySeed(world.random, number);
  const partyId = idAt(FIRST.party, number);
  const account: Account = {
    id,
    account_num: String(100_001 + number),
    external_account_num: `EXT-${String(number).padStart(7, '0')}`,
    bill_type: 'EMAIL',
    bill_cycle: { id: world.cycle.id },
    responsible_party: {
      party_type: 'organization',
      id: partyId,
      organization_name: party.name,
      customer_num: String(200_001 + number),
      tax_id_validated: false,
      addresses: [
        { address_type: 'email', id: idAt(20_000_001, number), purpose: 'PRIMARY', email: party.email },
        {
          address_type: 'postal',
          id: idAt(30_000_001, number),
          purpose: 'BILLING',
          country: 'USA',
          city: party.city,
          region_or_state: party.region,
          postal_code: party.code,
          line1: party.line1,
        },
      ],
    },
    billing_account_category: { id: '31' },
    payment_term: { id: '7' },
    currency_code: 'USD',
    status: stateOf(world),
    balance: invoiced && !paid ? offer.amount : '0.00',
    start_date: world.start,
    tax_exempt: false,
    auto_payment_authorized: false,
    recurring_payments: [],
    contacts: [],
    custom_field_values: [],
  };
  tables.account.insert(account);
  tables.party.insert({ id: partyId, party_type: 'organization', account: { id } });
}

function insertOrder(
  { tenant: { tables }, start }: World,
  { number, accountId, offer }: Customer,
): OrderItem {
  const { id, product_type, name } = offer.product;
  const item: OrderItem = {
    id: idAt(FIRST.item, number),
    sequence: 1,
    product: { id, product_type, name },
    quantity: '1',
    order_item_prices: [
      {
        id: idAt(40_000_001, number),
        product_price: { id: offer.price.id },
        price_type: 'recurring',
        unit_price: offer.amount,
      },
    ],
    service_resources: [{ identifier: identifierAt(number) }],
    order_items: [],
    awaiting_approval: false,
    custom_field_values: [],
    service: { id: idAt(FIRST.service, number) },
  };
  const orderId = idAt(FIRST.order, number);
  tables.order.insert({
    id: orderId,
    order_type: 'sales',
    order_num: orderNumberAt(number),
    status: 'COMPLETED',
    billing_account: { id: accountId },
    order_date: start,
    order_items: [item],
    payment_ids: [],
    custom_field_values: [],
    sub_total: offer.amount,
    tax_total: '0.00',
    total_amount: offer.amount,
    due_now_total: offer.amount,
    due_now_tax_total: '0.00',
  });
  tables.orderItem.insert({ id: item.id, order_id: orderId });
  return item;
}

const identifierAt = (number: number): string => `LINE-${String(number).padStart(7, '0')}`;
const orderNumberAt = (number: number): string => `ORD-${String(number).padStart(7, '0')}`;

function insertService(
  { tenant, cycle, start }: World,
  { number, accountId, offer }: Customer,
  item: OrderItem,
): Service {
  const { tables } = tenant;
  const id = idAt(FIRST.service, number);
  const service = tables.service.insert({
    id,
    status: 'ACTIVE',
    status_date: start,
    billing_account: { id: accountId },
    product: item.product,
    quantity: '1',
    amount: offer.amount,
    start_date: start,
    renewal_count: 0,
    service_prices: [
      {
        id: idAt(50_000_001, number),
        product_price_id: offer.price.id,
        unit_price: offer.amount,
        quantity: '1',
        amount: offer.amount,
        start_date: start,
        bill_in_advance: true,
        recurrence_period: 'MONTH',
        recurrence_amount: 1,
        anchor: start,
        prorated_on_order: true,
        free_until_anchor: false,
        prorated_on_cancel: true,
        charged_until: cycle.end_date,
        price_override: offer.price.price_override,
        is_overridden: false,
        service_price_ranges: offer.price.price_ranges,
        taxable: true,
      },
    ],
    custom_field_values: [],
    original_order: {
      id: idAt(FIRST.order, number),
      order_num: orderNumberAt(number),
      item_id: item.id,
      sequence: 1,
    },
    usage_rules: [],
  });
  const resource = { service_id: id, identifier: identifierAt(number), status: 'ACTIVE' } as const;
  tables.serviceResource.insert({ id: idAt(FIRST.resource, number), ...resource });
  return service;
}

function insertInvoice(world: World, customer: Customer, { id, product }: Service): void {
  const { tenant, cycle, due, overdue } = world;
  const { number, accountId, offer, paid } = customer;
  const invoice: Invoice = {
    id: idAt(FIRST.invoice, number),
    invoice_num: `INV-${100_001 + number}`,
    amount: offer.amount,
    status: paid ? 'CLOSED' : 'OPEN',
    billing_account: { id: accountId },
    currency_code: 'USD',
    occurred_on: cycle.start_date,
    due_date: due,
    paid_date: paid ? cycle.start_date : null,
    amount_to_pay: paid ? '0.00' : offer.amount,
    late_fee_charged: false,
    disputed: false,
    overdue: false,
  };
  tenant.tables.invoice.insert(invoice);
  insertCharge(world, customer, { id, product: { id: product.id, name: product.name } });
  if (!paid) tenant.work.schedule(overdue, 'invoice-overdue', invoice.id);
}

function insertCharge(
  { tenant: { tables }, cycle }: World,
  customer: Customer,
  service: { id: string; product: { id: string; name: string } },
): void {
  const { number, accountId, offer } = customer;
  const line = {
    type: 'SERVICE',
    service,
    quantity: '1',
    unit_amount: offer.amount,
    description: service.product.name,
    taxable: true,
    charge_start_date: cycle.start_date,
    charge_end_date: cycle.end_date,
    invoice_id: idAt(FIRST.invoice, number),
  } as const;
  tables.charge.insert({
    ...line,
    id: idAt(FIRST.charge, number),
    account_id: accountId,
    currency_code: 'USD',
    amount: offer.amount,
    occurred_on: cycle.start_date,
  });
  tables.invoiceItem.insert({
    ...line,
    id: idAt(FIRST.invoiceItem, number),
    total_amount: offer.amount,
    invoice_item_charges: [
      { id: idAt(60_000_001, number), invoice_item_charge_type: 'recurring', amount: offer.amount },
    ],
  });
}

function insertPayment({ tenant: { tables }, cycle }: World, { number, accountId, offer }: Customer): void {
  const id = idAt(FIRST.payment, number);
  tables.payment.insert({
    id,
    amount: offer.amount,
    currency_code: 'USD',
    billing_account: { id: accountId },
    apply_automatically: true,
    reference: `TRANSFER-${number}`,
    occurred_on: cycle.start_date,
    status: 'COMPLETED',
    unapplied_amount: '0.00',
    refunded_amount: '0.00',
    canceled_amount: '0.00',
  });
  tables.application.insert({
    id: idAt(FIRST.application, number),
    source: 'payment',
    source_id: id,
    invoice_id: idAt(FIRST.invoice, number),
    amount: offer.amount,
  });
}

function insertCustomer(world: World, number: number): void {
  const customer = customerAt(world, number);
  insertAccount(world, customer);
  const service = insertService(world, customer, insertOrder(world, customer));
  if (customer.invoiced) insertInvoice(world, customer, service);
  if (customer.paid) insertPayment(world, customer);
}

/** Lets the sequences of ids go on behind what was inserted. */
function reserveIds({ store, tables }: Tenant, count: number): void {
  const {
    account,
    party,
    order,
    orderItem,
    service,
    serviceResource,
    invoice,
    invoiceItem,
    charge,
    payment,
    application,
  } = tables;
  const used = [
    [account, FIRST.account],
    [party, FIRST.party],
    [order, FIRST.order],
    [orderItem, FIRST.item],
    [service, FIRST.service],
    [serviceResource, FIRST.resource],
    [invoice, FIRST.invoice],
    [invoiceItem, FIRST.invoiceItem],
    [charge, FIRST.charge],
    [payment, FIRST.payment],
    [application, FIRST.application],
  ] as const;
  for (const [{ name }, first] of used) store.reserve(name, first + count);
  store.reserve('invoice_num', 100_001 + count);
  store.reserve('account_num', 100_001 + count);
  store.reserve('customer_num', 200_001 + count);
}

/** Most accounts that ids leave room for. */
export const MOST_ACCOUNTS = 999_999;

/** Fills an empty tenant. */
export function seedSize(tenant: Tenant, count: number): void {
  const { store } = tenant;
  store.transaction(() => {
    seedReferenceData(tenant);
    seedCatalog(tenant, tenant.zone.plusMonths(tenant.now(), -24));
  });
  const world = makeWorld(tenant);
  withoutIndexes(store, TABLES, () => inBatches(store, count, (number) => insertCustomer(world, number)));
  store.transaction(() => reserveIds(tenant, count));
}
