/** The rules of 8.2 and 8.3, over HTTP. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Billing, IDS } from '../support/billing.ts';
import {
  draft,
  internetItem,
  makeAccount,
  orderBody,
  reasonOf,
  runningService,
  sell,
} from '../support/flows.ts';

let billing: Billing;
let account: string;

before(async () => {
  billing = await Billing.start();
  account = (await makeAccount(billing)).id;
});
after(() => billing.stop());

const by = (id: string): { params: { id: string } } => ({ params: { id } });
const router = { product: { id: IDS.router }, quantity: 1 };

/** The message with which an order of these items is refused. */
async function refusal(
  items: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return billing.refused('Order.create', 422, { body: orderBody(account, items, more) });
}

/** The message with which a draft of these items is refused when it is confirmed. */
async function confirmRefusal(
  items: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { id } = await draft(billing, account, items, more);
  const message = await billing.refused('Order.confirm', 422, { ...by(id), body: {} });
  assert.equal(
    (await billing.ok('Order.read', by(id))).status,
    'DRAFT',
    'a refused confirmation changes nothing',
  );
  return message;
}

test('a plain create makes a draft; nothing runs yet', async () => {
  const order = await draft(billing, account, [internetItem()]);
  assert.equal(order.status, 'DRAFT');
  assert.equal((await billing.list('Service.list', { query: { original_order_id: order.id } })).length, 0);
});

test('the account must exist and be usable', async () => {
  assert.match(
    await billing.refused('Order.create', 422, { body: orderBody('1', [router]) }),
    /^billing_account\.id: there is no/,
  );
  const { id } = await makeAccount(billing);
  await billing.ok('BillingAccount.suspend', {
    ...by(id),
    body: { reason: await reasonOf(billing, 'ServiceReason.listSuspension') },
  });
  assert.match(await billing.refused('Order.create', 422, { body: orderBody(id, [router]) }), /is SUSPENDED/);
});

test('the order date is not before the account or the oldest open bill cycle', async () => {
  assert.match(
    await refusal([router], { order_date: '2025-02-27' }),
    /^order_date must not be before the start of the account/,
  );
  const { id } = await makeAccount(billing, { start_date: '2024-01-01' });
  assert.match(
    await billing.refused('Order.create', 422, {
      body: orderBody(id, [router], { order_date: '2025-02-27' }),
    }),
    /^order_date must not be before the oldest open bill cycle/,
  );
});

test('products are AVAILABLE', async () => {
  const { id } = await billing.ok('Product.create', {
    body: {
      product_type: 'general',
      name: 'Soon',
      introduction_date: '2025-01-01',
      product_category: { id: '44' },
    },
  });
  assert.match(
    await refusal([{ product: { id }, quantity: 1 }]),
    /^order_items\[0\]\.product\.id: the product Soon is DRAFT/,
  );
  assert.match(
    await refusal([{ product: { id: '1' }, quantity: 1 }]),
    /^order_items\[0\]\.product\.id: there is no product/,
  );
});

test('a price may be overridden where it allows that, and belongs to the product', async () => {
  const { product_prices: prices } = await billing.ok('Product.read', by('3101'));
  const item = { product: { id: '3101' }, quantity: 1 };
  assert.match(
    await refusal([{ ...item, order_item_prices: [{ product_price: { id: prices[0].id }, unit_price: 1 }] }]),
    /unit_price: the price does not allow an override/,
  );
  assert.match(
    await refusal([{ ...item, order_item_prices: [{ product_price: { id: IDS.internetPrice } }] }]),
    /has no price "8801"/,
  );
  const order = await draft(billing, account, [
    internetItem({ order_item_prices: [{ product_price: { id: IDS.internetPrice }, unit_price: '79.005' }] }),
  ]);
  assert.equal(order.order_items[0].order_item_prices[0].unit_price, 79.005);
});

test('the price follows the range that holds the quantity', async () => {
  for (const [quantity, price] of [
    [1, 32],
    [9, 32],
    [10, 28],
    [50, 24.5],
    [500, 24.5],
  ] as const) {
    const order = await draft(billing, account, [{ product: { id: '3111' }, quantity }]);
    assert.equal(order.order_items[0].order_item_prices[0].unit_price, price);
    assert.equal(order.total_amount, price * quantity);
  }
});

test('invoice-on-order only with one-time products', async () => {
  assert.match(
    await refusal([internetItem()], { invoice_order: true }),
    /^invoice_order is for orders of one-time products only/,
  );
  const { id } = await makeAccount(billing);
  const order = await sell(billing, id, [router], { invoice_order: true });
  const [invoice] = await billing.list('Invoice.list', { query: { billing_account_id: id } });
  assert.equal((order as { invoice_num?: string }).invoice_num, invoice.invoice_num);
  assert.equal(invoice.amount, 189);
});

test('values of items on recurring products only while DRAFT, on one-time products always', async () => {
  const order = await sell(billing, account, [internetItem(), router]);
  const value = {
    custom_field_value_type: 'order-item',
    value: 'x',
    custom_field: { id: IDS.field, custom_field_type: 'service' },
  };
  const message = await billing.refused('CustomFieldValue.addToOrderItem', 422, {
    ...by(order.order_items[0].id),
    body: value,
  });
  assert.match(message, /while the order is a DRAFT; it is COMPLETED/);
  await billing.ok('Product.addServiceCustomField', {
    ...by(IDS.router),
    body: { custom_field: { id: IDS.field, custom_field_type: 'service' } },
  });
  await billing.ok('CustomFieldValue.addToOrderItem', { ...by(order.order_items[1]?.id ?? ''), body: value });
});

test('a field has to be related to the product', async () => {
  const { id } = await billing.ok('Product.create', {
    body: {
      product_type: 'general',
      name: 'Bare',
      introduction_date: '2025-01-01',
      product_category: { id: '44' },
    },
  });
  await billing.ok('Product.activate', by(id));
  const value = {
    custom_field_value_type: 'order-item',
    value: 'x',
    custom_field: { id: IDS.field, custom_field_type: 'service' },
  };
  assert.match(
    await refusal([{ product: { id }, quantity: 1, custom_field_values: [value] }]),
    /is not related to the product/,
  );
});

test('parent and add-on agree in currency and period, else the order can not complete', async () => {
  const { id } = await billing.ok('Product.create', {
    body: {
      product_type: 'add-on',
      name: 'Yearly add-on',
      introduction_date: '2025-01-01',
      product_category: { id: '44' },
    },
  });
  const ranges = [{ quantity_begin_range: 1, price: 100, level: 1, currency_code: 'USD' }];
  await billing.ok('ProductPrice.create', {
    ...by(id),
    body: {
      price_type: 'recurring',
      currency_code: 'USD',
      from_date: '2025-01-01',
      charge_category: { id: '601' },
      recurrence_period: 'YEAR',
      price_ranges: ranges,
    },
  });
  await billing.ok('Product.activate', by(id));
  assert.match(
    await confirmRefusal([internetItem({ order_items: [{ product: { id }, quantity: 1 }] })]),
    /differ in currency or period/,
  );
});

test('an add-on needs a subscription parent', async () => {
  const addOn = { product: { id: IDS.staticIp }, quantity: 1 };
  assert.match(await refusal([addOn]), /needs a subscription as its parent/);
  const service = await runningService(billing, account);
  const order = await sell(billing, account, [{ ...addOn, parent_service: { id: service.id } }]);
  const parent = await billing.ok('Service.read', by(service.id));
  assert.deepEqual(
    parent.child_services.map(({ id }) => id),
    [order.order_items[0].service.id],
  );
  const other = (await makeAccount(billing)).id;
  assert.match(
    await billing.refused('Order.create', 422, {
      body: orderBody(other, [{ ...addOn, parent_service: { id: service.id } }]),
    }),
    /the account has no service/,
  );
});

test('a confirmed order can not be confirmed, edited or voided', async () => {
  const { id, order_items: items } = await sell(billing, account, [internetItem()]);
  const message = /^status: an order that is COMPLETED can not be/;
  assert.match(await billing.refused('Order.confirm', 422, { ...by(id), body: {} }), message);
  assert.match(await billing.refused('Order.update', 422, { ...by(id), body: { note: 'x' } }), message);
  assert.match(await billing.refused('Order.voidDraft', 422, by(id)), message);
  assert.match(await billing.refused('OrderItem.create', 422, { ...by(id), body: router }), message);
  assert.match(
    await billing.refused('OrderItem.update', 422, { ...by(items[0].id), body: { quantity: 2 } }),
    message,
  );
  assert.match(await billing.refused('OrderItem.remove', 422, by(items[0].id)), message);
});

test('change and renewal orders are never posted', async () => {
  for (const order_type of ['change', 'renewal'])
    assert.match(await refusal([router], { order_type }), /^order_type must be sales/);
});

test('relations are kept: incompatible and required products', async () => {
  await billing.ok('ProductRelation.create', {
    params: { product_id: '3190' },
    body: { product: { id: IDS.router }, product_relation_type: 'REQUIRED', scope: 'ORDER' },
  });
  await billing.ok('ProductRelation.create', {
    params: { product_id: '3112' },
    body: { product: { id: '3111' }, product_relation_type: 'INCOMPATIBLE', scope: 'ORDER' },
  });
  const install = { product: { id: '3190' }, quantity: 1 };
  assert.match(await confirmRefusal([install]), /Installation needs Router/);
  assert.equal((await sell(billing, account, [install, router])).status, 'COMPLETED');
  assert.match(
    await confirmRefusal([
      { product: { id: '3112' }, quantity: 1 },
      { product: { id: '3111' }, quantity: 1 },
    ]),
    /incompatible with Virtual Server M/,
  );
});

test('an identifier names one service', async () => {
  const item = internetItem();
  await sell(billing, account, [item]);
  assert.match(await confirmRefusal([item]), /identifier: ".*" belongs to the service/);
  const { service_resources: resources } = item as { service_resources: unknown[] };
  assert.match(
    await confirmRefusal([
      internetItem({ service_resources: [{ identifier: 'twice' }, { identifier: 'twice' }] }),
    ]),
    /is in the order twice/,
  );
  assert.ok(resources);
});

test('a product that requires an agreement is sold under one only', async () => {
  assert.match(
    await confirmRefusal([{ product: { id: '3104' }, quantity: 1 }]),
    /sold under an agreement only/,
  );
});

test('approval: waits, is approved on a day to come, completes then', async () => {
  const order = await sell(billing, account, [
    { product: { id: '3104' }, quantity: 1, selected_agreement: { id: '12' } },
  ]);
  assert.equal(order.status, 'IN_PROGRESS');
  assert.equal(order.order_items[0].awaiting_approval, true);
  assert.equal(
    (await billing.list('Service.list', { query: { original_order_id: order.id } })).length,
    0,
    'services start only after approval',
  );
  const item = order.order_items[0].id;
  await billing.ok('OrderItem.approve', {
    ...by(item),
    body: { approval_date: '2025-03-05T00:00:00-06:00' },
  });
  assert.equal((await billing.ok('Order.read', by(order.id))).status, 'APPROVED');
  assert.match(await billing.refused('OrderItem.approve', 422, { ...by(item), body: {} }), /APPROVED/);
  await billing.advance({ days: 4 });
  assert.equal((await billing.ok('Order.read', by(order.id))).status, 'COMPLETED');
});

test('approval: a product may approve by itself; what became impossible ends in ERROR', async () => {
  await billing.control('PUT', '/products/3103/approval', { required: true, approves_after_days: 10 });
  const order = await sell(billing, account, [{ product: { id: '3103' }, quantity: 1 }]);
  const other = await sell(billing, account, [{ product: { id: '3103' }, quantity: 1 }]);
  await billing.ok('OrderItem.deny', by(other.order_items[0].id));
  await billing.control('PUT', '/products/3103/state', { state: 'NOT_AVAILABLE' });
  await billing.advance({ days: 11 });
  assert.equal((await billing.ok('Order.read', by(order.id))).status, 'ERROR');
  assert.equal((await billing.ok('Order.read', by(other.id))).status, 'CANCELED');
});

test('pending services, the spelling of in progress, the default status and order numbers are switches', async () => {
  await billing.control('PATCH', '/fidelity', {
    pendingServices: true,
    inProgressSpelling: 'INPROGRESS',
    serviceStatusPrefix: true,
  });
  const order = await sell(billing, account, [
    { product: { id: '3104' }, quantity: 1, selected_agreement: { id: '12' } },
  ]);
  assert.equal(order.status, 'INPROGRESS');
  const query = { original_order_id: order.id };
  assert.equal((await billing.list('Service.list', { query }))[0].status, 'SERVICE_PENDING');
  for (const status of ['IN_PROGRESS', 'INPROGRESS'])
    assert.equal((await billing.list('Order.list', { query: { status } })).length, 1);
  await billing.ok('OrderItem.approve', { ...by(order.order_items[0].id), body: {} });
  assert.equal(
    (await billing.list('Service.list', { query: { ...query, status: 'ACTIVE' } }))[0].status,
    'SERVICE_ACTIVE',
  );
  await billing.control('PATCH', '/fidelity', {
    pendingServices: false,
    inProgressSpelling: 'IN_PROGRESS',
    serviceStatusPrefix: false,
  });
  await billing.control('PATCH', '/fidelity', { orderDefaultStatus: 'CONFIRMED', orderNumFromCaller: false });
  assert.equal(
    (await billing.ok('Order.create', { body: orderBody(account, [router]) })).status,
    'COMPLETED',
  );
  assert.equal(
    (await billing.ok('Order.create', { body: orderBody(account, [router], { status: 'DRAFT' }) })).status,
    'DRAFT',
  );
  assert.match(await refusal([router], { order_num: 'mine' }), /^order_num is assigned/);
  await billing.control('PATCH', '/fidelity', { orderDefaultStatus: 'DRAFT', orderNumFromCaller: true });
});

test('the path of 1.x for making drafts is a switch', async () => {
  const path = `/billing/2/billing-accounts/${account}/create-draft-order`;
  assert.equal((await billing.send('POST', path, { body: orderBody(account, [router]) })).status, 404);
  await billing.control('PATCH', '/fidelity', {
    orderCreatePath: '/billing-accounts/{id}/create-draft-order',
  });
  const made = await billing.send('POST', path, { body: { order_type: 'sales', order_items: [router] } });
  assert.deepEqual([made.status, made.body.status, made.body.billing_account.id], [200, 'DRAFT', account]);
  assert.equal(
    (await billing.send('POST', '/billing/2/orders', { body: orderBody(account, [router]) })).status,
    404,
  );
  await billing.control('PATCH', '/fidelity', { orderCreatePath: '/orders' });
});

test('prices that are paid on purchase need a payment', async () => {
  const { id } = await billing.ok('Product.create', {
    body: {
      product_type: 'general',
      name: 'Prepaid',
      introduction_date: '2025-01-01',
      product_category: { id: '44' },
    },
  });
  const ranges = [{ quantity_begin_range: 1, price: 40, level: 1, currency_code: 'USD' }];
  await billing.ok('ProductPrice.create', {
    ...by(id),
    body: {
      price_type: 'one-time',
      currency_code: 'USD',
      from_date: '2025-01-01',
      charge_category: { id: '602' },
      payment_on_purchase_required: true,
      price_ranges: ranges,
    },
  });
  await billing.ok('Product.activate', by(id));
  const order = await draft(billing, account, [{ product: { id }, quantity: 2 }]);
  assert.equal(order.due_now_total, 80);
  assert.match(
    await billing.refused('Order.confirm', 422, { ...by(order.id), body: {} }),
    /^payment is required: 80 USD/,
  );
  const payment = {
    amount: 80,
    billing_account: { id: account },
    payment_method: { payment_method_type: 'cash' },
  };
  const done = await billing.ok('Order.confirm', { ...by(order.id), body: { payment } });
  assert.equal(done.payments[0].amount, 80);
});

test('discounts on items are not supported', async () => {
  const item = { ...router, discount_configurations: [{ discount_identifier: { id: '1' } }] };
  assert.match(
    await billing.refused('Order.create', 501, { body: orderBody(account, [item]) }),
    /discount_configurations/,
  );
});

test('other broken items are named with their place', async () => {
  assert.match(await refusal([]), /^order_items must not be empty/);
  assert.match(
    await refusal([{ ...router, quantity: 0 }]),
    /^order_items\[0\]\.quantity must be greater than 0/,
  );
  assert.match(
    await refusal([internetItem({ order_items: [{ product: { id: IDS.staticIp }, quantity: -1 }] })]),
    /^order_items\[0\]\.order_items\[0\]\.quantity/,
  );
  assert.match(
    await refusal([internetItem({ selected_agreement: { id: '99' } })]),
    /^order_items\[0\]\.selected_agreement\.id/,
  );
  assert.match(await refusal([internetItem({ override_trial_days: 3 })]), /override_trial_days: the product/);
  assert.match(
    await refusal([internetItem({ requested_effective_date: '2024-01-01' })]),
    /requested_effective_date must not be before/,
  );
});
