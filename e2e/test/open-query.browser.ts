import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Desk } from '../src/desk.ts';
import { ADMIN, REP, World } from '../src/world.ts';

/** A linked record of each object, and what its page in billing and its object there say. */
const OBJECTS = [
  {
    object: 'Account',
    list: 'AllAccounts',
    name: 'Blue Heron Logistics',
    page: '/ui/billing-accounts/',
    shows: 'Blue Heron Logistics',
    says: /Account num\s*1001/,
  },
  {
    object: 'Subscription__c',
    list: 'Active',
    name: 'SUB-00000001',
    page: '/ui/services/',
    shows: 'service 77001',
    says: /Service 77001/,
  },
  {
    object: 'Product2',
    list: 'AllProducts',
    name: 'SIP Trunk',
    page: '/ui/products/',
    shows: 'SIP Trunk',
    says: /Sku\s*SIP/,
  },
] as const;

describe('open and query', () => {
  let world: World;

  before(async () => void (world = await World.start()));
  after(() => world?.close());
  afterEach(() => world.tidy());

  async function linkedOrder(desk: Desk): Promise<string> {
    const [order] = await desk.records('Order', 'AllOrders');
    assert.ok(order);
    await desk.openRecord('Order', order.id);
    await desk.see('Done. Salesforce and billing agree.', await desk.act('Sync with Billing'));
    return order.id;
  }

  /** Clicks Open; gives the address of the window that opens and the text of its page. */
  async function open(desk: Desk, object: string, id: string): Promise<{ url: URL; text: string }> {
    await desk.openRecord(object, id);
    const [popup] = await Promise.all([desk.page.waitForEvent('popup'), desk.act('Open in Billing')]);
    await popup.waitForLoadState();
    const seen = { url: new URL(popup.url()), text: await popup.locator('body').innerText() };
    await popup.close();
    return seen;
  }

  for (const { object, list, name, page, shows, says } of OBJECTS) {
    test(`a rep opens a ${object} in billing; a link is there as well, should the browser block the window`, async () => {
      const rep = await world.as(REP);
      const id = await rep.idOf(object, name, list);
      const { url, text } = await open(rep, object, id);
      assert.equal(url.origin, world.billing.url);
      assert.ok(url.pathname.startsWith(page), url.pathname);
      assert.ok(text.includes(shows), `The page is that of the record: ${text}`);
      await rep.page.getByRole('status').getByRole('link').first().waitFor();
    });

    test(`an admin looks at the ${object} as billing has it`, async () => {
      const admin = await world.as(ADMIN);
      const id = await admin.idOf(object, name, list);
      await admin.openRecord(object, id);
      const window = await admin.act('Query Billing');
      await admin.see('From Northwind Billing', window);
      assert.match(await window.innerText(), says);
      await admin.assertAccessible(window);
    });
  }

  test('an order that was sent is opened and looked at', async () => {
    const admin = await world.as(ADMIN);
    const id = await linkedOrder(admin);
    const { url, text } = await open(admin, 'Order', id);
    assert.match(url.pathname, /^\/ui\/orders\/\d+$/);
    assert.match(text, /Internet Access 500/);
    await admin.openRecord('Order', id);
    const window = await admin.act('Query Billing');
    await admin.see('From Northwind Billing', window);
    assert.match(await window.innerText(), /COMPLETED/);
  });

  test('the object is searched, and shown as JSON', async () => {
    const admin = await world.as(ADMIN);
    await admin.openRecord('Account', await admin.idOf('Account', 'Blue Heron Logistics'));
    const window = await admin.act('Query Billing');
    await window.getByLabel('Search in names and values').fill('macon');
    await admin.see(/^1 of \d+$/, window);
    await window.getByRole('tab', { name: 'JSON' }).click();
    const json = window.locator('c-billing-query-text');
    await json.waitFor();
    assert.match(await json.innerText(), /"city" : "Macon"/);
    await admin.assertAccessible(window);
  });

  test('a rep is offered no Query: what billing holds of a customer is for those who may look', async () => {
    const rep = await world.as(REP);
    await rep.openRecord('Account', await rep.idOf('Account', 'Blue Heron Logistics'));
    await rep.see('Billing number', rep.panel);
    assert.equal(await rep.button('Query', rep.panel).count(), 0);
    for (const [object, list] of [
      ['Account', 'AllAccounts'],
      ['Order', 'AllOrders'],
      ['Subscription__c', 'Active'],
      ['Product2', 'AllProducts'],
    ] as const) {
      const [record] = await rep.records(object, list);
      await rep.openRecord(object, record?.id ?? '');
      assert.equal(await rep.page.getByText('Query Billing').count(), 0, `It is not offered on ${object}.`);
    }
  });

  test('what is not in billing can’t be opened, and the rep is told so', async () => {
    const rep = await world.as(REP);
    await rep.openRecord('Account', await rep.idOf('Account', 'Kestrel Air Cargo'));
    await rep.act('Open in Billing');
    await rep.see('Open in billing is not possible');
    await rep.see('This record is not in the billing system yet.');
  });

  test('a host that the admin has not allowed is not opened', async () => {
    const admin = await world.as(ADMIN);
    const [connection] = await admin.records('BillingConnection__c', 'All');
    assert.ok(connection);
    const [hosts] = await admin.read(connection.id, 'BillingConnection__c.AllowedHosts__c');
    await admin.update(connection.id, { AllowedHosts__c: 'billing.example.com' });
    await admin.openRecord('Account', await admin.idOf('Account', 'Blue Heron Logistics'));
    await admin.act('Open in Billing');
    await admin.see('Open in billing is not possible');
    await admin.update(connection.id, { AllowedHosts__c: hosts });
  });

  test('billing does not answer: Query says so and can be tried again', async () => {
    const admin = await world.as(ADMIN);
    await world.billing.fault('BillingAccount.read', 'status=503', 20);
    await admin.openRecord('Account', await admin.idOf('Account', 'Blue Heron Logistics'));
    const window = await admin.act('Query Billing');
    await admin.see(/The billing system does not answer at the moment/, window);
    await world.billing.clearFaults();
    await window
      .getByRole('button', { name: /Look Again|Try Again|Read again/ })
      .first()
      .click();
    await admin.see('From Northwind Billing', window);
  });
});
