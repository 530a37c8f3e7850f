import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { DONE, IN_SYNC, type Desk } from '../src/desk.ts';
import { REP, World } from '../src/world.ts';

const MANY = 200;

describe('many records', () => {
  let world: World;
  /** Too far down for the first page of a list. */
  let last: string;

  before(async () => {
    world = await World.start();
    const rep = await world.as(REP);
    for (let number = 1; number <= MANY; number += 1) {
      last = await rep.create('Account', {
        Name: `Bulk ${String(number).padStart(3, '0')}`,
        BillingEmail__c: `bulk${number}@customer.example`,
        BillingStreet: `${number} Mill Lane`,
        BillingCity: 'Boise',
        BillingState: 'ID',
        BillingPostalCode: '83702',
        BillingCountry: 'United States',
      });
    }
    await world.tidy();
  });
  after(() => world?.close());
  afterEach(() => world.tidy());

  test('a list button brings what is selected', async () => {
    const rep = await world.as(REP);
    await rep.go('/lightning/o/Account/list?filterName=AllAccounts');
    for (const name of ['Blue Mesa Observatory', 'Bulk 001']) {
      await rep.page
        .getByRole('row', { name: new RegExp(name) })
        .getByRole('checkbox')
        .check({ force: true });
    }
    await rep.page.getByRole('button', { name: 'Sync with Billing' }).first().click();
    await rep.see('Check what will change');
    const run = rep.page.locator('c-billing-sync-selected');
    await rep.see('Blue Mesa Observatory', run);
    await rep.see('Bulk 001', run);
    await rep.assertAccessible(run);
    await rep.button('Write Changes').click();
    await rep.see(DONE, run);
  });

  async function choose(desk: Desk, label: string, option: string): Promise<void> {
    await desk.page.getByRole('combobox', { name: label }).click();
    await desk.page.getByRole('option', { name: option, exact: true }).click();
  }

  for (const [object, list, row, outcome] of [
    ['Orders', 'All Orders', '00000003', /Blocked: 4.*New in Billing: 2/],
    ['Subscriptions', 'Active Subscriptions', 'SUB-00000001', IN_SYNC],
  ] as const) {
    test(`${object} of a list view are compared together`, async () => {
      const rep = await world.as(REP);
      await rep.go('/lightning/n/Sync_Lists');
      await choose(rep, 'What to synchronise', object);
      await choose(rep, 'List view', list);
      await rep.see(row);
      await rep.page.locator('thead').getByRole('checkbox').first().check({ force: true });
      await rep.button('Sync Selected').click();
      await rep.see(outcome, rep.window);
    });
  }

  test(`${MANY} are compared in one go, shown first, and written; what does not fit goes on by itself`, async () => {
    const rep = await world.as(REP);
    await rep.go('/lightning/n/Sync_Lists');
    await choose(rep, 'List view', 'All Accounts');
    await rep.see('Bulk 002');
    await rep.page.locator('thead').getByRole('checkbox').first().check({ force: true });
    await rep.see(`${MANY} selected`);
    await rep.assertAccessible(rep.page.locator('c-billing-sync-list'));
    await rep.button('Sync Selected').click();
    await rep.see('Check what will change', rep.window);
    await rep.button('Write Changes', rep.window).click();
    await rep.see(/^(Done\.|Synchronising …|\d+ of \d+ are not done)/, rep.window);
    const late = await rep.idOf('Account', 'Bulk 150');
    await rep.until(async () => {
      const [number] = await rep.read(late, 'Account.BillingAccountNumber__c');
      return number !== null;
    }, 90_000);
    assert.equal((await world.billing.accounts('external_account_num', late)).length, 1);
  });

  test('a whole list view is counted first, and then synchronised in the background', async () => {
    const rep = await world.as(REP);
    await rep.update(last, { BillingEmail__c: 'changed@customer.example' });
    await rep.go('/lightning/n/Sync_Lists');
    await choose(rep, 'List view', 'All Accounts');
    await rep.button('Select Whole List View').click();
    await rep.see(/^2\d\d selected$/);
    await rep.button('Sync Selected').click();
    await rep.see(/^2\d\d records will be compared with billing in the background/, rep.window);
    await rep.assertAccessible(rep.window);
    await rep.button('Start', rep.window).click();
    await rep.page.getByText(/^Finished\. Records chosen: 2\d\d\./).waitFor({ timeout: 90_000 });
    assert.equal(await addedUp(rep), 0);
    await rep.assertAccessible(rep.window);
    const [account] = await world.billing.accounts('external_account_num', last);
    assert.ok(account && world.billing.emailOf(account) === 'changed@customer.example');
  });

  test('a whole list view ends with what is blocked or to be decided: why, and which records', async () => {
    const rep = await world.as(REP);
    await rep.go('/lightning/n/Sync_Lists');
    await choose(rep, 'List view', 'All Accounts');
    await rep.button('Select Whole List View').click();
    await rep.see(/^2\d\d selected$/);
    await rep.button('Sync Selected').click();
    await rep.button('Start', rep.window).click();
    await rep.page.getByText(/^Finished\. Records chosen: 2\d\d\./).waitFor({ timeout: 90_000 });
    await rep.see(/^Need a Decision: [1-9]/, rep.window);
    const blocked = rep.window.locator('[data-kind="blocked"]');
    await rep.see(/^Blocked: [1-9]/, blocked);
    await blocked
      .getByRole('listitem')
      .filter({ hasText: /does not know the value/ })
      .getByRole('button')
      .click();
    await rep.see('Nautilus Instruments', rep.window);
    await rep.assertAccessible(rep.window);
    await rep.button('Back to the Result', rep.window).click();
    await rep.see(/^Finished\./, rep.window);
  });

  /** How many of the chosen records the closing sentence does not tell. */
  async function addedUp(rep: Desk): Promise<number> {
    const sentence = (await rep.window.getByText(/^Finished\./).innerText()) ?? '';
    const [chosen = 0, ...told] = [...sentence.matchAll(/\d+/g)].map(Number);
    return chosen - told.reduce((sum, one) => sum + one, 0);
  }
});
