/** What was answered is kept: over restarts, over kill -9, with many writers at once. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { createServer, LOCAL_KEY } from '../../src/server.ts';
import { DataFileError } from '../../src/store/store.ts';
import { Billing } from '../support/billing.ts';
import { accountBody, draft, internetItem, makeAccount } from '../support/flows.ts';

const folder = mkdtempSync(join(tmpdir(), 'billing-store-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);

async function startProcess(file: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const first = await lines[Symbol.asyncIterator]().next();
  return { child, url: String(first.value) };
}

function exited(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Writes until the server is gone. Answers the numbers that were answered with success. */
async function writeUntilDead(url: string, answered: string[]): Promise<void> {
  for (;;) {
    const body = accountBody();
    try {
      const response = await fetch(`${url}/billing/2/billing-accounts`, {
        method: 'POST',
        headers: { 'x-api-key': LOCAL_KEY, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, start_date: undefined }),
      });
      if (response.status === 200)
        answered.push(((await response.json()) as { external_account_num: string }).external_account_num);
    } catch {
      return;
    }
  }
}

test('kill -9 in the middle of writes loses no row that was answered', { timeout: 60_000 }, async () => {
  const file = path('killed.sqlite');
  const answered: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { child, url } = await startProcess(file);
    const writers = [1, 2, 3].map(() => writeUntilDead(url, answered));
    await new Promise((resolve) => setTimeout(resolve, 250));
    child.kill('SIGKILL');
    await Promise.all([...writers, exited(child)]);
  }
  assert.ok(answered.length > 20, `${answered.length} rows were written`);
  const server = createServer({ file });
  const { account, party } = server.tenant.tables;
  for (const number of answered)
    assert.ok(account.first('external_account_num = ?', number), `${number} is lost`);
  assert.equal(account.count(), party.count(), 'no half of an account is there');
  await server.close();
});

test('a data file survives a restart, with clock, switches and numbers', async () => {
  const file = path('restart.sqlite');
  const first = await Billing.start({ file });
  const account = await makeAccount(first);
  await first.control('PATCH', '/fidelity', { taxPercent: '7' });
  await first.control('PUT', '/keys/second', { user: 'ENABLED' });
  await first.stop();
  const second = await Billing.start({ file, prepare: () => undefined });
  assert.equal(
    (await second.ok('BillingAccount.read', { params: { id: account.id } })).account_num,
    account.account_num,
  );
  assert.equal((await second.control('GET', '/clock')).now, '2025-03-02T09:00:00-06:00');
  assert.equal(
    ((await second.control('GET', '/fidelity')) as unknown as { taxPercent: string }).taxPercent,
    '7',
  );
  assert.equal(
    (await second.send('GET', '/billing/2/bill-cycles', { headers: { 'x-api-key': 'second' } })).status,
    200,
  );
  assert.ok(Number((await makeAccount(second)).id) > Number(account.id));
  await second.stop();
});

test('a file in use, and one that is no data file, are refused in words', async () => {
  const file = path('used.sqlite');
  const server = createServer({ file });
  assert.throws(
    () => createServer({ file }),
    (error: Error) =>
      error instanceof DataFileError && /in use by another billing server/.test(error.message),
  );
  await server.close();
  writeFileSync(path('text.sqlite'), 'This is no database. '.repeat(100));
  assert.throws(() => createServer({ file: path('text.sqlite') }), /is not a data file/);
});

test('many writers at once: every record once, every number once', async () => {
  const billing = await Billing.start();
  const accounts = await Promise.all(Array.from({ length: 60 }, () => makeAccount(billing)));
  assert.equal(new Set(accounts.map(({ id }) => id)).size, 60);
  assert.equal(new Set(accounts.map(({ account_num: number }) => number)).size, 60);
  const [first] = accounts;
  const order = await draft(billing, first?.id ?? '', [internetItem()]);
  const confirmations = await Promise.all(
    Array.from({ length: 10 }, () => billing.call('Order.confirm', { params: { id: order.id }, body: {} })),
  );
  assert.equal(confirmations.filter(({ status }) => status === 200).length, 1, 'an order is confirmed once');
  assert.equal((await billing.list('Service.list', { query: { original_order_id: order.id } })).length, 1);
  const same = accountBody();
  const twins = await Promise.all(
    [1, 2, 3, 4].map(() => billing.call('BillingAccount.create', { body: same })),
  );
  assert.equal(twins.filter(({ status }) => status === 200).length, 1, 'an external number is given once');
  await billing.stop();
});

test('an id is not given again after its record is deleted', async () => {
  const billing = await Billing.start();
  const body = {
    product_type: 'general',
    name: 'Short-lived',
    introduction_date: '2025-01-01',
    product_category: { id: '44' },
  };
  const { id } = await billing.ok('Product.create', { body });
  await billing.ok('Product.remove', { params: { id } });
  assert.ok(Number((await billing.ok('Product.create', { body })).id) > Number(id));
  await billing.stop();
});
