import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';
import { DONE, type Desk } from '../src/desk.ts';
import { ADMIN, AUTOMATION, REP, SUPPORT, World } from '../src/world.ts';

/** The order of this account in the demo data. */
async function orderOf(desk: Desk, account: string): Promise<string> {
  for (const { id } of await desk.records('Order', 'AllOrders')) {
    const [name] = await desk.read(id, 'Order.Account.Name');
    if (name === account) return id;
  }
  throw new Error(`The demo has no order of ${account}.`);
}

const NOT_YET = /^You may not use billing in Salesforce yet\./;

describe('the billing panel', () => {
  let world: World;

  before(async () => void (world = await World.start()));
  after(() => world?.close());
  afterEach(() => world.tidy());

  test('shows number, status, balance and the last synchronisation of an account', async () => {
    const rep = await world.as(REP);
    await rep.openRecord('Account', await rep.idOf('Account', 'Harbor Hotels'));
    await rep.see('Billing number', rep.panel);
    const text = await rep.panel.innerText();
    for (const words of ['1007', 'Northwind Billing', 'Status', 'Billing Balance', 'Last Synchronised']) {
      assert.ok(text.includes(words), `${words} in: ${text}`);
    }
    await rep.assertAccessible(rep.panel);
  });

  test('shows revenue of a subscription', async () => {
    const rep = await world.as(REP);
    await rep.openRecord('Subscription__c', await rep.idOf('Subscription__c', 'SUB-00000001', 'Active'));
    await rep.see('Total MRR', rep.panel);
    await rep.see('$99.00', rep.panel);
  });

  test('shows what stands in the way of an order, and what billing has of it once it is sent', async () => {
    const rep = await world.as(REP);
    const draft = await orderOf(rep, 'Lakeside Brewing');
    await rep.openRecord('Order', draft);
    await rep.see('Activate the order first.', rep.panel);
    assert.equal(await rep.button('Open', rep.panel).count(), 0, 'There is nothing to open yet.');
    await rep.assertAccessible(rep.panel);
    const sent = await orderOf(rep, 'Granite Dental Group');
    await rep.sync('Order', sent, DONE);
    await rep.button('Close', rep.window).click();
    await rep.see(/^Billing number 7\d+/, rep.panel);
    assert.match(await rep.panel.innerText(), /Status\s+Completed\s+Total\s+\$[\d,.]+\s+Due Now\s+\$/);
    await rep.button('Open', rep.panel).waitFor();
    await rep.assertAccessible(rep.panel);
  });

  test('says what differs now, without writing', async () => {
    const rep = await world.as(REP);
    const id = await rep.idOf('Account', 'Granite Dental Group');
    await rep.openRecord('Account', id);
    await rep.button('Compare Now', rep.panel).click();
    await rep.see('300 Quarry Way', rep.panel.locator('c-billing-changes'));
    await rep.assertAccessible(rep.panel);
    const number = String((await rep.read(id, 'Account.BillingAccountNumber__c'))[0]);
    const { responsible_party } = await world.billing.account(number);
    assert.doesNotMatch(JSON.stringify(responsible_party), /300 Quarry Way/);
  });

  test('says why a record is not in sync and leads to the remedy', async () => {
    const rep = await world.as(REP);
    await rep.openRecord('Account', await rep.idOf('Account', 'Tidewater Rentals'));
    await rep.see('Why is this not in sync?', rep.panel);
    await rep.see('Billing Street is empty, and the billing system needs it.', rep.panel);
    await rep.button('Edit the Record', rep.panel).click();
    await rep.window.getByLabel('Billing Street').waitFor();
  });

  test('after the remedy the record is synchronised from the panel', async () => {
    const rep = await world.as(REP);
    const id = await rep.idOf('Account', 'Tidewater Rentals');
    await rep.update(id, { BillingStreet: '9 Harbor Road' });
    await rep.openRecord('Account', id);
    await rep.button('Sync', rep.panel).click();
    await rep.see('Done. Salesforce and billing agree.', rep.window);
    await rep.button('Close', rep.window).click();
    await rep.see('Billing number', rep.panel);
  });

  test('is linked by hand by an admin and unlinked again, who is told what stays and what goes', async () => {
    const admin = await world.as(ADMIN);
    const id = await admin.idOf('Account', 'Redwood Robotics (US)');
    await admin.openRecord('Account', id);
    await admin.button('Link by Hand', admin.panel).click();
    await admin.see('1 found', admin.window);
    await admin.window.getByText(/^1012 · Redwood Robotics · /).click();
    await admin.button('Link', admin.window).click();
    await admin.see('Billing number', admin.panel);
    await admin.panel.getByRole('button', { name: /^Unlink/ }).click();
    await admin.see('Nothing is deleted in the billing system.', admin.window);
    await admin.see('Is emptied', admin.window);
    await admin.assertAccessible(admin.window);
    await admin.button('Unlink', admin.window).click();
    await admin.see('This record is not in the billing system yet.', admin.panel);
    assert.deepEqual(await admin.read(id, 'Account.BillingAccountNumber__c'), [null]);
  });

  test('is linked by hand to whichever connection of the org an admin chooses', async () => {
    const admin = await world.as(ADMIN);
    const [first] = await admin.records('BillingConnection__c', 'All');
    const names = ['System__c', 'EndpointName__c', 'OrgId__c', 'TimeZone__c', 'Status__c'];
    const values = await admin.read(first?.id ?? '', ...names.map((name) => `BillingConnection__c.${name}`));
    const fields = Object.fromEntries(names.map((name, index) => [name, values[index]]));
    const second = await admin.create('BillingConnection__c', { ...fields, Name: 'Second tenant' });
    const id = await admin.create('Account', { Name: 'Of the second tenant' });
    await admin.openRecord('Account', id);
    await admin.button('Link by Hand', admin.panel).click();
    await admin.window.getByRole('combobox').click();
    await admin.page.getByRole('option', { name: 'Second tenant' }).click();
    await admin.window.getByRole('searchbox').fill('1012');
    await admin.button('Search', admin.window).click();
    await admin.window.getByText(/^1012 · Redwood Robotics · /).click();
    await admin.assertAccessible(admin.window);
    await admin.button('Link', admin.window).click();
    await admin.see('Second tenant', admin.panel);
    await admin.update(second, { Status__c: 'Paused' });
  });

  for (const [choice, after] of [
    [/^End it:/, 'Done'],
    [/^Try again from the beginning:/, 'Done'],
  ] as const) {
    test(`lets an admin decide about what is parked: ${choice.source}`, async () => {
      const admin = await world.as(ADMIN);
      const id = await admin.idOf('Account', 'Cedar Valley Schools');
      const [connection] = await admin.records('BillingConnection__c', 'All');
      const operation = await admin.create('BillingOperation__c', {
        Connection__c: connection?.id,
        State__c: 'Parked',
        Kind__c: 'create',
        Type__c: 'billing-account',
        ObjectName__c: 'Account',
        RecordId__c: id,
        RunId__c: randomUUID(),
        Reason__c: 'duplicateInBilling',
        RepMessage__c: 'There are two of it.',
      });
      await admin.openRecord('Account', id);
      await admin.button('Decide What Comes Next', admin.panel).click();
      await admin.window.getByText(choice).click();
      await admin.assertAccessible(admin.window);
      await admin.button('Confirm', admin.window).click();
      await admin.window.waitFor({ state: 'detached' });
      await admin.until(
        async () => (await admin.read(operation, 'BillingOperation__c.State__c'))[0] === after,
      );
      await admin.go(`/lightning/r/BillingOperation__c/${operation}/view`);
      await admin.see('This operation does not wait for a person', await admin.act('Decide What Comes Next'));
    });
  }

  test('fits a phone', async () => {
    const rep = await world.as(REP, { width: 390, height: 844 });
    await rep.go(`/lightning/r/Account/${await rep.idOf('Account', 'Blue Heron Logistics')}/view`);
    await rep.see('Billing number', rep.panel);
    const box = await rep.panel.boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  });
});

describe('users with different permissions', () => {
  let world: World;

  before(async () => void (world = await World.start()));
  after(() => world?.close());
  afterEach(() => world.tidy());

  for (const [object, list] of [
    ['Account', 'AllAccounts'],
    ['Order', 'AllOrders'],
  ] as const) {
    test(`somebody without the package’s permissions sees no button on an ${object} that would fail, and who can help`, async () => {
      const support = await world.as(SUPPORT);
      const [record] = await support.records(object, list);
      assert.ok(record);
      const complaints: string[] = [];
      support.page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
      await support.go(`/lightning/r/${object}/${record.id}/view`);
      await support.see('No permission', support.panel);
      await support.see(NOT_YET, support.panel);
      assert.equal(await support.panel.getByRole('button').count(), 0, 'There is nothing to try.');
      for (const name of ['Sync with Billing', 'Query Billing']) {
        assert.equal(await support.page.getByText(name).count(), 0, `${name} is not offered.`);
      }
      await support.act('Open in Billing');
      await support.see(NOT_YET, support.page.locator('shell-toasts'));
      await support.assertAccessible(support.page.locator('shell-record-page'));
      assert.deepEqual(complaints, []);
    });
  }

  test('somebody without the package’s permissions knows of no subscriptions', async () => {
    const support = await world.as(SUPPORT);
    await assert.rejects(support.records('Subscription__c', 'Active'), /you don’t have access/);
  });

  const OBJECTS = [
    ['Account', 'AllAccounts'],
    ['Order', 'AllOrders'],
    ['Subscription__c', 'Active'],
  ] as const;
  for (const [who, buttons] of [
    [REP, { Sync: true, Query: false, 'Link by Hand': false }],
    [ADMIN, { Sync: true, Query: true, 'Link by Hand': true }],
    [AUTOMATION, { Sync: true, Query: true, 'Link by Hand': true }],
  ] as const) {
    test(`${who} gets the buttons that they may use on each object`, async () => {
      const sent = await orderOf(await world.as(REP), 'Granite Dental Group');
      const desk = await world.as(who);
      await desk.sync('Order', sent, /Done\.|in sync/);
      for (const [object, list] of OBJECTS) {
        const id = object === 'Order' ? sent : (await desk.records(object, list))[0]?.id;
        await desk.openRecord(object, id ?? '');
        await desk.see('Billing number', desk.panel);
        for (const [name, isThere] of Object.entries(buttons)) {
          assert.equal(await desk.button(name, desk.panel).count(), isThere ? 1 : 0, `${object}: ${name}`);
        }
      }
    });
  }

  test('can’t call the classes behind the components', async () => {
    const support = await world.as(SUPPORT);
    const id = await support.idOf('Account', 'Blue Heron Logistics');
    const reply = await support.apex('BillingSyncController', 'preview', { recordIds: [id] });
    assert.ok(reply.failed);
    assert.match(reply.message, /access/i);
  });

  test('a rep can neither link nor set up', async () => {
    const rep = await world.as(REP);
    const id = await rep.idOf('Account', 'Blue Heron Logistics');
    for (const [className, method, parameters] of [
      ['BillingLinkController', 'link', { recordId: id, connectionId: id, billingId: '1' }],
      ['BillingSetupController', 'load', {}],
      ['BillingCredentialController', 'saveKey', { connectionId: id, key: 'x' }],
    ] as const) {
      const reply = await rep.apex(className, method, parameters);
      assert.ok(reply.failed, `${className}.${method}`);
    }
    await rep.go('/lightning/o/Account/list');
    await rep.see('Blue Heron Logistics');
    assert.equal(await rep.page.getByRole('link', { name: 'Billing Setup' }).count(), 0);
  });
});
