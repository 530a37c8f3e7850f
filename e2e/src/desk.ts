/** One person at the browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A record of a list. */
export interface Row {
  readonly id: string;
  readonly fields: Readonly<Record<string, { readonly value: unknown }>>;
}

/** What the window of a sync ends with. */
export const DONE = 'Done. Salesforce and billing agree.';
export const IN_SYNC = 'Everything is in sync. Nothing had to be changed.';
export const NO_ANSWER = 'The billing system does not answer at the moment. Nothing is lost.';

const UI_API = '/services/data/v67.0/ui-api';
const PATIENCE = 20_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export class Desk {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.setDefaultTimeout(PATIENCE);
  }

  async logIn(userName: string): Promise<void> {
    const { users } = (await this.#send('GET', '/local/app')) as { users: { id: string; name: string }[] };
    const user = users.find(({ name }) => name === userName);
    assert.ok(user, `There is no user ${userName}.`);
    await this.#send('POST', '/local/session', { userId: user.id });
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
  }

  /** Opens a record's page, and waits for its actions. */
  async openRecord(objectName: string, id: string): Promise<void> {
    await this.go(`/lightning/r/${objectName}/${id}/view`);
    await this.button('Sync with Billing').waitFor();
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** The window that is open. */
  get window(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The billing panel of a record's page. */
  get panel(): Locator {
    return this.page.locator('c-billing-panel');
  }

  /** Clicks an action of the record's page; gives its window. */
  async act(name: string): Promise<Locator> {
    await this.page.locator('shell-record-page').getByRole('button', { name, exact: true }).first().click();
    return this.window;
  }

  /** Opens a record's page, clicks Sync and waits for what its window says. */
  async sync(objectName: string, id: string, until: string | RegExp): Promise<void> {
    await this.openRecord(objectName, id);
    await this.see(until, await this.act('Sync with Billing'));
  }

  /** Waits until a text is there; fails with what is there instead. */
  async see(text: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    try {
      await within.getByText(text).first().waitFor();
    } catch (error) {
      const shown = within === this.page ? this.page.locator('body') : (within as Locator);
      const words = await shown.innerText({ timeout: 1000 }).catch(() => 'nothing');
      throw new Error(`Instead of ${String(text)} there is: ${words}`, { cause: error });
    }
  }

  /** Waits until something becomes true that no page tells of. */
  async until(isTrue: () => Promise<boolean>, milliseconds = PATIENCE): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!(await isTrue())) {
      assert.ok(Date.now() < end, `It did not become true in ${milliseconds} ms.`);
      await this.page.waitForTimeout(250);
    }
  }

  async create(objectName: string, fields: Record<string, unknown>): Promise<string> {
    const made = (await this.#send('POST', `${UI_API}/records`, { apiName: objectName, fields })) as Row;
    return made.id;
  }

  async update(id: string, fields: Record<string, unknown>): Promise<void> {
    await this.#send('PATCH', `${UI_API}/records/${id}`, { fields });
  }

  /** What the org has in these fields: `Order.Account.Name`. */
  async read(id: string, ...fields: string[]): Promise<unknown[]> {
    const query = new URLSearchParams({ fields: fields.join(',') });
    const row = (await this.#send('GET', `${UI_API}/records/${id}?${query}`)) as Row;
    return fields.map((field) => valueAt(row, field.split('.').slice(1)));
  }

  /** The records of a list view. */
  async records(objectName: string, listView: string): Promise<Row[]> {
    const path = `${UI_API}/list-records/${objectName}/${listView}?pageSize=200`;
    return ((await this.#send('GET', path)) as { records: Row[] }).records;
  }

  /** The records of a related list. */
  async related(parentId: string, relationship: string, ...fields: string[]): Promise<Row[]> {
    const query = new URLSearchParams({ fields: fields.join(',') });
    const path = `${UI_API}/related-list-records/${parentId}/${relationship}?${query}`;
    return ((await this.#send('GET', path)) as { records: Row[] }).records;
  }

  /** The id of the record with this name, of the object's list of all. */
  async idOf(objectName: string, name: string, listView = `All${objectName}s`): Promise<string> {
    const row = (await this.records(objectName, listView)).find(({ fields }) => fields.Name?.value === name);
    assert.ok(row, `There is no ${objectName} ${name}.`);
    return row.id;
  }

  /** Calls an `@AuraEnabled` method as a component of this person does. */
  async apex(
    className: string,
    method: string,
    params: object,
  ): Promise<{ failed: boolean; message: string }> {
    const data = { className, method, params };
    const reply = await this.page.request.post(`${this.#url}/local/apex`, { data });
    const body = (await reply.json()) as { error?: { message: string } };
    return { failed: body.error !== undefined, message: body.error?.message ?? '' };
  }

  /** Fails if axe finds a violation in this element. */
  async assertAccessible(element: Locator): Promise<void> {
    await this.page.evaluate(AXE);
    const violations = await element.evaluate(async (within) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations: found } = await axe.run(within as Element, { resultTypes: ['violations'] });
      return found.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`,
      );
    });
    assert.deepEqual(violations, []);
  }

  async #send(method: string, path: string, data?: unknown): Promise<unknown> {
    const reply = await this.page.request.fetch(this.#url + path, {
      method,
      ...(data !== undefined && { data }),
    });
    const text = await reply.text();
    assert.ok(reply.ok(), `${method} ${path} was answered with ${reply.status()}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

function valueAt({ fields }: Row, [first = '', ...further]: string[]): unknown {
  const value = fields[first]?.value;
  return further.length === 0 || value === null ? value : valueAt(value as Row, further);
}
