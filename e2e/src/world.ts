/** A running whole for one file of tests: billing server, org, browser. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { startServer, type RunningServer } from '../../local-org/src/server/index.ts';
import { startBilling, type Billing } from '../../scripts/src/start/billing.ts';
import { BILLING_ADDRESS } from '../../scripts/src/start/run.ts';
import { BillingPeer } from './billing-peer.ts';
import { Desk, type Size } from './desk.ts';
import { demoFolder, ROOT } from './template.ts';

/** The people of the demo data. */
export const REP = 'Robin Reyes';
export const SUPPORT = 'Sam Okafor';
export const ADMIN = 'Ada Lindqvist';
export const AUTOMATION = 'Billing Automation';

export interface WorldOptions {
  /** Scripts of the demo data that a new org begins with; without them it is a copy of the whole demo. */
  readonly scripts?: readonly string[];
}

/** Everything that a test needs, and its end. */
export class World {
  readonly billing: BillingPeer;
  readonly #parts: { org: RunningServer; billing: Billing; browser: Browser; folder: string };
  readonly #crashes: string[] = [];
  #desks: Desk[] = [];

  private constructor(parts: { org: RunningServer; billing: Billing; browser: Browser; folder: string }) {
    this.#parts = parts;
    this.billing = new BillingPeer(parts.billing.url);
  }

  static async start({ scripts }: WorldOptions = {}): Promise<World> {
    const { CHROMIUM } = process.env;
    assert.ok(CHROMIUM, 'CHROMIUM says where the browser is; "npm run e2e" finds it.');
    const folder = scripts ? mkdtempSync(join(tmpdir(), 'billwright-e2e-')) : await demoFolder();
    const [billing, browser] = await Promise.all([
      startBilling({ port: 0, file: join(folder, 'billing.sqlite'), seed: 'demo' }),
      chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] }),
    ]);
    const org = await startServer({
      org: {
        project: ROOT,
        database: join(folder, 'org.sqlite'),
        routes: { [BILLING_ADDRESS]: billing.url },
      },
      apex: (scripts ?? []).map((name) => join(ROOT, 'config', 'demo', `${name}.apex`)),
      app: 'Billwright',
    });
    const world = new World({ org, billing, browser, folder });
    if (!scripts) await world.#leadToBilling();
    return world;
  }

  get url(): string {
    return this.#parts.org.url;
  }

  /** A window of the browser in which somebody has logged in. */
  async as(userName: string, size: Size = { width: 1280, height: 1000 }): Promise<Desk> {
    const context = await this.#parts.browser.newContext({ viewport: size });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.#crashes.push(error.stack ?? error.message));
    const desk = new Desk(page, this.url);
    await desk.logIn(userName);
    this.#desks.push(desk);
    return desk;
  }

  /** After each test: windows and faults go, and nothing may have crashed in a page. */
  async tidy(): Promise<void> {
    for (const desk of this.#desks.splice(0)) await desk.page.context().close();
    await this.billing.clearFaults();
    assert.deepEqual(this.takeCrashes(), []);
  }

  /** What went wrong in pages since it was asked last. */
  takeCrashes(): string[] {
    return this.#crashes.splice(0);
  }

  async close(): Promise<void> {
    const { org, billing, browser, folder } = this.#parts;
    await browser.close();
    await org.close();
    await billing.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  // The copy's billing server has a port of its own, and Open has to lead to it.
  async #leadToBilling(): Promise<void> {
    const admin = await this.as(ADMIN);
    const [connection] = await admin.records('BillingConnection__c', 'All');
    assert.ok(connection, 'The demo has a connection.');
    const pages = {
      Account: 'billing-accounts',
      Order: 'orders',
      Subscription: 'services',
      Product: 'products',
      Invoice: 'invoices',
    };
    const templates = Object.entries(pages).map(([name, path]) => [
      `${name}LinkTemplate__c`,
      `${this.billing.url}/ui/${path}/{id}`,
    ]);
    const fields = { ...Object.fromEntries(templates), AllowedHosts__c: new URL(this.billing.url).host };
    await admin.update(connection.id, fields);
    await this.tidy();
  }
}
