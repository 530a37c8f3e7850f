import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Json } from '../src/billing-peer.ts';
import type { Desk } from '../src/desk.ts';
import { REP, World } from '../src/world.ts';

describe('a rep synchronises a subscription', () => {
  let world: World;
  let rep: Desk;
  let id: string;
  let serviceId: string;

  before(async () => {
    world = await World.start();
    rep = await world.as(REP);
    const rows = await rep.records('Subscription__c', 'Active');
    assert.ok(rows[0]);
    id = rows[0].id;
    const [identity] = await rep.read(id, 'Subscription__c.Identity__c');
    serviceId = String(identity).split(':').at(-1) ?? '';
    await world.tidy();
  });
  after(() => world?.close());
  beforeEach(async () => void (rep = await world.as(REP)));
  afterEach(() => world.tidy());

  async function sync(until: string | RegExp): Promise<void> {
    await rep.openRecord('Subscription__c', id);
    await rep.see(until, await rep.act('Sync with Billing'));
  }

  const changeDescription = (description: string): Promise<Json> =>
    world.billing.put<Json>(`/billing/2/services/${serviceId}`, { description });

  test('that nothing has changed on: nothing is written', async () => {
    await sync('Everything is in sync. Nothing had to be changed.');
  });

  test('that was changed in billing: the record follows', async () => {
    await changeDescription('Main office');
    await sync('Done. Salesforce and billing agree.');
    assert.deepEqual(await rep.read(id, 'Subscription__c.Description__c'), ['Main office']);
  });

  test('that was suspended in billing: status and revenue follow', async () => {
    await world.billing.post(`/billing/2/services/${serviceId}/suspend`, { reason: { id: '501' } });
    await sync('Done. Salesforce and billing agree.');
    await rep.see('Suspended', rep.panel);
    await world.billing.post(`/billing/2/services/${serviceId}/resume`, {});
    await sync('Done. Salesforce and billing agree.');
    await rep.see('Active', rep.panel);
  });

  test('while billing does not answer: nothing is changed, and a second try succeeds', async () => {
    await changeDescription('Branch office');
    await world.billing.fault('Service.list', 'status=503', 20);
    await sync('The billing system does not answer at the moment. Nothing is lost.');
    await world.billing.clearFaults();
    await rep.button('Look Again', rep.window).last().click();
    await rep.see('Done. Salesforce and billing agree.', rep.window);
    assert.deepEqual(await rep.read(id, 'Subscription__c.Description__c'), ['Branch office']);
  });

  test('while billing is slow: the window says what goes on', async () => {
    await world.billing.fault('Service.list', 'latency=1500', 5);
    await sync('Comparing Salesforce with billing …');
    await rep.see('Everything is in sync. Nothing had to be changed.', rep.window);
  });

  test('that is gone from billing: the link is not given up', async () => {
    await world.billing.fault('Service.list', 'empty', 5);
    await sync(/does not answer|can.t be found|not found|no longer/i);
  });
});
