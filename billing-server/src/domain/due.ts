/** What is done when its time has come. */
import type { AccountStatus } from './accounts/records.ts';
import { dueStatus } from './accounts/account-status.ts';
import { addCharge, chargedService } from './invoices/charges.ts';
import { runBillCycle } from './invoices/bill-run.ts';
import { markOverdue, payAutomatically, sendToCollection } from './invoices/overdue.ts';
import { dueApproval } from './orders/confirm.ts';
import { changeItem, flatten } from './orders/items.ts';
import type { Service } from './services/records.ts';
import { setQuantity } from './services/changes.ts';
import { deactivateServicesOf, endService } from './services/deactivate.ts';
import { endTerm } from './services/renew.ts';
import { dueReplacement } from './services/replace.ts';
import { startService, type Sale } from './services/start.ts';
import { isLive, isOpen, withStatus } from './services/status.ts';
import type { Tenant } from './tenant.ts';

/** What a waiting service is made of. */
function saleOf({ tables }: Tenant, { original_order: origin }: Service): Sale | undefined {
  const order = tables.order.get(origin.id);
  const item = order && flatten(order.order_items).find(({ id }) => id === origin.item_id);
  const account = order && tables.account.get(order.billing_account.id);
  const product = item && tables.product.get(item.product.id);
  return order && item && account && product ? { order, item, account, product } : undefined;
}

function startWaiting(tenant: Tenant, id: string): void {
  const service = tenant.tables.service.get(id);
  const sale = service && saleOf(tenant, service);
  if (service?.status === 'SCHEDULED' && sale) startService(tenant, sale, service);
}

function replace(tenant: Tenant, id: string): void {
  const service = tenant.tables.service.get(id);
  const sale = service && saleOf(tenant, service);
  if (service && sale) dueReplacement(tenant, sale, service);
}

/** A trial turns into a normal service. */
function endTrial(tenant: Tenant, id: string): void {
  const service = tenant.tables.service.get(id);
  if (service?.status === 'TRIAL') tenant.tables.service.update(withStatus(tenant, service, 'ACTIVE'));
}

function changeQuantity(tenant: Tenant, id: string, quantity: string): void {
  const service = tenant.tables.service.get(id);
  if (service && isLive(service)) setQuantity(tenant, service, quantity, tenant.now());
}

function endScheduled(tenant: Tenant, id: string): void {
  const service = tenant.tables.service.get(id);
  if (service && isOpen(service)) endService(tenant, service, tenant.now());
}

/** A charge that an order item announced, while its service runs. */
function chargeScheduled(tenant: Tenant, itemId: string, index: string): void {
  const { tables } = tenant;
  const entry = tables.orderItem.get(itemId);
  const order = entry && tables.order.get(entry.order_id);
  const item = order && flatten(order.order_items).find(({ id }) => id === itemId);
  const charge = item?.scheduled_charges?.[Number(index)];
  const service = item?.service ? tables.service.get(item.service.id) : undefined;
  if (!order || !charge || !service || charge.status !== 'ACTIVE' || charge.invoiced) return;
  const isDue = isLive(service);
  const done = { ...charge, ...(isDue ? { invoiced: true } : { status: 'CANCELED' as const }) };
  const change = (charges = item?.scheduled_charges ?? []) =>
    charges.map((one, at) => (at === Number(index) ? done : one));
  tables.order.update({
    ...order,
    order_items: changeItem(order.order_items, itemId, (one) => ({
      ...one,
      scheduled_charges: change(one.scheduled_charges),
    })),
  });
  if (!isDue) return;
  addCharge(tenant, tables.account.require(service.billing_account.id), {
    type: 'ADDITIONAL_FEE',
    service: chargedService(service),
    quantity: '1',
    unit_amount: charge.amount,
    amount: charge.amount,
    description: charge.description ?? `Scheduled charge, ${service.product.name}`,
    taxable: tables.product.get(service.product.id)?.taxable ?? false,
  });
}

/** Tells the queue who does which work. */
export function registerWork(tenant: Tenant): void {
  const { work } = tenant;
  work.handle('account-status', (id, status) =>
    dueStatus(tenant, id, status as AccountStatus, (account) => deactivateServicesOf(tenant, account)),
  );
  work.handle('order-approval', (subject, detail) => dueApproval(tenant, subject, detail));
  work.handle('service-start', (id) => startWaiting(tenant, id));
  work.handle('service-replace', (id) => replace(tenant, id));
  work.handle('trial-end', (id) => endTrial(tenant, id));
  work.handle('service-change', (id, quantity) => changeQuantity(tenant, id, quantity));
  work.handle('scheduled-charge', (id, index) => chargeScheduled(tenant, id, index));
  work.handle('agreement-end', (id, term) => endTerm(tenant, id, term));
  work.handle('service-end', (id) => endScheduled(tenant, id));
  work.handle('bill-cycle', (id) => runBillCycle(tenant, id));
  work.handle('auto-payment', (id) => payAutomatically(tenant, id));
  work.handle('invoice-overdue', (id) => markOverdue(tenant, id));
  work.handle('collection', (id) => sendToCollection(tenant, id));
}
