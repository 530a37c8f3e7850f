import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Json } from '../src/billing-peer.ts';
import { DONE, IN_SYNC, NO_ANSWER, type Desk, type Row } from '../src/desk.ts';
import { REP, World } from '../src/world.ts';

interface BillingOrder {
  readonly id: string;
  readonly status: string;
  readonly purchase_order_number: string;
  readonly order_items: readonly {
    readonly id: string;
    readonly product: { readonly name: string };
    readonly quantity: string;
  }[];
}

/** What the orders that the tests make are of. */
const ROUTER = { name: 'Router', id: '3191' };
const WORKS_ON_IT = /^The billing system has the order and is not done with it/;

describe('a rep synchronises an order', () => {
  let world: World;
  let rep: Desk;
  let orders: Row[];

  before(async () => {
    world = await World.start();
    orders = await (await world.as(REP)).records('Order', 'AllOrders');
    await world.tidy();
  });
  after(() => world?.close());
  beforeEach(async () => void (rep = await world.as(REP)));
  afterEach(() => world.tidy());

  /** The order of this account in the demo data. */
  async function orderOf(account: string): Promise<string> {
    for (const { id } of orders) {
      const [name] = await rep.read(id, 'Order.Account.Name');
      if (name === account) return id;
    }
    throw new Error(`The demo has no order of ${account}.`);
  }

  const sync = (id: string, until: string | RegExp): Promise<void> => rep.sync('Order', id, until);

  const inBilling = (id: string): Promise<BillingOrder[]> =>
    world.billing.get<BillingOrder[]>(`/billing/2/orders?order_num=${id}`);

  async function subscriptionsOf(id: string): Promise<Row[]> {
    const all = await rep.records('Subscription__c', 'All');
    const found: Row[] = [];
    for (const row of all) {
      const [orderId] = await rep.read(row.id, 'Subscription__c.Order__c');
      if (orderId === id) found.push(row);
    }
    return found;
  }

  // The second look comes a minute after the first: the last tests wait for it, all of them for the same minute.
  let approved: string;
  let ended: string;

  test('of which the answer is lost: nobody claims that it failed, and it waits', async () => {
    const id = await orderOf('Blue Heron Logistics');
    await world.billing.fault('Order.create', 'commit-then-drop');
    await sync(id, NO_ANSWER);
    assert.deepEqual(await subscriptionsOf(id), []);
  });

  test('that billing has to approve: it waits, and nothing runs yet', async () => {
    await askForApproval(true);
    approved = await newOrder();
    ended = await newOrder({ PoNumber: 'PO-1' });
    for (const id of [approved, ended]) await sync(id, WORKS_ON_IT);
    await askForApproval(false);
    assert.deepEqual(await subscriptionsOf(approved), []);
    await world.billing.post(`/billing/2/order-items/${await itemOf(approved)}/approve`, {});
    await world.billing.deny(await itemOf(ended));
    await rep.update(ended, { PoNumber: 'PO-2' });
  });

  test('that is activated: it is made, confirmed, and its lines run as subscriptions', async () => {
    const id = await orderOf('Granite Dental Group');
    await sync(id, DONE);
    const [order, ...more] = await inBilling(id);
    assert.ok(order);
    assert.deepEqual(more, []);
    assert.equal(order.status, 'COMPLETED');
    const names = order.order_items.map(({ product }) => product.name).sort();
    assert.deepEqual(names, ['Internet Access 500', 'Router']);
    const subscriptions = await subscriptionsOf(id);
    assert.equal(subscriptions.length, 2);
    for (const { id: subscription } of subscriptions) {
      assert.deepEqual(await rep.read(subscription, 'Subscription__c.Status__c'), ['Active']);
    }
    await sync(id, IN_SYNC);
  });

  test('that was changed here after it was sent: what was ordered stays as it was, which is told', async () => {
    const id = await newOrder({ PoNumber: 'PO-1' });
    await sync(id, DONE);
    await rep.update(id, { PoNumber: 'PO-2' });
    await sync(id, 'PO Number is another one in billing: PO-1.');
    assert.equal((await inBilling(id))[0]?.purchase_order_number, 'PO-1');
  });

  test('that is a draft: it has to be activated first', async () => {
    const id = await orderOf('Lakeside Brewing');
    await sync(id, 'Activate the order first.');
    assert.deepEqual(await inBilling(id), []);
  });

  test('of a customer that billing does not know: the account comes first, and a button leads to it', async () => {
    const id = await orderOf('Cedar Valley Schools');
    await sync(id, 'The account is not in the billing system yet. Synchronise the account first.');
    await rep.button('Go to the Account', rep.window).click();
    await rep.page.waitForURL(/\/lightning\/r\/(Account\/)?001/);
    await rep.window.waitFor({ state: 'detached' });
    await rep.page.getByRole('heading', { name: 'Cedar Valley Schools' }).waitFor();
  });

  for (const [account, words] of [
    ['Juniper Clinics', 'A line asks for “Change”, which can’t be sent to the billing system yet.'],
    ['Evergreen Textiles', 'A line does not say what it asks for. Choose its request type.'],
  ] as const) {
    test(`that can’t be sent: ${words}`, async () => {
      const id = await orderOf(account);
      await sync(id, words);
      assert.deepEqual(await inBilling(id), []);
    });
  }

  test('that billing refuses: its words reach the rep', async () => {
    const id = await newOrder();
    await world.billing.fault('Order.create', 'status=422');
    await sync(id, /The billing system did not accept this/);
    assert.deepEqual(await inBilling(id), []);
  });

  test('while billing is slow: the window says what goes on', async () => {
    const id = await newOrder();
    await world.billing.fault('Order.create', 'latency=2000');
    await sync(id, 'Synchronising …');
    await rep.see(DONE, rep.window);
  });

  test('of which the answer was lost: it is found again, confirmed and not made twice', async () => {
    const id = await orderOf('Blue Heron Logistics');
    await rep.until(async () => (await inBilling(id))[0]?.status === 'COMPLETED', 90_000);
    assert.equal((await inBilling(id)).length, 1);
    await rep.until(async () => (await subscriptionsOf(id)).length === 1, 30_000);
  });

  test('that was changed in billing: approved meanwhile, its subscription is here', async () => {
    await rep.openRecord('Order', approved);
    await rep.until(async () => (await subscriptionsOf(approved)).length === 1, 90_000);
    await sync(approved, IN_SYNC);
  });

  test('that was changed on both sides: there is no side to choose, and what billing did is told', async () => {
    await rep.openRecord('Order', ended);
    await rep.see(/^The billing system has ended this order without carrying it out/, rep.panel);
    await sync(ended, /^The billing system has ended this order without carrying it out/);
    assert.equal(await rep.button('Write Changes', rep.window).count(), 0);
    const found = await inBilling(ended);
    assert.deepEqual(
      found.map(({ purchase_order_number }) => purchase_order_number),
      ['PO-1'],
    );
  });

  const itemOf = async (id: string): Promise<string> => (await inBilling(id))[0]?.order_items[0]?.id ?? '';

  const askForApproval = (required: boolean): Promise<Json> =>
    world.billing.put(`/_control/products/${ROUTER.id}/approval`, { required });

  /** One more activated order of Granite Dental Group: a router. */
  async function newOrder(fields: Json = {}): Promise<string> {
    const model = await orderOf('Granite Dental Group');
    const [accountId, pricebookId] = await rep.read(model, 'Order.AccountId', 'Order.Pricebook2Id');
    const id = await rep.create('Order', {
      AccountId: accountId,
      Pricebook2Id: pricebookId,
      EffectiveDate: new Date().toISOString().slice(0, 10),
      Status: 'Draft',
      ...fields,
    });
    const [entry] = await rep.related(
      await rep.idOf('Product2', ROUTER.name, 'AllProducts'),
      'PricebookEntries',
      'PricebookEntry.UnitPrice',
    );
    assert.ok(entry);
    await rep.create('OrderItem', {
      OrderId: id,
      PricebookEntryId: entry.id,
      Quantity: 1,
      UnitPrice: entry.fields.UnitPrice?.value,
      RequestType__c: 'New',
    });
    await rep.update(id, { Status: 'Activated' });
    return id;
  }
});
