import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import type { BillingAccount } from '../src/billing-peer.ts';
import { DONE, IN_SYNC, NO_ANSWER, type Desk } from '../src/desk.ts';
import { REP, World } from '../src/world.ts';

describe('a rep synchronises an account', () => {
  let world: World;
  let rep: Desk;
  let made = 0;

  before(async () => void (world = await World.start()));
  after(() => world?.close());
  beforeEach(async () => void (rep = await world.as(REP)));
  afterEach(() => world.tidy());

  /** A customer that billing does not know. */
  async function newCustomer(fields: Record<string, unknown> = {}): Promise<string> {
    const number = ++made;
    return rep.create('Account', {
      Name: `Customer ${number}`,
      BillingEmail__c: `billing@customer${number}.example`,
      BillingStreet: '1 Mill Lane',
      BillingCity: 'Boise',
      BillingState: 'ID',
      BillingPostalCode: '83702',
      BillingCountry: 'United States',
      ...fields,
    });
  }

  const sync = (id: string, until: string | RegExp): Promise<void> => rep.sync('Account', id, until);

  async function inBilling(id: string) {
    const found = await world.billing.accounts('external_account_num', id);
    assert.equal(found.length, 1, 'Billing has the account exactly once.');
    return found[0]!;
  }

  /** A customer that both sides have and agree on. */
  async function syncedCustomer(): Promise<{ id: string; number: string }> {
    const id = await newCustomer();
    await sync(id, DONE);
    return { id, number: (await inBilling(id)).account_num };
  }

  // The second try comes a minute after the first: the last test looks for it.
  let lost: string;

  test('of which the answer is lost: nobody claims that it failed, and it waits', async () => {
    lost = await newCustomer();
    await world.billing.fault('BillingAccount.create', 'commit-then-drop');
    await sync(lost, NO_ANSWER);
    await rep.see('It is tried again by itself.', rep.window);
    assert.deepEqual(await rep.read(lost, 'Account.BillingAccountNumber__c'), [null]);
    await sync(lost, 'A synchronisation of this record waits.');
    await inBilling(lost);
  });

  test('that billing does not know: it is made there, and the page shows its number', async () => {
    const id = await newCustomer();
    await sync(id, DONE);
    const account = await inBilling(id);
    assert.equal(account.responsible_party.organization_name, `Customer ${made}`);
    await rep.see(`Billing number ${account.account_num}`, rep.panel);
    const [number, status] = await rep.read(
      id,
      'Account.BillingAccountNumber__c',
      'Account.BillingStatus__c',
    );
    assert.deepEqual([number, status], [account.account_num, 'Active']);
  });

  test('that nothing has changed on: nothing is written', async () => {
    const { id } = await syncedCustomer();
    await sync(id, IN_SYNC);
  });

  test('that was changed in billing: the record follows', async () => {
    const { id, number } = await syncedCustomer();
    await world.billing.changeEmail(number, 'newer@billing.example');
    await sync(id, DONE);
    assert.deepEqual(await rep.read(id, 'Account.BillingEmail__c'), ['newer@billing.example']);
  });

  test('that was changed here: billing follows', async () => {
    const { id } = await syncedCustomer();
    await rep.update(id, { BillingEmail__c: 'newer@salesforce.example' });
    await sync(id, DONE);
    assert.equal(world.billing.emailOf(await inBilling(id)), 'newer@salesforce.example');
  });

  for (const [kept, expected] of [
    ['Keep Salesforce: here@conflict.example', 'here@conflict.example'],
    ['Keep billing: there@conflict.example', 'there@conflict.example'],
  ] as const) {
    test(`that was changed on both sides: a person decides (${kept})`, async () => {
      const { id, number } = await syncedCustomer();
      await rep.update(id, { BillingEmail__c: 'here@conflict.example' });
      await world.billing.changeEmail(number, 'there@conflict.example');
      await sync(id, 'Billing Email was changed here and in billing. Choose which value stays.');
      assert.ok(await rep.button('Write Changes').isDisabled(), 'Nothing is written before the choice.');
      await rep.window.getByText(kept, { exact: true }).click();
      await rep.button('Write Changes').click();
      await rep.see(DONE, rep.window);
      assert.deepEqual(await rep.read(id, 'Account.BillingEmail__c'), [expected]);
      assert.equal(world.billing.emailOf(await inBilling(id)), expected);
    });
  }

  test('that lacks a field: it is blocked, and the field is named with the way to it', async () => {
    const id = await newCustomer({ BillingStreet: null });
    await sync(id, 'Billing Street is empty, and the billing system needs it.');
    await rep.button('Edit the Record', rep.window).waitFor();
    assert.deepEqual(await world.billing.accounts('external_account_num', id), []);
  });

  test('that billing may know: what looks like it is offered with the evidence, and linked on a person’s word', async () => {
    const id = await newCustomer();
    const { account_num } = await world.billing.post<BillingAccount>('/billing/2/billing-accounts', {
      external_account_num: 'another-key',
      bill_cycle: { id: '210', bill_cycle_type: 'monthly' },
      billing_account_category: { id: '31' },
      responsible_party: {
        party_type: 'organization',
        organization_name: 'Made by hand',
        addresses: [{ address_type: 'email', purpose: 'PRIMARY', email: `billing@customer${made}.example` }],
      },
    });
    await sync(id, /looks like .* Is it the same\?/);
    await rep.window.getByText(new RegExp(`^Link ${account_num} .* \\(same: e-mail\\)$`)).click();
    await rep.see('Made by hand', rep.window.locator('c-billing-changes'));
    await rep.button('Write Changes').click();
    await rep.see(DONE, rep.window);
    assert.deepEqual(await rep.read(id, 'Account.BillingAccountNumber__c'), [account_num]);
  });

  test('that billing refuses: its words reach the rep, status and correlation id do not get lost', async () => {
    const id = await newCustomer();
    await world.billing.fault('BillingAccount.create', 'status=422');
    await sync(id, /The billing system did not accept this/);
    await rep.button('Look Again').click();
    await rep.see(DONE, rep.window);
    await inBilling(id);
  });

  test('while billing does not answer: nothing is lost, and a second try succeeds', async () => {
    const id = await newCustomer();
    await world.billing.fault('BillingAccount.list', 'status=503', 20);
    await sync(id, NO_ANSWER);
    await world.billing.clearFaults();
    await rep.button('Look Again', rep.window).last().click();
    await rep.see(DONE, rep.window);
    await inBilling(id);
  });

  test('while billing is slow: the window says what goes on', async () => {
    const id = await newCustomer();
    await world.billing.fault('BillingAccount.create', 'latency=2500');
    await sync(id, 'Synchronising …');
    await rep.see('You may close this window. What is left goes on by itself.', rep.window);
    await rep.see(DONE, rep.window);
  });

  test('with the keyboard alone, in a window that a screen reader understands', async () => {
    const id = await newCustomer();
    await rep.openRecord('Account', id);
    await rep.button('Sync with Billing').focus();
    await rep.page.keyboard.press('Enter');
    await rep.see(DONE, rep.window);
    await rep.assertAccessible(rep.window);
    await rep.assertAccessible(rep.panel);
    await rep.page.keyboard.press('Escape');
    await rep.window.waitFor({ state: 'detached' });
  });

  test('of which the answer was lost: it is found again by itself and not made twice', async () => {
    const { account_num } = await inBilling(lost);
    await rep.openRecord('Account', lost);
    await rep.until(
      async () => (await rep.read(lost, 'Account.BillingAccountNumber__c'))[0] === account_num,
      80_000,
    );
    await inBilling(lost);
    await sync(lost, IN_SYNC);
  });
});
