/** From a draft to services: confirmation, approval, completion. @documented S41, S42, S59, X5 @inferred the calls */
import { invalid, Problem } from '../../http/problem.ts';
import { amountOf } from '../../money/decimal.ts';
import type { Account } from '../accounts/records.ts';
import { makeInvoice } from '../invoices/make-invoice.ts';
import { makePayment, type PaymentBody } from '../payments/payments.ts';
import { replaceService } from '../services/replace.ts';
import { makeWaitingService, startService, startOf, type Sale } from '../services/start.ts';
import type { Service } from '../services/records.ts';
import { withStatus } from '../services/status.ts';
import type { Tenant } from '../tenant.ts';
import { checkConfirmable } from './checks.ts';
import { requireDraft } from './drafts.ts';
import { changeItem, flatten } from './items.ts';
import type { Order, OrderItem, OrderStatus } from './records.ts';

function setStatus(tenant: Tenant, order: Order, status: OrderStatus, more: Partial<Order> = {}): Order {
  tenant.note('order', order.id, `${order.status} -> ${status}`);
  return tenant.tables.order.update({ ...order, ...more, status });
}

/** Some prices are paid on purchase: the order then needs a payment. @inferred X */
function takePayment(
  tenant: Tenant,
  account: Account,
  order: Order,
  payment: PaymentBody | undefined,
): Order {
  const due = amountOf(order.due_now_total).plus(order.due_now_tax_total);
  if (!payment) {
    if (due.greaterThan(0))
      throw invalid(`payment is required: ${due.toFixed()} ${account.currency_code} is due now.`);
    return order;
  }
  if (amountOf(payment.amount).lessThan(due))
    throw invalid(`payment.amount must be at least ${due.toFixed()}, which is due now.`);
  const made = makePayment(tenant, account, payment);
  if (made.status !== 'COMPLETED') throw invalid(`payment: the payment ended as ${made.status}.`);
  return { ...order, payment_ids: [...order.payment_ids, made.id] };
}

/** Items whose product has an approval operation. @documented S59 */
function needsApproval({ tables }: Tenant, { product }: OrderItem): boolean {
  return tables.product.get(product.id)?.approval?.required ?? false;
}

function mapItems(items: readonly OrderItem[], change: (item: OrderItem) => OrderItem): OrderItem[] {
  return items.map((item) => ({ ...change(item), order_items: mapItems(item.order_items, change) }));
}

/** An approval operation may approve by itself, 1 to 120 days ahead. @documented S59 */
function scheduleApprovals(tenant: Tenant, items: readonly OrderItem[]): void {
  for (const { id, product, awaiting_approval: isWaiting } of items) {
    const days = tenant.tables.product.get(product.id)?.approval?.approves_after_days;
    if (isWaiting && days !== undefined)
      tenant.work.schedule(tenant.zone.plusDays(tenant.now(), days), 'order-approval', id, 'item');
  }
}

/** Makes services of items, each below its parent, and gives them to `use`. Answers the items with their services. */
function makeServices(
  tenant: Tenant,
  account: Account,
  order: Order,
  items: readonly OrderItem[],
  use: (sale: Sale, parentId: string | undefined) => Service,
  parentId?: string,
): OrderItem[] {
  return items.map((item) => {
    const sale: Sale = { account, order, item, product: tenant.tables.product.require(item.product.id) };
    const { id } = use(sale, item.parent_service?.id ?? parentId);
    return {
      ...item,
      service: { id },
      order_items: makeServices(tenant, account, order, item.order_items, use, id),
    };
  });
}

function scheduleCharges(tenant: Tenant, items: readonly OrderItem[]): void {
  for (const { id, scheduled_charges: charges = [] } of items) {
    charges.forEach(({ charge_date: date }, at) => {
      tenant.work.schedule(date > tenant.now() ? date : tenant.now(), 'scheduled-charge', id, String(at));
    });
  }
}

/** The service of an item starts now, or waits for its day. */
function startOrWait(tenant: Tenant, sale: Sale, parentId: string | undefined): Service {
  const { tables } = tenant;
  const pending = sale.item.service ? tables.service.get(sale.item.service.id) : undefined;
  const start = startOf(
    sale.order,
    sale.item,
    parentId === undefined ? undefined : tables.service.get(parentId),
  );
  const isLater = start > tenant.now();
  const waiting = pending ?? makeWaitingService(tenant, sale, parentId, isLater ? 'SCHEDULED' : 'PENDING');
  if (!isLater) return startService(tenant, sale, waiting);
  tenant.work.schedule(start, 'service-start', waiting.id);
  return waiting.status === 'SCHEDULED'
    ? waiting
    : tables.service.update(withStatus(tenant, waiting, 'SCHEDULED'));
}

/** The one item of a change order becomes the service that replaces another. */
function replaceWith(
  tenant: Tenant,
  order: Order,
  account: Account,
  change: NonNullable<Order['change']>,
): OrderItem[] {
  return order.order_items.map((item) => {
    const sale: Sale = { account, order, item, product: tenant.tables.product.require(item.product.id) };
    return { ...item, service: { id: replaceService(tenant, sale, change).id } };
  });
}

/** On completion the items become services on the account. @documented S42 */
export function completeOrder(tenant: Tenant, order: Order, account: Account): Order {
  const items = order.change
    ? replaceWith(tenant, order, account, order.change)
    : makeServices(tenant, account, order, order.order_items, (sale, parentId) =>
        startOrWait(tenant, sale, parentId),
      );
  const done = setStatus(tenant, order, 'COMPLETED', {
    order_items: mapItems(items, (item) => ({ ...item, awaiting_approval: false })),
  });
  scheduleCharges(tenant, flatten(items));
  if (!order.invoice_order) return done;
  const invoice = makeInvoice(tenant, account.id, {
    isFinal: true,
    only: (charge) => charge.order_id === order.id,
  });
  return invoice ? tenant.tables.order.update({ ...done, invoice_num: invoice.invoice_num }) : done;
}

/** Services of an order that waits may be visible; the reference has a status for them. @inferred 9.3 */
function showPendingServices(tenant: Tenant, account: Account, order: Order): OrderItem[] {
  if (!tenant.settings.pendingServices || order.change) return order.order_items;
  return makeServices(tenant, account, order, order.order_items, (sale, parentId) =>
    makeWaitingService(tenant, sale, parentId, 'PENDING'),
  );
}

/** Confirms a draft: it completes, or waits for approval. */
export function confirmOrder(tenant: Tenant, draft: Order, { payment }: { payment?: PaymentBody }): Order {
  requireDraft(draft, 'confirmed');
  const account = checkConfirmable(tenant, draft);
  const order = takePayment(tenant, account, draft, payment);
  const marked = mapItems(order.order_items, (item) => ({
    ...item,
    awaiting_approval: needsApproval(tenant, item),
  }));
  if (!flatten(marked).some(({ awaiting_approval: isWaiting }) => isWaiting))
    return completeOrder(tenant, order, account);
  const waiting = setStatus(tenant, { ...order, order_items: marked }, 'IN_PROGRESS');
  tenant.notify({
    event: 'sales_order',
    entity_type: 'order',
    entity_id: order.id,
    billing_account_id: account.id,
    status: 'IN_PROGRESS',
  });
  scheduleApprovals(tenant, flatten(marked));
  return tenant.tables.order.update({
    ...waiting,
    order_items: showPendingServices(tenant, account, waiting),
  });
}

/** Completes what has been approved; what has meanwhile become impossible ends in ERROR. @inferred 1.x */
function completeApproved(tenant: Tenant, order: Order): Order {
  try {
    return completeOrder(tenant, order, checkConfirmable(tenant, order));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return setStatus(tenant, order, 'ERROR', { error: error.message });
  }
}

function requireWaiting(order: Order, item: OrderItem, what: string): void {
  if (order.status === 'IN_PROGRESS' && item.awaiting_approval) return;
  throw invalid(`awaiting_approval: the item of an order that is ${order.status} can not be ${what}.`);
}

/** Approves an item; once all are, the order completes, or on the latest day that an approval names. */
export function approveItem(tenant: Tenant, order: Order, item: OrderItem, date?: string): Order {
  requireWaiting(order, item, 'approved');
  const items = changeItem(order.order_items, item.id, (one) => ({
    ...one,
    awaiting_approval: false,
    approved: true,
  }));
  const approvedOn = date !== undefined && date > (order.approved_on ?? '') ? date : order.approved_on;
  const changed = tenant.tables.order.update({
    ...order,
    order_items: items,
    ...(approvedOn !== undefined && { approved_on: approvedOn }),
  });
  tenant.note('order', order.id, `${item.product.name} approved`);
  if (flatten(items).some(({ awaiting_approval: isWaiting }) => isWaiting)) return changed;
  const approved = setStatus(tenant, changed, 'APPROVED');
  if (approvedOn === undefined || approvedOn <= tenant.now()) return completeApproved(tenant, approved);
  tenant.work.schedule(approvedOn, 'order-approval', order.id, 'complete');
  return approved;
}

/** Work that was scheduled: an item approves itself, or an approved order completes. */
export function dueApproval(tenant: Tenant, subject: string, detail: string): void {
  if (detail === 'complete') {
    const order = tenant.tables.order.get(subject);
    if (order?.status === 'APPROVED') completeApproved(tenant, order);
    return;
  }
  const entry = tenant.tables.orderItem.get(subject);
  const order = entry && tenant.tables.order.get(entry.order_id);
  const item = order && flatten(order.order_items).find(({ id }) => id === subject);
  if (order?.status === 'IN_PROGRESS' && item?.awaiting_approval) approveItem(tenant, order, item);
}

/** A denied item cancels its order. @inferred 8.2 */
export function denyItem(tenant: Tenant, order: Order, item: OrderItem): Order {
  requireWaiting(order, item, 'denied');
  for (const { id, service } of flatten(order.order_items)) {
    tenant.work.cancel('order-approval', id);
    const pending = service && tenant.tables.service.get(service.id);
    if (pending?.status === 'PENDING') tenant.tables.service.update(withStatus(tenant, pending, 'CANCELED'));
  }
  tenant.note('order', order.id, `${item.product.name} denied`);
  const items = mapItems(order.order_items, (one) => ({ ...one, awaiting_approval: false }));
  return setStatus(tenant, order, 'CANCELED', { order_items: items });
}
