/** The bodies that the API's documentation shows, word for word. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Billing, sample } from '../support/billing.ts';

let billing: Billing;

before(async () => {
  billing = await Billing.start();
  // The next ids are those of the samples.
  const { store } = billing.server.tenant;
  for (const [name, value] of [
    ['billing_account', 50_210],
    ['account_num', 1041],
    ['party', 60_309],
    ['customer_num', 1043],
  ] as const)
    store.reserve(name, value);
  for (const [name, value] of [
    ['recurring_payment', 904],
    ['payment_method', 1906],
  ] as const)
    store.reserve(name, value);
});
after(() => billing.stop());

/** Every property of the sample, with the sample's value; what the sample leaves out may be there. */
function assertHolds(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected !== 'object' || expected === null) return assert.deepEqual(actual, expected, path);
  // The sample's response leaves the addresses out that its request has.
  if (Array.isArray(expected)) {
    if (!path.endsWith('.addresses')) assert.deepEqual(actual, expected, path);
    return;
  }
  for (const [name, value] of Object.entries(expected))
    assertHolds((actual as Record<string, unknown>)[name], value, `${path}.${name}`);
}

test('the account of 6.3 is made from its request and answered as its response', async () => {
  const account = await billing.ok('BillingAccount.create', {
    body: sample('BillingAccount.create.request'),
  });
  assertHolds(account, JSON.parse(sample('BillingAccount.create.response')), 'account');
  assert.match(
    (await billing.call('BillingAccount.read', { params: { id: '50211' } })).text,
    /"balance":0\.00,/,
  );
});

test('the stored payment method of 6.6 has the form of its response', async () => {
  const { body } = await billing.call('RecurringPayment.create', {
    params: { id: '50211' },
    body: sample('RecurringPayment.create.request'),
  });
  const { payment_method: method, ...rest } = JSON.parse(
    sample('RecurringPayment.create.response'),
  ) as Record<string, Record<string, unknown>>;
  assert.deepEqual(Object.keys(body).sort(), [...Object.keys(rest), 'payment_method'].sort());
  assert.equal(body.id, '905');
  assert.equal(body.payment_method.id, '1907');
  const expected = Object.keys(method ?? {}).filter((name) => name !== 'first_name' && name !== 'last_name');
  assert.deepEqual(
    expected.filter((name) => !Object.hasOwn(body.payment_method, name)),
    [],
  );
});

test('the order of 8.3 is accepted and becomes services', async () => {
  await billing.control('POST', '/clock', { set: '2025-03-11T00:00:00Z' });
  const order = await billing.ok('Order.create', { body: sample('Order.create.request') });
  assert.equal(order.status, 'DRAFT');
  assert.equal(order.order_num, '801A0000002bQkRIAU');
  assert.equal(order.order_items[0].order_item_prices[0].unit_price, 79);
  const done = await billing.ok('Order.confirm', { params: { id: order.id }, body: {} });
  const query = { original_order_id: order.id, original_order_item_sequence: 1 };
  const [service] = await billing.list('Service.list', { query });
  assert.equal(done.order_items[0].service.id, service.id);
  assert.equal(service.custom_field_values[0].value, '802A0000009aBcD');
  assert.equal(service.start_date, '2025-03-09T19:00:00-05:00');
});

test('the custom field value of 12 is accepted', async () => {
  const [service] = await billing.list('Service.list', { query: { parent_id: '77001' } });
  const value = await billing.ok('CustomFieldValue.addToService', {
    params: { service_id: service.id },
    body: sample('CustomFieldValue.addToService.request'),
  });
  assert.equal(value.value, 'a0X5e00000KqL2');
  assert.ok(value.custom_field.name);
});

test('product and relation of 7.2 are accepted', async () => {
  const product = await billing.ok('Product.create', { body: sample('Product.create.request') });
  assert.equal(product.state, 'DRAFT');
  // The seeded catalog has the sample's relation already, so another product gets it.
  await billing.ok('ProductRelation.create', {
    params: { product_id: '3111' },
    body: sample('ProductRelation.create.request'),
  });
});
