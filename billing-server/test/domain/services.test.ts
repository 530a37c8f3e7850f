/** The life cycle of 9.3 and the terms of 9.5, over HTTP. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Body } from '../support/body.ts';
import { Billing, IDS } from '../support/billing.ts';
import { internetItem, makeAccount, orderBody, reasonOf, runningService, sell } from '../support/flows.ts';

let billing: Billing;
let account: string;
let end: { id: string };

beforeEach(async () => {
  billing = await Billing.start();
  account = (await makeAccount(billing)).id;
  end = await reasonOf(billing, 'ServiceReason.listDeactivation');
});
afterEach(() => billing.stop());

const by = (id: string): { params: { id: string } } => ({ params: { id } });
const read = (id: string): Promise<Body> => billing.ok('Service.read', by(id));
const statusOf = async (id: string): Promise<string> => (await read(id)).status;

async function adjustments(): Promise<readonly Body[]> {
  return billing.list('Adjustment.list', { query: { billing_account_id: account } });
}

test('a future start waits as SCHEDULED, and may be canceled', async () => {
  const requested_effective_date = '2025-03-20T00:00:00-05:00';
  const first = await runningService(billing, account, { requested_effective_date });
  const second = await runningService(billing, account, { requested_effective_date });
  assert.equal(first.status, 'SCHEDULED');
  await billing.ok('Service.deactivate', { ...by(second.id), body: { reason: end } });
  await billing.advance({ days: 20 });
  assert.equal(await statusOf(first.id), 'ACTIVE');
  assert.equal(await statusOf(second.id), 'CANCELED');
});

test('a trial is free until it ends', async () => {
  const order = await sell(billing, account, [{ product: { id: '3110' }, quantity: 1 }]);
  const { id } = order.order_items[0].service;
  assert.equal(await statusOf(id), 'TRIAL');
  await billing.advance({ days: 13 });
  assert.equal(await statusOf(id), 'TRIAL');
  await billing.advance({ days: 2 });
  assert.equal(await statusOf(id), 'ACTIVE');
  await billing.advance({ months: 1 });
  const [invoice] = await billing.list('Invoice.list', { query: { billing_account_id: account } });
  // In advance on the 1st of April: the rest of March from the 16th (16 of 31 days) and the whole of April.
  assert.equal(invoice.amount, 4.9 + 9.5);
});

test('suspended services still collect charges; only the arrows of the diagram exist', async () => {
  const { id } = await runningService(billing, account);
  const reason = await reasonOf(billing, 'ServiceReason.listSuspension');
  assert.match(
    await billing.refused('Service.resume', 422, by(id)),
    /^status: a service that is ACTIVE can not be resumed/,
  );
  assert.match(
    await billing.refused('Service.suspend', 422, { ...by(id), body: { reason: end } }),
    /^reason\.id: there is no suspension reason/,
  );
  await billing.ok('Service.suspend', { ...by(id), body: { reason } });
  assert.match(
    await billing.refused('Service.suspend', 422, { ...by(id), body: { reason } }),
    /SUSPENDED can not be suspended/,
  );
  await billing.advance({ months: 2 });
  assert.equal((await billing.list('Invoice.list', { query: { billing_account_id: account } })).length, 2);
  await billing.ok('Service.deactivate', { ...by(id), body: { reason: end } });
  assert.match(await billing.refused('Service.resume', 422, by(id)), /DEACTIVATED can not be resumed/);
});

test('the end of a service ends its add-ons, gives back what was paid in advance, and frees the identifier', async () => {
  const item = internetItem({ order_items: [{ product: { id: IDS.staticIp }, quantity: 2 }] });
  const order = await sell(billing, account, [item]);
  const { id } = order.order_items[0].service;
  await billing.control('POST', '/clock', { set: '2025-04-11T00:00:00-05:00' });
  await billing.ok('Service.deactivate', { ...by(id), body: { reason: end } });
  assert.equal(await statusOf(order.order_items[0].order_items[0].service.id), 'DEACTIVATED');
  // April was billed in advance: 20 of 30 days of 89 and of 10 come back.
  assert.equal((await billing.ok('BillingAccount.read', by(account))).pending_charges_total, -(59.33 + 6.67));
  const again = await sell(billing, account, [{ ...item, order_items: [] }]);
  assert.equal(again.status, 'COMPLETED');
});

test('an end on a day to come waits for it', async () => {
  const { id } = await runningService(billing, account);
  const answer = await billing.ok('Service.deactivate', {
    ...by(id),
    body: { reason: end, effective_date: '2025-03-10' },
  });
  assert.equal(answer.status, 'ACTIVE');
  await billing.advance({ days: 9 });
  assert.equal(await statusOf(id), 'DEACTIVATED');
  assert.match(
    await billing.refused('Service.deactivate', 422, { ...by(id), body: { reason: end } }),
    /DEACTIVATED can not be deactivated/,
  );
});

test('leaving a term early costs its flat charge', async () => {
  const { id } = await runningService(billing, account, { selected_agreement: { id: '11' } });
  await billing.advance({ months: 3 });
  await billing.ok('Service.deactivate', { ...by(id), body: { reason: end } });
  const [charge] = await adjustments();
  assert.deepEqual(
    [charge?.type, charge?.status, charge?.amount, charge?.credit],
    ['TERMINATION_CHARGE', 'POSTED', 75, false],
  );
});

test('or a percentage of what is left, at most the maximum', async () => {
  const { id } = await runningService(billing, account, { selected_agreement: { id: '12' } });
  await billing.advance({ months: 1 });
  await billing.ok('Service.deactivate', { ...by(id), body: { reason: end } });
  assert.equal((await adjustments())[0]?.amount, 600);
  const late = await runningService(billing, account, { selected_agreement: { id: '12' }, order_items: [] });
  await billing.advance({ months: 22 });
  await billing.ok('Service.deactivate', { ...by(late.id), body: { reason: end } });
  // Two months of 89 are left, half of which is charged.
  assert.equal((await adjustments())[1]?.amount, 89);
});

test('nothing is charged once the term is over', async () => {
  const { id } = await runningService(billing, account, { selected_agreement: { id: '12' } });
  await billing.advance({ months: 25 });
  assert.equal((await read(id)).current_agreement_service, null, 'SERVICE_ONLY goes on without a term');
  await billing.ok('Service.deactivate', { ...by(id), body: { reason: end } });
  assert.equal((await adjustments()).length, 0);
});

test('end actions: renew, change of agreement, deactivate, change of service', async () => {
  const sold = async (configuration: Readonly<Record<string, unknown>>, agreement = '11'): Promise<string> =>
    (
      await runningService(billing, account, {
        selected_agreement: { id: agreement },
        agreement_configuration: { agreement_period: 2, ...configuration },
      })
    ).id;
  const renewed = await sold({});
  const changed = await sold({}, '13');
  const ended = await sold({ end_action: 'DEACTIVATE_SERVICE' });
  const swapped = await sold({ end_action: 'CHANGE_SERVICE', next_service_product: { id: '3103' } });
  const once = await sold({ next_end_action: 'SERVICE_ONLY' });
  await billing.advance({ months: 3 });
  const service = await read(renewed);
  assert.deepEqual([service.renewal_count, service.current_agreement_service.renewed], [1, true]);
  assert.equal((await read(changed)).current_agreement_service.agreement.id, '11');
  assert.equal(await statusOf(ended), 'DEACTIVATED');
  const old = await read(swapped);
  assert.equal(old.status, 'REPLACED');
  assert.equal((await read(old.next_service.id)).product.id, '3103');
  await billing.advance({ months: 12 });
  assert.equal((await read(once)).current_agreement_service, null);
  assert.equal((await adjustments()).length, 0);
});

test('a renewal takes over when the term ends, with new price, quantity and term', async () => {
  const { id, current_agreement_service: term } = await runningService(billing, account, {
    selected_agreement: { id: '11' },
  });
  const item = {
    product: { id: IDS.internet },
    quantity: 2,
    selected_agreement: { id: '12' },
    order_item_prices: [{ product_price: { id: IDS.internetPrice }, unit_price: 60 }],
  };
  const renewal = await billing.ok('Service.renew', {
    ...by(id),
    body: { order: orderBody(account, [item]) },
  });
  assert.equal(renewal.renewal_date, term.end_date);
  assert.match(
    await billing.refused('Service.renew', 422, { ...by(id), body: { order: orderBody(account, [item]) } }),
    /has a renewal that has not begun/,
  );
  assert.equal((await read(id)).amount, 89);
  await billing.advance({ months: 12, days: 1 });
  const service = await read(id);
  assert.deepEqual(
    [service.amount, service.quantity, service.renewal_count, service.current_agreement_service.agreement.id],
    [120, 2, 1, '12'],
  );
});

test('a renewal needs a term, the same product and the same account', async () => {
  const { id } = await runningService(billing, account);
  const order = (product: string, of = account): unknown => ({
    order: orderBody(of, [{ product: { id: product }, quantity: 1 }]),
  });
  assert.match(
    await billing.refused('Service.renew', 422, { ...by(id), body: order(IDS.internet) }),
    /has no agreement to renew/,
  );
  await billing.ok('Service.addAgreement', { ...by(id), body: { agreement: { id: '11' } } });
  assert.match(
    await billing.refused('Service.renew', 422, { ...by(id), body: order('3101') }),
    /must be the product of the service/,
  );
  const other = (await makeAccount(billing)).id;
  assert.match(
    await billing.refused('Service.renew', 422, { ...by(id), body: order(IDS.internet, other) }),
    /must be the account of the service/,
  );
  assert.match(
    await billing.refused('Service.addAgreement', 422, { ...by(id), body: { agreement: { id: '11' } } }),
    /renew it instead/,
  );
});

test('a change replaces the product: identifiers, add-ons and, if wanted, the term move on', async () => {
  const item = internetItem({
    selected_agreement: { id: '12' },
    order_items: [{ product: { id: IDS.staticIp }, quantity: 1 }],
  });
  const sold = await sell(billing, account, [item]);
  const { id } = sold.order_items[0].service;
  await billing.control('POST', '/clock', { set: '2025-04-16T00:00:00-05:00' });
  const change = {
    order: orderBody(account, [{ product: { id: '3103' }, quantity: 1 }]),
    preserve_agreement: true,
  };
  const { changed_service_order_id: orderId } = await billing.ok('Service.change', {
    ...by(id),
    body: change,
  });
  const order = await billing.ok('Order.read', by(orderId));
  assert.deepEqual([order.order_type, order.status], ['change', 'COMPLETED']);
  const [old, next] = [await read(id), await read(order.order_items[0].service.id)];
  assert.deepEqual([old.status, old.next_service.id, next.status], ['REPLACED', next.id, 'ACTIVE']);
  assert.equal(next.service_resources.length, 1);
  assert.equal(next.child_services.length, 1);
  assert.equal(next.current_agreement_service.agreement.id, '12');
  assert.equal((await adjustments()).length, 0, 'a change is no termination');
  // Half of April of 89 comes back, half of 129 is charged with the next invoice.
  assert.equal((await billing.ok('BillingAccount.read', by(account))).pending_charges_total, -44.5);
  assert.match(
    await billing.refused('Service.change', 422, { ...by(id), body: change }),
    /REPLACED can not be changed/,
  );
});

test('a change on a day to come', async () => {
  const { id } = await runningService(billing, account);
  const body = {
    order: orderBody(account, [{ product: { id: '3103' }, quantity: 1 }]),
    effective_date: '2025-03-12',
  };
  const { changed_service_order_id: orderId } = await billing.ok('Service.change', { ...by(id), body });
  const next = (await billing.ok('Order.read', by(orderId))).order_items[0].service.id;
  assert.deepEqual([await statusOf(id), await statusOf(next)], ['ACTIVE', 'SCHEDULED']);
  await billing.advance({ days: 11 });
  assert.deepEqual([await statusOf(id), await statusOf(next)], ['REPLACED', 'ACTIVE']);
});

test('quantity follows the ranges, now and on a day to come; price needs the override', async () => {
  const order = await sell(billing, account, [{ product: { id: '3111' }, quantity: 9 }]);
  const { id } = order.order_items[0].service;
  assert.equal((await read(id)).amount, 288);
  assert.equal(
    (await billing.ok('Service.changeQuantity', { ...by(id), body: { new_quantity: 10 } })).amount,
    280,
  );
  await billing.ok('Service.changeQuantity', {
    ...by(id),
    body: { new_quantity: '50', effective_date: '2025-03-10' },
  });
  assert.equal((await read(id)).quantity, 10);
  await billing.advance({ days: 10 });
  assert.equal((await read(id)).amount, 1225);
  assert.match(
    await billing.refused('Service.changeQuantity', 422, { ...by(id), body: { new_quantity: 0 } }),
    /^new_quantity/,
  );
  assert.match(
    await billing.refused('Service.changePrice', 422, { ...by(id), body: { new_recurring_unit_price: 1 } }),
    /not sold with price override/,
  );
});

test('a service moves to another account by control', async () => {
  const sold = await sell(billing, account, [
    internetItem({ order_items: [{ product: { id: IDS.staticIp }, quantity: 1 }] }),
  ]);
  const { id } = sold.order_items[0].service;
  const other = (await makeAccount(billing)).id;
  const heir = await billing.control('POST', `/services/${id}/transfer`, { billing_account_id: other });
  assert.equal(await statusOf(id), 'TRANSFERRED');
  assert.deepEqual([heir.status, heir.billing_account.id], ['ACTIVE', other]);
  assert.equal(
    (await billing.list('Service.list', { query: { billing_account_id: other, parent_id: heir.id } })).length,
    1,
  );
});

test('the end of an account ends its services, then comes the final bill', async () => {
  await runningService(billing, account);
  await billing.ok('BillingAccount.deactivate', { ...by(account), body: { reason: end } });
  assert.equal(
    (await billing.list('Service.list', { query: { billing_account_id: account } }))[0].status,
    'DEACTIVATED',
  );
  await billing.advance({ months: 1 });
  const final = await billing.ok('BillingAccount.read', by(account));
  assert.equal(final.status, final.balance > 0 ? 'FINAL_BILL' : 'CLOSED');
  if (final.balance > 0)
    await billing.ok('Payment.create', { body: { amount: final.balance, billing_account: { id: account } } });
  assert.equal((await billing.ok('BillingAccount.read', by(account))).status, 'CLOSED');
});
