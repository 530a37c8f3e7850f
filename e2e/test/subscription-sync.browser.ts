import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { Json } from '../src/billing-peer.ts';
import { DONE, IN_SYNC, NO_ANSWER, type Desk } from '../src/desk.ts';
import { ADMIN, REP, World } from '../src/world.ts';

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

  const sync = (until: string | RegExp): Promise<void> => rep.sync('Subscription__c', id, until);

  const changeDescription = (description: string): Promise<Json> =>
    world.billing.put<Json>(`/billing/2/services/${serviceId}`, { description });

  test('that nothing has changed on: nothing is written', async () => {
    await sync(IN_SYNC);
  });

  test('that was changed in billing: the record follows', async () => {
    await changeDescription('Main office');
    await sync(DONE);
    assert.deepEqual(await rep.read(id, 'Subscription__c.Description__c'), ['Main office']);
  });

  test('that was suspended in billing: status and revenue follow', async () => {
    await world.billing.post(`/billing/2/services/${serviceId}/suspend`, { reason: { id: '501' } });
    await sync(DONE);
    await rep.see('Suspended', rep.panel);
    await world.billing.post(`/billing/2/services/${serviceId}/resume`, {});
    await sync(DONE);
    await rep.see('Active', rep.panel);
  });

  test('a rep can’t change: its values are billing’s', async () => {
    await assert.rejects(rep.update(id, { Description__c: 'Mine' }), /INSUFFICIENT_ACCESS/);
  });

  /** Only an admin can write what billing owns. */
  const changeHere = async (): Promise<void> =>
    (await world.as(ADMIN)).update(id, { Description__c: 'Mine' });

  test('that was changed here by an admin: billing’s value comes back', async () => {
    const agreed = await rep.read(id, 'Subscription__c.Description__c');
    await changeHere();
    await sync(DONE);
    assert.deepEqual(await rep.read(id, 'Subscription__c.Description__c'), agreed);
  });

  test('that was changed on both sides: billing is right, and nobody is asked', async () => {
    await changeHere();
    await changeDescription('Warehouse');
    await sync(DONE);
    assert.deepEqual(await rep.read(id, 'Subscription__c.Description__c'), ['Warehouse']);
  });

  test('that was made by hand: it is blocked, as only an order makes one in billing', async () => {
    const admin = await world.as(ADMIN);
    const [account] = await rep.read(id, 'Subscription__c.Account__c');
    const made = await admin.create('Subscription__c', { Account__c: account });
    await admin.sync('Subscription__c', made, 'This record is not in the billing system yet.');
  });

  test('that billing refuses: its words reach the rep', async () => {
    await world.billing.fault('Service.list', 'status=422');
    await sync(/The billing system did not accept this/);
    await rep.button('Look Again', rep.window).last().click();
    await rep.see(IN_SYNC, rep.window);
  });

  test('of which the answer is lost: nothing is claimed, and it is found again', async () => {
    await changeDescription('Head office');
    await world.billing.fault('Service.list', 'commit-then-drop');
    await sync(NO_ANSWER);
    await rep.button('Look Again', rep.window).first().click();
    await rep.see(DONE, rep.window);
    assert.deepEqual(await rep.read(id, 'Subscription__c.Description__c'), ['Head office']);
  });

  test('while billing does not answer: nothing is changed, and a second try succeeds', async () => {
    await changeDescription('Branch office');
    await world.billing.fault('Service.list', 'status=503', 20);
    await sync(NO_ANSWER);
    await world.billing.clearFaults();
    await rep.button('Look Again', rep.window).last().click();
    await rep.see(DONE, rep.window);
    assert.deepEqual(await rep.read(id, 'Subscription__c.Description__c'), ['Branch office']);
  });

  test('while billing is slow: the window says what goes on', async () => {
    await world.billing.fault('Service.list', 'latency=1500', 5);
    await sync('Comparing Salesforce with billing …');
    await rep.see(IN_SYNC, rep.window);
  });

  test('that is gone from billing: the link is not given up', async () => {
    await world.billing.fault('Service.list', 'empty', 5);
    await sync(/does not answer|can.t be found|not found|no longer/i);
  });
});
