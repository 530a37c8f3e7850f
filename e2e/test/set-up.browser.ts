import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { LOCAL_KEY } from '../../scripts/src/start/billing.ts';
import type { Desk } from '../src/desk.ts';
import { ADMIN, AUTOMATION, REP, World } from '../src/world.ts';

/** Every step is a test that goes on where the one before it ended, as an admin does. */
describe('an admin sets billing up from nothing', () => {
  let world: World;
  let admin: Desk;

  before(async () => {
    world = await World.start({ scripts: ['10-users'] });
    await begin();
  });
  after(() => world?.close());
  afterEach(() => assert.deepEqual(world.takeCrashes(), []));

  const page = (): Locator => admin.page.locator('c-billing-setup');
  const step = (): Locator => page().locator('c-billing-setup-step');
  const text = (words: string | RegExp): Promise<void> => admin.see(words, page());

  async function begin(userName = ADMIN): Promise<void> {
    admin = await world.as(userName);
    await admin.go('/lightning/n/Billing_Setup');
    await text('1. Connect');
  }

  async function goTo(heading: string): Promise<void> {
    await page().getByRole('link', { name: heading }).click();
    await step().getByRole('heading', { name: heading }).waitFor();
  }

  async function click(name: string): Promise<void> {
    await admin.button(name, step()).click();
  }

  async function choose(label: string | RegExp, option: string): Promise<void> {
    await page().getByRole('combobox', { name: label }).click();
    await admin.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** The steps that carry the mark of what is done. */
  const done = (): Promise<string[]> =>
    page().locator('lightning-vertical-navigation-item-icon').allInnerTexts();

  test('a rep is told that set-up is not theirs, on the page and behind it', async () => {
    const rep = await world.as(REP);
    await rep.go('/lightning/n/Billing_Setup');
    await rep.see('There is no tab Billing_Setup, or your permission sets do not show it to you.');
    const { failed, message } = await rep.apex('BillingSetupController', 'load', {});
    assert.ok(failed);
    assert.notEqual(message, '');
  });

  test('the connection is made; an address that is not https is refused', async () => {
    await step().getByLabel('Name').fill('First tenant');
    await click('Make Connection');
    await step().getByLabel('Address').waitFor();
    assert.deepEqual(await done(), [], 'There is no key yet.');
    await step().getByLabel('Address').fill('http://billing.localhost');
    await click('Make Credentials');
    await text(/The address must begin with https:\/\//);
    await step().getByLabel('Address').fill('https://billing.localhost');
    await click('Make Credentials');
    await text('There is no key yet.');
  });

  test('without access nothing leaves the org, and the page says what to do', async () => {
    await goTo('2. Access and Test');
    await text('You may not use the credential yet.');
    await click('Test Connection');
    await text('You may not use the credential of this connection, so nothing left the org.');
    await click('Grant Access');
    await text('You may use the credential.');
  });

  test('a missing key and a wrong one are told apart', async () => {
    await click('Test Connection');
    await text('The billing system was reached, but the call arrived without a key.');
    await goTo('1. Connect');
    await step().locator('[data-name="key"] input').fill('a-key-that-nobody-has-given-to-anybody');
    await click('Save Key');
    await text('A key is kept. It can be replaced but never shown.');
    await goTo('2. Access and Test');
    await click('Test Connection');
    await text('The billing system was reached, but it refused the key.');
  });

  test('the right key works and is nowhere to be seen afterwards', async () => {
    await goTo('1. Connect');
    await step().locator('[data-name="key"] input').fill(LOCAL_KEY);
    await click('Save Key');
    await text('A key is kept. It can be replaced but never shown.');
    await goTo('2. Access and Test');
    await click('Test Connection');
    await text('It works: address and key are right.');
    await admin.assertAccessible(page());
    await goTo('1. Connect');
    assert.doesNotMatch(await admin.page.content(), new RegExp(LOCAL_KEY));
  });

  test('what is done is marked, and is still after a reload', async () => {
    assert.deepEqual(await done(), ['1. Connect', '2. Access and Test']);
    await begin();
    await text('A key is kept. It can be replaced but never shown.');
    await admin.until(async () => (await done()).length === 2);
  });

  test('a link that leads nowhere is said at once', async () => {
    await goTo('5. Links');
    await step().getByLabel('Account Link Template').fill('https://billing.example/accounts/{nr}');
    await click('Save');
    await text(/Account Link Template: there is nothing to fill in for {nr}/);
    await text(/Account Link Template: Open will refuse it/);
    await step().getByLabel('Account Link Template').fill('https://billing.example/accounts/{id}');
    await step().getByLabel('Allowed Hosts').fill('billing.example');
    await click('Save');
    await step()
      .getByText(/Account Link Template: /)
      .first()
      .waitFor({ state: 'detached' });
    await admin.assertAccessible(page());
  });

  test('defaults are chosen from the tenant’s own lists', async () => {
    await goTo('3. Defaults');
    await choose('Default Bill Cycle', 'Monthly 15th');
    await choose('Default Account Category', 'Business');
    await choose('Default Bill Type', 'E-mail');
    await click('Save');
    await text('Saved.');
    const [connection] = await admin.records('BillingConnection__c', 'All');
    assert.ok(connection);
    const fields = ['DefaultBillCycleId__c', 'DefaultBillCycleType__c', 'DefaultAccountCategoryId__c'];
    const values = await admin.read(connection.id, ...fields.map((field) => `BillingConnection__c.${field}`));
    assert.deepEqual(values, ['211', 'monthly', '31']);
  });

  test('what is logged, and for how long, is chosen', async () => {
    await goTo('10. Log');
    await choose('Log Level', 'All');
    // A number is shown in another way once it has the focus.
    const days = step().getByLabel('Log Retention (Days)');
    await admin.until(async () => (await days.inputValue()) === '30');
    await days.focus();
    await days.press('Control+A');
    await days.pressSequentially('0');
    await click('Save');
    await text('Keep the log for one day at least. To keep no calls at all, choose the log level Off.');
    await days.focus();
    await days.press('Control+A');
    await days.pressSequentially('7');
    await click('Save');
    await text('Saved.');
    const [connection] = await admin.records('BillingConnection__c', 'All');
    const fields = ['BillingConnection__c.LogLevel__c', 'BillingConnection__c.LogRetentionDays__c'];
    assert.deepEqual(await admin.read(connection?.id ?? '', ...fields), ['All', 7]);
  });

  test('a panel that nobody has opened yet is said to be not seen', async () => {
    await goTo('9. Pages');
    await admin.see('Not seen yet', step().locator('[data-object="Account"]'));
    await admin.assertAccessible(page());
  });

  test('what the package can’t grant is shown for each user and granted on a click', async () => {
    await goTo('8. Permissions');
    await text(/Account\.BillingAddress \(read\)/);
    for (const permissionSet of ['BillingAdmin', 'BillingAutomation', 'BillingRep']) {
      const section = step().locator(`[data-permissions="${permissionSet}"]`);
      await admin.button('Grant What Is Missing', section).click();
      await admin.see('Nothing is missing.', section);
    }
  });

  test('the connection goes live, and the first account is synchronised', async () => {
    await goTo('11. Go Live');
    await step().getByText('Use for accounts that name no connection').click();
    await click('Activate');
    await text('The connection is in use.');
    const id = await admin.create('Account', {
      Name: 'The first one',
      BillingEmail__c: 'first@customer.example',
      BillingStreet: '1 Mill Lane',
      BillingCity: 'Boise',
      BillingState: 'ID',
      BillingPostalCode: '83702',
      BillingCountry: 'USA',
    });
    await admin.openRecord('Account', id);
    await admin.act('Sync with Billing');
    await admin.see('Done. Salesforce and billing agree.', admin.window);
    assert.equal((await world.billing.accounts('external_account_num', id)).length, 1);
  });

  test('the panel that was opened is seen from then on, and the others not yet', async () => {
    await admin.see('Billing number', admin.panel);
    await admin.go('/lightning/n/Billing_Setup');
    await goTo('9. Pages');
    await admin.see(/^Seen on a page since \d{4}-\d\d-\d\d$/, step().locator('[data-object="Account"]'));
    await admin.see('Not seen yet', step().locator('[data-object="Order"]'));
  });

  test('the heartbeat is started by the automation user and by nobody else', async () => {
    await admin.go('/lightning/n/Billing_Setup');
    await goTo('7. Automation User');
    await choose('Automation User', AUTOMATION);
    await text(/Only the automation user can start the heartbeat/);
    assert.ok(await admin.button('Start Heartbeat', step()).isDisabled());
    await begin(AUTOMATION);
    await goTo('7. Automation User');
    await click('Start Heartbeat');
    await text(/The heartbeat beats/);
  });

  test('a refresh is started by hand as far as the levels allow it', async () => {
    await click('Refresh Now');
    await text(/no connection in use has the automation level Assisted or Automatic/);
    await goTo('4. Features');
    await step().getByText('Update Accounts', { exact: true }).click();
    await click('Save');
    await text('Saved.');
    await goTo('6. Automation Levels');
    await choose('Account Automation', 'Automatic');
    await click('Save');
    await text('Saved.');
    const id = await admin.idOf('Account', 'The first one');
    await admin.update(id, { BillingEmail__c: 'second@customer.example' });
    await goTo('7. Automation User');
    await click('Refresh Now');
    await text('The refresh was started. Billing Operations show what it changes.');
    await text(/Last refresh:/);
    await admin.until(async () => {
      const [account] = await world.billing.accounts('external_account_num', id);
      return JSON.stringify(account).includes('second@customer.example');
    });
  });

  test('the kill switch stops everything, with its reason, until it is taken back', async () => {
    await admin.button('Pause Everything').click();
    await page().locator('c-billing-setup-switch').getByLabel('Reason').fill('Moving house');
    await admin.button('Pause Everything').click();
    await text(/Everything is paused\..*Reason: Moving house/);
    const id = await admin.idOf('Account', 'The first one');
    await admin.openRecord('Account', id);
    await admin.act('Sync with Billing');
    await admin.see('Nothing can be synchronised yet', admin.window);
    await admin.go('/lightning/n/Billing_Setup');
    await admin.button('Resume Everything').click();
    await text('Everything is running as its connections say.');
  });
});
