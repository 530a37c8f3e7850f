/** All tables of a tenant, with the columns that queries ask for. */
import { minorUnits } from '../money/decimal.ts';
import { Table, integer, key, text, type TableSpec } from '../store/table.ts';
import type { Store } from '../store/store.ts';
import type { Account, PartyEntry } from './accounts/records.ts';
import type {
  Agreement,
  Product,
  ProductCategory,
  ProductPrice,
  ProductRelation,
} from './catalog/records.ts';
import type { CustomField, CustomFieldEntry, CustomFieldRelation } from './custom-fields/records.ts';
import type { HistoryEntry } from './history.ts';
import type { Charge, Invoice, InvoiceItem } from './invoices/records.ts';
import type { Order, OrderItemEntry } from './orders/records.ts';
import type { Adjustment, Application, Payment, PaymentToken, Refund } from './payments/records.ts';
import type {
  BillCycle,
  BillingAccountCategory,
  ChargeCategory,
  Currency,
  NamedThing,
  PaymentTerm,
  Reason,
} from './reference/records.ts';
import type { Service, ServiceResource } from './services/records.ts';
import type { UsageEvent } from './usage/records.ts';

function firstEmail({ responsible_party: { addresses } }: Account): string | undefined {
  return addresses.find(({ address_type: type }) => type === 'email')?.email;
}

const account: TableSpec<Account> = {
  name: 'billing_account',
  firstId: 50001,
  columns: {
    account_num: text((a) => a.account_num, 'unique'),
    external_account_num: text((a) => a.external_account_num),
    party_id: integer((a) => key(a.responsible_party)),
    status: text((a) => a.status),
    email_address: text(firstEmail),
    category_id: integer((a) => key(a.billing_account_category)),
    bill_cycle_id: integer((a) => key(a.bill_cycle)),
    currency_code: text((a) => a.currency_code, 'none'),
    bill_type: text((a) => a.bill_type, 'none'),
    start_date: text((a) => a.start_date),
    parent_id: integer((a) => key(a.parent_billing_account)),
  },
};

const product: TableSpec<Product> = {
  name: 'product',
  firstId: 3001,
  cached: true,
  columns: {
    name: text((p) => p.name),
    internal_name: text((p) => p.internal_name),
    external_product_number: text((p) => p.external_product_number),
    sku: text((p) => p.sku),
    product_type: text((p) => p.product_type),
    state: text((p) => p.state),
    resource_category_id: integer((p) => key(p.service_resource_category)),
    category_id: integer((p) => key(p.product_category)),
  },
};

const productPrice: TableSpec<ProductPrice> = {
  name: 'product_price',
  firstId: 8001,
  cached: true,
  columns: {
    product_id: integer((p) => p.product_id),
    price_list_id: integer((p) => p.price_list_id),
    currency_code: text((p) => p.currency_code),
    from_date: text((p) => p.from_date, 'none'),
    thru_date: text((p) => p.thru_date, 'none'),
    recurrence_period: text((p) => p.recurrence_period, 'none'),
  },
};

const order: TableSpec<Order> = {
  name: 'orders',
  entity: 'order',
  firstId: 70001,
  columns: {
    status: text((o) => o.status),
    order_type: text((o) => o.order_type),
    order_num: text((o) => o.order_num),
    account_id: integer((o) => key(o.billing_account)),
    order_date: text((o) => o.order_date),
    referral: text((o) => o.referral),
    purchase_order_number: text((o) => o.purchase_order_number),
  },
};

const service: TableSpec<Service> = {
  name: 'service',
  firstId: 77001,
  columns: {
    account_id: integer((s) => key(s.billing_account)),
    product_id: integer((s) => key(s.product)),
    agreement_id: integer((s) => key(s.current_agreement_service?.agreement)),
    parent_id: integer((s) => key(s.parent_service)),
    status: text((s) => s.status),
    start_date: text((s) => s.start_date),
    end_date: text((s) => s.end_date),
    renewal_count: integer((s) => s.renewal_count, 'none'),
    previous_id: integer((s) => key(s.previous_service)),
    next_id: integer((s) => key(s.next_service)),
    order_id: integer((s) => key(s.original_order)),
    order_num: text((s) => s.original_order.order_num),
    item_sequence: integer((s) => s.original_order.sequence, 'none'),
    item_id: integer((s) => s.original_order.item_id),
    /** Only what may still be charged is looked at by bill runs. */
    billable_account: integer((s) => (s.service_prices.some(isOpen) ? key(s.billing_account) : undefined)),
  },
};

/** Whether a price may still lead to charges. */
function isOpen({ end_date: end, charged_until: charged }: Service['service_prices'][number]): boolean {
  return !end || charged < end;
}

const charge: TableSpec<Charge> = {
  name: 'charge',
  firstId: 95001,
  columns: {
    pending_account: integer((c) => (c.invoice_id === undefined ? c.account_id : undefined)),
    invoice_id: integer((c) => c.invoice_id),
    service_id: integer((c) => key(c.service)),
    minor: integer((c) => minorUnits(c.amount, c.currency_code), 'none'),
    usage_rule: text((c) => c.usage?.rule_id, 'none'),
  },
};

const invoice: TableSpec<Invoice> = {
  name: 'invoice',
  firstId: 91001,
  columns: {
    account_id: integer((i) => key(i.billing_account)),
    open_account: integer((i) => (i.status === 'OPEN' ? key(i.billing_account) : undefined)),
    invoice_num: text((i) => i.invoice_num),
  },
};

const payment: TableSpec<Payment> = {
  name: 'payment',
  firstId: 81001,
  columns: {
    account_id: integer((p) => key(p.billing_account)),
    reference: text((p) => p.reference),
    auth: text((p) => p.authorization),
    status: text((p) => p.status),
    occurred_on: text((p) => p.occurred_on),
    token: text((p) => p.payment_method?.token),
  },
};

const adjustment: TableSpec<Adjustment> = {
  name: 'adjustment',
  firstId: 85001,
  columns: { account_id: integer((a) => key(a.billing_account)), service_id: integer((a) => key(a.service)) },
};

const usageEvent: TableSpec<UsageEvent> = {
  name: 'usage_event',
  firstId: 400001,
  columns: {
    account_id: integer((u) => u.account_id),
    service_id: integer((u) => u.service_id),
    identifier: text((u) => u.service_resource_identifier),
    start_time: text((u) => u.start_time),
    end_time: text((u) => u.end_time, 'none'),
    reference_id: text((u) => u.reference_id),
    sequence_id: text((u) => u.sequence_id, 'none'),
    request_id: text((u) => u.request_id),
    period_id: integer((u) => key(u.service_period)),
    closed: integer((u) => (u.closed ? 1 : 0), 'none'),
    voided: integer((u) => (u.voided ? 1 : 0), 'none'),
  },
};

/** Opens the tables, making those that the file does not have. */
export function openTables(store: Store) {
  const table = <Row extends { id: string }>(spec: TableSpec<Row>): Table<Row> => new Table(store, spec);
  return {
    account: table(account),
    party: table<PartyEntry>({
      name: 'party',
      firstId: 60001,
      columns: { account_id: integer((p) => key(p.account)) },
    }),
    billCycle: table<BillCycle>({
      name: 'bill_cycle',
      firstId: 201,
      cached: true,
      columns: { type: text((c) => c.bill_cycle_type) },
    }),
    category: table<BillingAccountCategory>({
      name: 'billing_account_category',
      firstId: 31,
      cached: true,
      columns: {},
    }),
    paymentTerm: table<PaymentTerm>({ name: 'payment_term', firstId: 5, cached: true, columns: {} }),
    currency: table<Currency>({
      name: 'currency',
      firstId: 1,
      columns: { code: text((c) => c.currency_code, 'unique') },
    }),
    chargeCategory: table<ChargeCategory>({
      name: 'charge_category',
      firstId: 601,
      cached: true,
      columns: {},
    }),
    reason: table<Reason>({
      name: 'reason',
      firstId: 501,
      columns: {
        kind: text((r) => r.kind),
        name: text((r) => r.name, 'none'),
        status: text((r) => r.status, 'none'),
        level: text((r) => r.level, 'none'),
        credit_only: integer((r) => (r.credit_only ? 1 : 0), 'none'),
        charge_category_id: integer((r) => key(r.charge_category), 'none'),
        charge_category_name: text((r) => r.charge_category?.name, 'none'),
      },
    }),
    named: table<NamedThing>({ name: 'named_thing', firstId: 701, columns: { kind: text((n) => n.kind) } }),
    customField: table<CustomField>({
      name: 'custom_field',
      firstId: 41,
      columns: { kind: text((f) => f.custom_field_type) },
    }),
    customFieldEntry: table<CustomFieldEntry>({
      name: 'custom_field_value',
      firstId: 300001,
      columns: {
        owner: integer((v) => v.owner_id),
        owner_kind: text((v) => v.owner_kind, 'none'),
        field_id: integer((v) => v.field_id, 'none'),
        value: text((v) => v.value),
      },
    }),
    customFieldRelation: table<CustomFieldRelation>({
      name: 'custom_field_relation',
      firstId: 901,
      columns: { product_id: integer((r) => r.product_id) },
    }),
    product: table(product),
    productCategory: table<ProductCategory>({
      name: 'product_category',
      firstId: 44,
      cached: true,
      columns: { name: text((c) => c.name) },
    }),
    productPrice: table(productPrice),
    productRelation: table<ProductRelation>({
      name: 'product_relation',
      firstId: 1201,
      columns: { owner_id: integer((r) => r.owner_id), product_id: integer((r) => key(r.product)) },
    }),
    agreement: table<Agreement>({
      name: 'agreement',
      firstId: 11,
      cached: true,
      columns: { name: text((a) => a.name), status: text((a) => a.status) },
    }),
    order: table(order),
    orderItem: table<OrderItemEntry>({
      name: 'order_item',
      firstId: 74001,
      columns: { order_id: integer((i) => i.order_id) },
    }),
    service: table(service),
    serviceResource: table<ServiceResource>({
      name: 'service_resource',
      firstId: 88001,
      columns: { service_id: integer((r) => r.service_id), identifier: text((r) => r.identifier) },
    }),
    charge: table(charge),
    invoice: table(invoice),
    invoiceItem: table<InvoiceItem>({
      name: 'invoice_item',
      firstId: 97001,
      columns: { invoice_id: integer((i) => i.invoice_id) },
    }),
    payment: table(payment),
    refund: table<Refund>({
      name: 'refund',
      firstId: 83001,
      columns: { payment_id: integer((r) => key(r.payment)) },
    }),
    adjustment: table(adjustment),
    application: table<Application>({
      name: 'application',
      firstId: 1,
      columns: { source_id: integer((a) => a.source_id), invoice_id: integer((a) => a.invoice_id) },
    }),
    paymentToken: table<PaymentToken>({
      name: 'payment_token',
      firstId: 1,
      columns: { token: text((t) => t.token, 'unique') },
    }),
    usageEvent: table(usageEvent),
    history: table<HistoryEntry>({
      name: 'history',
      firstId: 1,
      columns: { subject: text((h) => `${h.kind} ${h.subject}`) },
    }),
  };
}

export type Tables = ReturnType<typeof openTables>;
