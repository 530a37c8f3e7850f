/** What an order must be before it can be confirmed. */
import { invalid } from '../../http/problem.ts';
import { isUsable } from '../accounts/account-status.ts';
import type { Account } from '../accounts/records.ts';
import type { Product, ProductPrice } from '../catalog/records.ts';
import { checkIdentifier } from '../services/changes.ts';
import { isOpen } from '../services/status.ts';
import type { Tenant } from '../tenant.ts';
import { flatten } from './items.ts';
import type { Order, OrderItem } from './records.ts';

/** The account must exist and be usable. @documented S44 */
export function usableAccount({ tables }: Tenant, id: string): Account {
  const account = tables.account.get(id);
  if (!account) throw invalid(`billing_account.id: there is no billing account "${id}".`);
  if (!isUsable(account))
    throw invalid(`billing_account.id: the billing account ${account.account_num} is ${account.status}.`);
  return account;
}

/** Not before the account's start or the oldest open bill cycle. @documented S44 */
export function checkOrderDate({ tables, zone }: Tenant, account: Account, date: string): void {
  const cycle = tables.billCycle.require(account.bill_cycle.id);
  if (zone.day(date) < zone.day(account.start_date))
    throw invalid('order_date must not be before the start of the account.');
  if (zone.day(date) < zone.day(cycle.start_date))
    throw invalid('order_date must not be before the oldest open bill cycle.');
}

/** Invoice-on-order only with one-time products. @documented S44 */
export function checkInvoiceOrder({
  invoice_order: wanted,
  order_items: items,
}: Pick<Order, 'invoice_order' | 'order_items'>): void {
  if (wanted && flatten(items).some(({ product }) => product.product_type !== 'general')) {
    throw invalid('invoice_order is for orders of one-time products only.');
  }
}

function recurring({ tables }: Tenant, { order_item_prices: prices }: OrderItem): ProductPrice | undefined {
  const price = prices.find(({ price_type: type }) => type === 'recurring');
  return price && tables.productPrice.get(price.product_price.id);
}

/** A parent and its add-on must have recurring prices of the same currency and period. @documented S42 */
function checkPricesAgree(tenant: Tenant, parent: OrderItem): void {
  const own = recurring(tenant, parent);
  for (const child of parent.order_items) {
    if (child.product.product_type === 'add-on') {
      const other = recurring(tenant, child);
      const agree =
        own &&
        other &&
        own.currency_code === other.currency_code &&
        own.recurrence_period === other.recurrence_period;
      // Add-ons that are charged once only have no period to agree on.
      if (other && !agree)
        throw invalid(
          `order_items: the recurring prices of ${parent.product.name} and its add-on ${child.product.name} differ in currency or period.`,
        );
    }
    checkPricesAgree(tenant, child);
  }
}

/** Whether a product runs, or is about to, on an account. */
function isOnAccount({ tables }: Tenant, account: Account, productId: string): boolean {
  return tables.service
    .where('account_id = ? AND product_id = ?', Number(account.id), Number(productId))
    .some(isOpen);
}

/** Relations that an order can break. */
const RULES: ReadonlySet<string> = new Set(['INCOMPATIBLE', 'REQUIRED', 'DEPENDENT']);

/** Scope ORDER means both in one order, ACCOUNT both on one account. @documented S26 */
function checkRelations(tenant: Tenant, account: Account, items: readonly OrderItem[]): void {
  const inOrder = new Set(items.map(({ product }) => product.id));
  for (const { product } of items) {
    for (const relation of tenant.tables.productRelation.where('owner_id = ?', Number(product.id))) {
      const { product: other, product_relation_type: type } = relation;
      if (!RULES.has(type)) continue;
      const isThere =
        inOrder.has(other.id) || (relation.scope === 'ACCOUNT' && isOnAccount(tenant, account, other.id));
      if (type === 'INCOMPATIBLE' && isThere)
        throw invalid(`order_items: ${product.name} is incompatible with ${other.name}.`);
      if (type !== 'INCOMPATIBLE' && !isThere)
        throw invalid(`order_items: ${product.name} needs ${other.name}.`);
    }
  }
}

/** A change brings identifiers, and perhaps the term, of the service that it replaces. */
function checkProduct(tenant: Tenant, item: OrderItem, { change }: Order): Product {
  const product = tenant.tables.product.get(item.product.id);
  if (product?.state !== 'AVAILABLE')
    throw invalid(`order_items: the product ${item.product.name} is ${product?.state ?? 'deleted'}.`);
  if (product.requires_agreement && !item.selected_agreement && !change?.preserve_agreement)
    throw invalid(
      `order_items: ${product.name} is sold under an agreement only; selected_agreement is required.`,
    );
  const { min_service_resources: least } = product;
  if (item.service_resources.length < least && !change)
    throw invalid(`order_items: ${product.name} needs at least ${least} service_resources.`);
  return product;
}

/** Identifiers are checked against services only once: a pending service already holds those of its own order. */
function checkIdentifiers(tenant: Tenant, items: readonly OrderItem[]): void {
  const seen = new Set<string>();
  for (const { identifier } of items
    .filter(({ service }) => !service)
    .flatMap(({ service_resources: resources }) => resources)) {
    if (seen.has(identifier))
      throw invalid(`order_items: the identifier "${identifier}" is in the order twice.`);
    seen.add(identifier);
    checkIdentifier(tenant, 'order_items.service_resources.identifier', identifier);
  }
}

function checkParents({ tables }: Tenant, items: readonly OrderItem[]): void {
  for (const { parent_service: parent } of items) {
    const service = parent && tables.service.get(parent.id);
    if (service && !isOpen(service))
      throw invalid(`order_items: the parent service ${service.id} is ${service.status}.`);
  }
}

/** @throws Problem 422 with the first rule that the order breaks. */
export function checkConfirmable(tenant: Tenant, order: Order): Account {
  const account = usableAccount(tenant, order.billing_account.id);
  if (order.order_items.length === 0) throw invalid('order_items must not be empty.');
  const items = flatten(order.order_items);
  for (const item of items) checkProduct(tenant, item, order);
  for (const item of order.order_items) checkPricesAgree(tenant, item);
  checkInvoiceOrder(order);
  checkRelations(tenant, account, items);
  if (!order.change) checkIdentifiers(tenant, items);
  checkParents(tenant, items);
  return account;
}
