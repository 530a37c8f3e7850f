/** Faults: by header, by rule, counted. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Billing } from '../support/billing.ts';
import { accountBody, makeAccount } from '../support/flows.ts';

let billing: Billing;

beforeEach(async () => {
  billing = await Billing.start();
});
afterEach(() => billing.stop());

const LIST = '/billing/2/billing-accounts';
const fault = (text: string) => ({ headers: { 'x-billing-fault': text } });
const count = (): number => billing.server.tenant.tables.account.count();

test('any status, with Retry-After where it is asked for', async () => {
  for (const status of [400, 401, 403, 404, 409, 422, 500, 502, 503, 504]) {
    const answer = await billing.send('POST', LIST, { body: accountBody(), ...fault(`status=${status}`) });
    assert.deepEqual([answer.status, answer.body.code], [status, String(status)]);
    assert.equal(answer.headers.get('x-injected-fault'), 'status');
  }
  assert.equal(count(), 0, 'nothing was done');
  assert.equal((await billing.send('GET', LIST, fault('status=429'))).headers.get('retry-after'), '1');
  assert.equal(
    (await billing.send('GET', LIST, fault('status=503, retry-after=7'))).headers.get('retry-after'),
    '7',
  );
});

test('HTML, empty and truncated bodies', async () => {
  const html = await billing.send('GET', LIST, fault('html=502'));
  assert.deepEqual([html.status, html.headers.get('content-type')], [502, 'text/html; charset=utf-8']);
  await makeAccount(billing);
  assert.deepEqual([(await billing.send('GET', LIST, fault('empty'))).text], ['']);
  const response = await fetch(billing.url + LIST, {
    headers: { 'x-api-key': 'local-demo-key-not-a-secret-0000', 'x-billing-fault': 'truncated' },
  });
  const text = await response.text();
  assert.throws(() => JSON.parse(text) as unknown);
  assert.ok(text.startsWith('[{'));
});

test('commit, then drop the connection: the record is there', async () => {
  const body = accountBody();
  await assert.rejects(billing.send('POST', LIST, { body, ...fault('commit-then-drop') }));
  const found = await billing.list('BillingAccount.list', {
    query: { external_account_num: String(body['external_account_num']) },
  });
  assert.equal(found.length, 1);
});

test('drop before the commit: nothing is there', async () => {
  await assert.rejects(billing.send('POST', LIST, { body: accountBody(), ...fault('drop-before-commit') }));
  assert.equal(count(), 0);
});

test('latency and a slow body take their time and change nothing else', async () => {
  await makeAccount(billing);
  for (const text of ['latency=60', 'latency=60-80', 'slow-body=60']) {
    const start = performance.now();
    const answer = await billing.send('GET', LIST, fault(text));
    assert.ok(performance.now() - start >= 55, text);
    assert.equal((answer.body as unknown as unknown[]).length, 1);
  }
  assert.equal((await billing.send('GET', LIST, fault('latency=~1'))).status, 200);
});

test('rows shift during a page walk', async () => {
  for (let made = 0; made < 6; made += 1) await makeAccount(billing);
  const page = async (number: number, text?: string): Promise<string[]> => {
    const { body } = await billing.send('GET', LIST, {
      query: { page_size: 2, page_number: number },
      ...(text && fault(text)),
    });
    return (body as unknown as { id: string }[]).map(({ id }) => id);
  };
  const plain = [...(await page(1)), ...(await page(2))];
  assert.deepEqual(await page(1, 'shift-rows=1'), plain.slice(0, 2));
  const shifted = await page(2, 'shift-rows=1');
  assert.equal(shifted[0], plain[3], 'a row that was removed ahead makes the walk miss one');
  assert.deepEqual(
    await page(2, 'shift-rows=-1'),
    plain.slice(1, 3),
    'a row that came ahead makes it meet one twice',
  );
  assert.deepEqual((await page(1, 'shuffle-page')).sort(), plain.slice(0, 2));
});

test('rules apply to a route, some times, and are counted', async () => {
  await billing.control('POST', '/faults', { operation: 'BillCycle.list', fault: 'status=503', times: 2 });
  const statuses: number[] = [];
  for (let call = 0; call < 3; call += 1) statuses.push((await billing.call('BillCycle.list')).status);
  assert.deepEqual(statuses, [503, 503, 200]);
  await billing.ok('Currency.list');
  assert.deepEqual((await billing.control('GET', '/faults')).counts, { 'BillCycle.list status=503': 2 });
  assert.deepEqual((await billing.control('DELETE', '/faults')).counts, {});
});

test('random faults come again with the same seed', async () => {
  const run = async (): Promise<string> => {
    await billing.control('DELETE', '/faults');
    await billing.control('POST', '/faults', { fault: 'status=500', probability: 0.5, seed: 42 });
    let signs = '';
    for (let call = 0; call < 20; call += 1)
      signs += (await billing.call('BillCycle.list')).status === 500 ? 'x' : '.';
    return signs;
  };
  const first = await run();
  assert.match(first, /x/);
  assert.match(first, /\./);
  assert.equal(await run(), first);
});

test('a fault that is none is named', async () => {
  for (const text of [
    'explode',
    'status=200',
    'latency=',
    'latency=9-1',
    'status',
    'empty=1',
    'latency=999999',
  ]) {
    const answer = await billing.send('GET', LIST, fault(text));
    assert.equal(answer.status, 400);
    assert.match(answer.body.message, /is no fault\. Faults: latency=200,/);
  }
  const rule = await billing.send('POST', '/_control/faults', {
    body: { operation: 'Nothing.list', fault: 'empty' },
  });
  assert.match(rule.body.message, /^operation: there is no operation "Nothing\.list"/);
});
