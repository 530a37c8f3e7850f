/** The pictures of the guides, taken of the running whole with the demo data. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Desk, Size } from './desk.ts';
import { ADMIN, AUTOMATION, REP, World } from './world.ts';

const WIDE: Size = { width: 1280, height: 800 };
const TALL: Size = { width: 1280, height: 1000 };
const PHONE: Size = { width: 390, height: 844 };

/** What a picture shows: who looks, and how they get there. */
interface Shot {
  readonly name: string;
  readonly who?: string;
  readonly size?: Size;
  readonly go: (desk: Desk) => Promise<void>;
}

async function openAccount(desk: Desk, name: string): Promise<void> {
  await desk.openRecord('Account', await desk.idOf('Account', name));
  await desk.see(/Last Synchronised|Why is this not in sync\?/, desk.panel);
}

async function sync(desk: Desk, until: string | RegExp): Promise<void> {
  await desk.see(until, await desk.act('Sync with Billing'));
}

async function setUp(desk: Desk, heading: string, until: string | RegExp): Promise<void> {
  await desk.go('/lightning/n/Billing_Setup');
  await desk.page.getByRole('link', { name: heading }).click();
  await desk.see(until, desk.page.locator('c-billing-setup-step'));
}

/** More than a person looks at one by one. */
async function addAccounts(desk: Desk, size: number): Promise<void> {
  for (let number = 1; number <= size; number += 1) {
    await desk.create('Account', {
      Name: `Windmill Bakery ${number}`,
      BillingEmail__c: `office@bakery${number}.example`,
      BillingStreet: `${number} Mill Lane`,
      BillingCity: 'Boise',
      BillingState: 'ID',
      BillingPostalCode: '83702',
      BillingCountry: 'United States',
    });
  }
}

async function syncOrder(desk: Desk): Promise<string> {
  const [order] = await desk.records('Order', 'AllOrders');
  if (!order) throw new Error('The demo has an order.');
  await desk.openRecord('Order', order.id);
  await sync(desk, /Done\.|in sync/);
  return order.id;
}

const SHOTS: readonly Shot[] = [
  {
    name: 'accounts',
    size: WIDE,
    go: async (rep) => {
      await rep.go('/lightning/o/Account/list');
      await rep.see('Tidewater Rentals');
    },
  },
  { name: 'account', size: TALL, go: (rep) => openAccount(rep, 'Harbor Hotels') },
  {
    name: 'panel-why',
    size: WIDE,
    go: (rep) => openAccount(rep, 'Tidewater Rentals'),
  },
  {
    name: 'sync-conflict',
    size: WIDE,
    go: async (rep) => {
      await openAccount(rep, 'Juniper Clinics');
      await sync(rep, /Choose which value stays/);
    },
  },
  {
    name: 'sync-blocked',
    size: WIDE,
    go: async (rep) => {
      await openAccount(rep, 'Nautilus Instruments');
      await sync(rep, /does not know the value/);
    },
  },
  {
    name: 'sync-candidate',
    size: TALL,
    go: async (rep) => {
      await openAccount(rep, 'Sandstone Media');
      await sync(rep, /Is it the same\?/);
      await rep.window
        .getByText(/^Link /)
        .first()
        .click();
    },
  },
  {
    name: 'panel-differs',
    size: WIDE,
    go: async (rep) => {
      await openAccount(rep, 'Granite Dental Group');
      await rep.button('Compare Now', rep.panel).click();
      await rep.see('300 Quarry Way', rep.panel.locator('c-billing-changes'));
    },
  },
  {
    name: 'sync-done',
    size: WIDE,
    go: async (rep) => {
      await openAccount(rep, 'Cedar Valley Schools');
      await sync(rep, 'Done. Salesforce and billing agree.');
    },
  },
  {
    name: 'order',
    size: WIDE,
    go: async (rep) => {
      await rep.openRecord('Order', await syncOrder(rep));
      await rep.see('Last Synchronised', rep.panel);
    },
  },
  {
    name: 'subscription',
    size: TALL,
    go: async (rep) => {
      await rep.openRecord('Subscription__c', await rep.idOf('Subscription__c', 'SUB-00000001', 'Active'));
      await rep.see('Total MRR', rep.panel);
    },
  },
  {
    name: 'sync-list',
    size: TALL,
    go: async (rep) => {
      await rep.go('/lightning/n/Sync_Lists');
      await rep.page.getByRole('combobox', { name: 'List view' }).click();
      await rep.page.getByRole('option', { name: 'All Accounts', exact: true }).click();
      await rep.see('Tidewater Rentals');
      await rep.page.locator('thead').getByRole('checkbox').first().check({ force: true });
    },
  },
  {
    name: 'sync-list-preview',
    size: TALL,
    go: async (rep) => {
      await SHOTS.find(({ name }) => name === 'sync-list')?.go(rep);
      await rep.button('Sync Selected').click();
      await rep.see('Check what will change', rep.window);
    },
  },
  {
    name: 'phone',
    size: PHONE,
    go: async (rep) => {
      await rep.go(`/lightning/r/Account/${await rep.idOf('Account', 'Harbor Hotels')}/view`);
      await rep.see('Last Synchronised', rep.panel);
      await rep.panel.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'query',
    who: ADMIN,
    size: WIDE,
    go: async (admin) => {
      await openAccount(admin, 'Blue Heron Logistics');
      await admin.see('From Northwind Billing', await admin.act('Query Billing'));
    },
  },
  {
    name: 'requests',
    who: ADMIN,
    size: WIDE,
    go: async (admin) => {
      await openAccount(admin, 'Blue Heron Logistics');
      await admin.button('Requests').click();
      await admin.button('Compare Now', admin.panel).click();
      await admin.see('BillingPanelController.compare');
    },
  },
  {
    name: 'setup-connect',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '1. Connect', 'A key is kept.'),
  },
  {
    name: 'setup-test',
    who: ADMIN,
    size: TALL,
    go: async (admin) => {
      await setUp(admin, '2. Access and Test', 'You may use the credential.');
      await admin.button('Test Connection').click();
      await admin.see('It works: address and key are right.');
    },
  },
  {
    name: 'setup-defaults',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '3. Defaults', 'Default Bill Cycle'),
  },
  {
    name: 'setup-features',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '4. Features', /inferred/),
  },
  {
    name: 'setup-links',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '5. Links', 'Allowed Hosts'),
  },
  {
    name: 'setup-automation',
    who: AUTOMATION,
    size: TALL,
    go: async (automation) => {
      await setUp(automation, '7. Automation User', 'Refresh Now');
      await automation.page.getByRole('combobox', { name: 'Automation User' }).click();
      await automation.page.getByRole('option', { name: AUTOMATION, exact: true }).click();
      await automation.button('Start Heartbeat').click();
      await automation.see(/The heartbeat beats/);
    },
  },
  {
    name: 'setup-permissions',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '8. Permissions', 'Nothing is missing.'),
  },
  {
    name: 'setup-pages',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '9. Pages', /Seen on a page since/),
  },
  {
    name: 'setup-log',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '10. Log', 'Log Level'),
  },
  {
    name: 'setup-go-live',
    who: ADMIN,
    size: TALL,
    go: (admin) => setUp(admin, '11. Go Live', 'The connection is in use.'),
  },
  // The last one, as its accounts would stand in all lists.
  {
    name: 'sync-list-result',
    size: TALL,
    go: async (rep) => {
      await addAccounts(rep, 200);
      await SHOTS.find(({ name }) => name === 'sync-list')?.go(rep);
      await rep.button('Select Whole List View').click();
      await rep.see(/^2\d\d selected$/);
      await rep.button('Sync Selected').click();
      await rep.button('Start', rep.window).click();
      await rep.page.getByText(/^Finished\./).waitFor({ timeout: 180_000 });
    },
  },
];

async function take(world: World, { name, who = REP, size = WIDE, go }: Shot, folder: string): Promise<void> {
  const desk = await world.as(who, size);
  await go(desk);
  await settled(desk.page.locator('body'));
  await desk.page.screenshot({ path: join(folder, `${name}.png`) });
  await world.tidy();
}

/** Spinners are gone and toasts and windows have come in. */
async function settled(body: Locator): Promise<void> {
  await body.locator('lightning-spinner').first().waitFor({ state: 'detached' });
  await body.page().waitForTimeout(700);
}

/** Takes all pictures, each as a person of the demo sees it. */
export async function takeScreenshots(folder: string, say: (name: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const world = await World.start();
  try {
    for (const shot of SHOTS) {
      await take(world, shot, folder);
      say(shot.name);
    }
  } finally {
    await world.close();
  }
}
