/** The way of orders, subscriptions and products through the package's Apex to a billing server and back, over HTTP. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { OrderBook, type Line, type Preview, type RunItem } from '../src/order-book.ts';

const INTERNET: Line = { product: 'NET-500', fields: { Term__c: 'term' } };
/** Needs an approval in billing, and has two prices. */
const FIBER: Line = {
  product: 'FIBER-10G',
  fields: {
    Term__c: 'term',
    UnitPrice: '1450',
    Price__c: `[
      SELECT Id FROM Price__c
      WHERE Product__r.ProductCode = 'FIBER-10G' AND ChargeType__c = 'Recurring' AND CurrencyCode__c = 'USD'
    ].Id`,
  },
};
const RUNNING_INTERNET = ['Internet Access 500 Active: Internet Access 500 Base Active'];

let book: OrderBook;
before(async () => {
  book = await OrderBook.open();
});
after(async () => {
  await book.close();
});
afterEach(async () => {
  await book.billing.clearFaults();
});

/** Previews and runs one record, faults and all, and lets the jobs that follow do their work. */
async function sync(
  recordId: string,
  ...faults: readonly (readonly [operation: string, fault: string])[]
): Promise<{ readonly preview: Preview; readonly atOnce: RunItem; readonly end: RunItem }> {
  const preview = book.preview([recordId]);
  for (const [operation, fault] of faults) await book.billing.fault(operation, fault);
  const [atOnce] = book.run(preview);
  book.finishJobs();
  const [end] = book.progress(preview);
  assert.ok(atOnce && end, 'The record has an operation.');
  return { preview, atOnce, end };
}

function blockedBy(orderId: string): readonly string[] {
  const [item] = book.preview([orderId]).items;
  assert.equal(item?.outcome, 'blocked');
  return item.reasons.map(({ name }) => name);
}

describe('orders', () => {
  test('an order becomes a confirmed order in billing, and subscriptions with items here', async () => {
    const order = book.addOrder([
      INTERNET,
      { product: 'IP-1', isAddOn: true },
      { product: 'VS-M', quantity: 12 },
    ]);
    book.takeCalls();

    const { preview, atOnce } = await sync(order);

    assert.equal(preview.items[0]?.outcome, 'create');
    assert.deepEqual(
      preview.items[0].children.map(({ recordName, children }) => [recordName, children.length]),
      [
        ['Internet Access 500', 1],
        ['Virtual Server M', 0],
      ],
    );
    assert.equal(atOnce.state, 'done', String(atOnce.message));
    assert.equal(book.takeCalls(), 5, 'two looks, the draft, its confirmation, its services');
    const [made] = await book.ordersInBilling(order);
    assert.equal(made?.status, 'COMPLETED');
    assert.deepEqual(book.subscriptionsOf(order), [
      'Internet Access 500 Active: Internet Access 500 Base Active, Static IP Add-on Active',
      'Virtual Server M Active: Virtual Server M Base Active',
    ]);
    const money = book.query(
      `SELECT TotalMrr__c, CurrencyCode__c, Term__r.Name FROM Subscription__c WHERE Order__c = '${order}' ORDER BY Name`,
    );
    assert.deepEqual(
      money.map((one) => [one.TotalMrr__c, one.CurrencyCode__c]),
      [
        [94, 'USD'],
        [336, 'USD'],
      ],
      'an add-on counts, and twelve servers cost what billing says that twelve cost',
    );

    const again = book.preview([order]);
    assert.equal(again.items[0]?.outcome, 'unchanged');
    assert.deepEqual(again.items[0].reasons, [], 'nothing of it differs');
    assert.ok(!again.runId, 'nothing to do: one server call');
    assert.equal(book.takeCalls(), 2, 'the order and its services');
  });

  test('what is sold once shows what it brought, though billing names only what recurs', async () => {
    const order = book.addOrder([{ product: 'ROUTER', quantity: 2 }]);

    const { end } = await sync(order);

    assert.equal(end.state, 'done', String(end.message));
    assert.deepEqual(book.subscriptionsOf(order), ['Router Active: Router One-time Active']);
    const revenue = () =>
      book
        .query(
          `SELECT TotalNrr__c, TotalMrr__c, CurrencyCode__c FROM Subscription__c WHERE Order__c = '${order}'`,
        )
        .map((one) => [one.TotalNrr__c, one.TotalMrr__c, one.CurrencyCode__c]);
    assert.deepEqual(revenue(), [[378, 0, 'USD']]);
    const [subscription] = book.query(`SELECT Id FROM Subscription__c WHERE Order__c = '${order}'`);
    assert.equal(
      book.preview([String(subscription?.Id)]).items[0]?.outcome,
      'unchanged',
      'nothing takes it away',
    );
  });

  for (const [what, faults] of [
    ['the answer to the draft gets lost', [['Order.create', 'commit-then-drop']]],
    ['the answer to the confirmation gets lost', [['Order.confirm', 'commit-then-drop']]],
    ['the confirmation is refused for now', [['Order.confirm', 'status=503']]],
    ['the services can’t be read', [['Service.list', 'status=500']]],
    [
      'all of it goes wrong',
      [
        ['Order.create', 'commit-then-drop'],
        ['Order.confirm', 'commit-then-drop'],
        ['Service.list', 'status=503'],
      ],
    ],
  ] as const) {
    test(`${what}: the order heals by looking`, async () => {
      const order = book.addOrder([INTERNET]);

      const { atOnce, end } = await sync(order, ...faults);

      assert.equal(atOnce.state, 'waiting');
      assert.equal(end.state, 'done', String(end.message));
      assert.deepEqual(
        (await book.ordersInBilling(order)).map(({ status }) => status),
        ['COMPLETED'],
        'one order, however often it was tried',
      );
      assert.deepEqual(book.subscriptionsOf(order), RUNNING_INTERNET);
    });
  }

  test('an order that needs an approval waits, says so, and goes on once it has it', async () => {
    const order = book.addOrder([FIBER]);

    const { end } = await sync(order);

    assert.equal(end.state, 'waiting');
    assert.equal(end.reason?.name, 'orderWaiting');
    assert.deepEqual(book.subscriptionsOf(order), []);
    const [waiting] = await book.ordersInBilling(order);
    await book.billing.post(`/billing/2/order-items/${waiting?.order_items[0]?.id}/approve`, {});
    const again = await sync(order);
    assert.equal(again.atOnce.state, 'done', 'whoever asks again need not wait for the next look');
    assert.deepEqual(book.subscriptionsOf(order), [
      'Dedicated Fiber 10G Active: Dedicated Fiber 10G Base Active',
    ]);
  });

  test('an order that billing denies is never sent again', async () => {
    const order = book.addOrder([FIBER]);
    const preview = book.preview([order]);
    book.run(preview);
    const [waiting] = await book.ordersInBilling(order);
    await book.billing.deny(waiting?.order_items[0]?.id ?? '');
    book.finishJobs();

    assert.deepEqual(
      book.progress(preview).map(({ state, reason }) => [state, reason?.name]),
      [['cancelled', 'orderEnded']],
    );
    assert.deepEqual(blockedBy(order), ['orderEnded']);
    assert.equal((await book.ordersInBilling(order)).length, 1);
  });

  test('an add-on to what runs becomes an item of its subscription', async () => {
    const [running] = book.query(
      `SELECT Id FROM Subscription__c WHERE Product__r.ProductCode = 'NET-500' AND Order__c != NULL LIMIT 1`,
    );
    const order = book.addOrder([
      { product: 'IP-1', fields: { Subscription__c: `'${String(running?.Id)}'` } },
    ]);

    const { end } = await sync(order);

    assert.equal(end.state, 'done', String(end.message));
    const [added] = book.query(
      `SELECT Subscription__c, Type__c FROM SubscriptionItem__c WHERE OrderItem__r.OrderId = '${order}'`,
    );
    assert.deepEqual([added?.Subscription__c, added?.Type__c], [running?.Id, 'Add-on']);
  });

  test('what stands in the way is named', () => {
    assert.deepEqual(blockedBy(book.addOrder([{ product: 'FIBER-10G', fields: { Term__c: 'term' } }])), [
      'priceNotClear',
    ]);
    assert.deepEqual(blockedBy(book.addOrder([{ product: 'VS-S', fields: { UnitPrice: '1' } }])), [
      'priceNotChangeable',
    ]);
    assert.deepEqual(
      blockedBy(book.addOrder([{ product: 'VS-S', fields: { RequestType__c: `'Cancel'` } }])),
      ['requestTypeNotSupported'],
    );
  });

  test('a refusal of billing is told in its words, and nothing runs', async () => {
    const order = book.addOrder([INTERNET]);

    const { end } = await sync(order, ['Order.create', 'status=422']);

    assert.equal(end.state, 'failed');
    assert.equal(end.reason?.name, 'billingRejected');
    assert.deepEqual(await book.ordersInBilling(order), []);
  });

  test('fifty orders: two calls for each, and a few that they share', () => {
    const orders = book.addOrders(50, [{ product: 'VS-S' }]);
    book.takeCalls();

    const preview = book.preview(orders);
    const looked = book.takeCalls();
    book.run(preview);
    book.finishJobs();

    assert.equal(looked, 1, 'fifty keys in a call');
    assert.ok(book.progress(preview).every(({ state }) => state === 'done'));
    assert.equal(book.takeCalls(), 104, '50 drafts, 50 confirmations, and two times look and services');
    const again = book.preview(orders);
    assert.ok(again.items.every(({ outcome }) => outcome === 'unchanged'));
    assert.equal(book.takeCalls(), 2, 'fifty orders in a call, and fifty services');
  });
});

describe('subscriptions and products', () => {
  test('a suspended service, and an add-on sold in billing, show here after a sync', async () => {
    const order = book.addOrder([INTERNET, { product: 'IP-1', isAddOn: true }]);
    await sync(order);
    const [subscription] = book.query(
      `SELECT Id, Identity__c FROM Subscription__c WHERE Order__c = '${order}'`,
    );
    const service = String(subscription?.Identity__c).split(':').at(-1) ?? '';
    const [reason] = await book.billing.get<{ id: string }[]>('/billing/2/service-suspension-reasons');
    await book.billing.post(`/billing/2/services/${service}/suspend`, { reason: { id: reason?.id } });

    const { preview, end } = await sync(String(subscription?.Id));

    assert.equal(preview.items[0]?.outcome, 'updateSalesforce');
    assert.equal(end.state, 'done', String(end.message));
    assert.deepEqual(
      book.subscriptionsOf(order).map((text) => text.split(':')[0]),
      ['Internet Access 500 Suspended'],
    );
  });

  test('all subscriptions of the tenant cost their share of two lists', () => {
    const ids = book.query('SELECT Id FROM Subscription__c LIMIT 50').map(({ Id }) => String(Id));
    book.takeCalls();
    book.preview(ids);
    assert.equal(book.takeCalls(), 2, 'the services, and the add-ons of all of them');
  });

  test('a product brings a price that was deleted here', async () => {
    book.execute(
      `Price__c gone = [SELECT Id FROM Price__c WHERE Product__r.ProductCode = 'VS-L' AND CurrencyCode__c = 'USD'];
       BillingLinks.remove(BillingLinks.ofRecords(new Set<Id>{ gone.Id })[0]);
       delete gone;`,
    );
    const [product] = book.query(`SELECT Id FROM Product2 WHERE ProductCode = 'VS-L'`);

    const { end } = await sync(String(product?.Id));

    assert.equal(end.state, 'done', String(end.message));
    const prices = book.query(
      `SELECT UnitPrice__c FROM Price__c WHERE Product__r.ProductCode = 'VS-L' AND CurrencyCode__c = 'USD'`,
    );
    assert.deepEqual(
      prices.map(({ UnitPrice__c: amount }) => amount),
      [148],
    );
  });
});
