import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../../src/server/index.ts';
import type { RunningServer } from '../../src/server/index.ts';

const PANEL = 'app/lwc/parcelPanel/parcelPanel.html';

/** The app in a real browser, over a small project that has nothing of this package. */
describe('the app in the browser', () => {
  const root = mkdtempSync(join(tmpdir(), 'local-org-browser-'));
  const crashes: string[] = [];
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  before(async () => {
    cpSync(join(import.meta.dirname, 'depot'), root, { recursive: true });
    server = await startServer({ org: { project: root }, watch: true, apex: [join(root, 'records.apex')] });
    const { CHROMIUM } = process.env;
    assert.ok(CHROMIUM, 'CHROMIUM says where the browser is; npm test finds it.');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    rmSync(root, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => crashes.push(error.stack ?? error.message));
  });

  afterEach(async () => {
    await page.close();
    assert.deepEqual(crashes.splice(0), []);
  });

  const open = (path: string): Promise<unknown> => page.goto(server.url + path);
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  async function openParcel(name: string): Promise<void> {
    await open('/lightning/o/Parcel__c/list?filterName=All');
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name: `Parcel ${name}` }).waitFor();
  }

  test('a list view shows its columns, sorts, and leads to a record', async () => {
    await open('/lightning/o/Parcel__c/list?filterName=All');
    await page.getByText('2 items', { exact: true }).waitFor();
    const first = page.locator('tbody tr').first();
    assert.match(await first.innerText(), /Large box[^]*70[^]*Open[^]*Acme/);
    await page.locator('th[aria-label="Weight"] .slds-th__action').click();
    await first.getByText('Small box').waitFor();
    await page.getByRole('link', { name: 'Large box' }).click();
    await page.getByRole('heading', { name: 'Parcel Large box' }).waitFor();
    assert.match(page.url(), /\/lightning\/r\/Parcel__c\/\w{18}\/view$/);
  });

  test('on a narrow screen columns stay readable, and nothing is wider than the page', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const isTooWide = (): Promise<boolean> =>
      page.evaluate('document.documentElement.scrollWidth > innerWidth');
    await open('/lightning/page/home');
    const name = page.locator('dd').first();
    await name.waitFor();
    assert.equal(await name.evaluate((element) => element.scrollWidth > element.clientWidth), false);
    assert.equal(await isTooWide(), false);
    await open('/lightning/o/Parcel__c/list?filterName=All');
    await page.getByText('2 items', { exact: true }).waitFor();
    const column = await page.locator('th[aria-label="Weight"]').boundingBox();
    assert.ok(column && column.width >= 110, JSON.stringify(column));
    assert.equal(await isTooWide(), false);
    await openParcel('Large box');
    assert.equal(await isTooWide(), false);
  });

  test('a component on a record page calls Apex, tells the page, and shows a toast with a link', async () => {
    await openParcel('Small box');
    await page.locator('[data-open]', { hasText: '2 open' }).waitFor();
    assert.equal(await page.locator('p[data-name]').innerText(), 'Small box');
    await page.getByRole('heading', { name: 'On the scales' }).waitFor();
    await button('Weigh now').click();
    await page.getByRole('status').getByRole('link', { name: 'Small box' }).waitFor();
    await page.locator('[data-open]', { hasText: '1 open' }).waitFor();
    await page.locator('shell-field-section', { hasText: 'Weighed' }).waitFor();
  });

  test('what Apex refuses reaches the component in words', async () => {
    await openParcel('Large box');
    await button('Weigh now').click();
    await page.locator('[data-problem]', { hasText: 'The scales carry 50 kg.' }).waitFor();
  });

  test('a screen action gets its record late and closes itself', async () => {
    await openParcel('Large box');
    await button('Weigh').click();
    const message = page.locator('[data-message]');
    assert.match(await message.innerText(), /^\w{18} came late$/);
    await button('Done').click();
    await message.waitFor({ state: 'detached' });
  });

  test('a headless action is invoked and navigates', async () => {
    await openParcel('Large box');
    await button('Ring the bell').click();
    await page.waitForURL('**/lightning/o/Parcel__c/list?filterName=All');
    await page.getByRole('heading', { name: 'All Parcels' }).waitFor();
  });

  test('a record is changed in a form; what the org refuses stands at its field', async () => {
    await openParcel('Large box');
    await button('Edit').click();
    const weight = page.getByLabel('Weight', { exact: true });
    // With the focus the input changes from the formatted number to the plain one.
    await weight.focus();
    await weight.fill('-1');
    await button('Save').click();
    await page.getByRole('alert').getByText('A parcel weighs something.').first().waitFor();
    await weight.focus();
    await weight.fill('42.5');
    await button('Save').click();
    await page.locator('shell-field-section', { hasText: '42.5' }).waitFor();
  });

  test('a record is made, found by its name, and deleted', async () => {
    await open('/lightning/o/Parcel__c/list?filterName=All');
    await button('New').click();
    await page.getByRole('textbox', { name: 'Parcel Name' }).fill('Round tin');
    await button('Save').click();
    await page.getByRole('heading', { name: 'Parcel Round tin' }).waitFor();
    await page.getByRole('searchbox').fill('round');
    await page.getByRole('link', { name: /Round tin/ }).waitFor();
    await page.keyboard.press('Escape');
    await button('Delete').click();
    await button('OK').click();
    await page.waitForURL('**/lightning/o/Parcel__c/list');
    await page.getByText('2 items', { exact: true }).waitFor();
  });

  test('a record form says what the org refuses, and saves', async () => {
    await open('/lightning/cmp/c__parcelForm');
    await page.getByLabel('Parcel Name').fill('Flat card');
    await page.getByLabel('Weight', { exact: true }).fill('-3');
    await button('Keep it').click();
    await page.getByRole('alert').getByText('A parcel weighs something.').first().waitFor();
    const weight = page.getByLabel('Weight', { exact: true });
    await weight.focus();
    await weight.fill('0.3');
    await button('Keep it').click();
    await page.locator('[data-saved]', { hasText: 'Flat card' }).waitFor();
    await open('/lightning/o/Parcel__c/list?filterName=All');
    assert.match(await page.locator('tbody tr', { hasText: 'Flat card' }).innerText(), /0\.3[^]*Weighed/);
    await page.getByRole('link', { name: 'Flat card' }).click();
    await button('Delete').click();
    await button('OK').click();
    await page.getByText('2 items', { exact: true }).waitFor();
  });

  test('a list button takes the selected records into a flow and comes back', async () => {
    await open('/lightning/o/Parcel__c/list?filterName=All');
    await page.getByText('2 items', { exact: true }).waitFor();
    await page.locator('thead label.slds-checkbox__label').click();
    await page.getByText('2 selected').waitFor();
    await button('Weigh selected').click();
    await page.locator('[data-selection]', { hasText: '2 to weigh' }).waitFor();
    await button('Finish').click();
    await page.waitForURL('**/lightning/o/Parcel__c/list?filterName=All');
  });

  test('the drawer shows what a request cost', async () => {
    await openParcel('Large box');
    await button('Requests').click();
    const entry = page.getByRole('button', { name: /ParcelScales\.countOpen/ }).first();
    await entry.click();
    await page.getByText(/SELECT COUNT\(\) FROM Parcel__c/).waitFor();
  });

  test('a broken component is named in a banner, and mending it brings it back', async () => {
    await openParcel('Large box');
    writeFileSync(join(root, PANEL), '<template>\n  <p>\n</template>');
    await page.getByText('1 error in the project').waitFor();
    await page.locator('shell-component', { hasText: `${PANEL}:2:3` }).waitFor();
    writeFileSync(join(root, PANEL), '<template><p>Mended</p></template>');
    await page.getByText('Mended').waitFor();
    await page.getByText('1 error in the project').waitFor({ state: 'detached' });
  });
});
