import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startReceiver, startTenant } from './receiver.ts';

const VALID = { name: 'CRM', on: 'invoice', url: 'http://127.0.0.1:9/' };

test('an operation is set up, read, changed and removed', async (t) => {
  const { control } = await startTenant(t);
  const made = await control('POST', '/operations', VALID);
  assert.equal(made.status, 200);
  const { id, ...operation } = made.body as { id: string };
  assert.deepEqual(operation, {
    ...VALID,
    enabled: true,
    billing_account_category_id: null,
    method: 'POST',
    content_type: 'application/json',
    date_format: 'iso',
    headers: {},
    payload: (await control('GET', '/events')).body !== null && (operation as { payload: unknown }).payload,
    retries: 3,
    retry_delay_ms: 1000,
  });
  assert.deepEqual((await control('GET', `/operations/${id}`)).body, made.body);
  const changed = await control('PUT', `/operations/${id}`, { ...VALID, on: 'refund', retries: 0 });
  assert.equal((changed.body as { on: string }).on, 'refund');
  assert.equal(((await control('GET', '/operations')).body as unknown[]).length, 1);
  assert.equal((await control('DELETE', `/operations/${id}`)).status, 204);
  assert.equal((await control('GET', `/operations/${id}`)).status, 404);
});

const WRONG: readonly (readonly [change: Record<string, unknown>, message: RegExp])[] = [
  [{ name: '' }, /^name is required/],
  [{ on: 'weather' }, /^on: "weather" is neither an event \(.*refund.*\) nor a group \(.*payment.*\)/],
  [{ url: undefined }, /^url is required/],
  [{ url: 'nowhere' }, /^url must be an address/],
  [{ url: 'file:///etc/hosts' }, /^url must start with http/],
  [{ url: 'http://me:pw@127.0.0.1/' }, /^url must hold no user/],
  [{ url: 'https://receiver.example/' }, /^url: receiver\.example is another machine; .*--allow-outbound/],
  [{ url: 'http://127.0.0.1.example/' }, /is another machine/],
  [{ url: 'http://169.254.169.254/' }, /is another machine/],
  [{ url: 'http://0.0.0.0/' }, /is another machine/],
  [{ method: 'GET' }, /^method must be one of POST, PUT, DELETE/],
  [{ content_type: 'text/xml' }, /^content_type must be one of/],
  [{ content_type: 'application/x-www-form-urlencoded', payload: ['x'] }, /^payload must be an object/],
  [{ date_format: 'roman' }, /^date_format must be one of/],
  [{ headers: ['x'] }, /^headers must be an object/],
  [{ headers: { 'a b': 'x' } }, /^headers\.a b is not a header/],
  [{ headers: { a: 'x\r\ny: z' } }, /^headers\.a is not a header/],
  [{ headers: { a: 1 } }, /^headers\.a must be a text/],
  [{ payload: { a: ['{secret}'] } }, /^payload: \{secret\} is no placeholder\. Placeholders: \{event\}/],
  [{ retries: 11 }, /^retries must be a whole number from 0 to 10/],
  [{ retry_delay_ms: '5' }, /^retry_delay_ms must be a whole number/],
  [{ enabled: 'yes' }, /^enabled must be true or false/],
  [{ billing_account_category_id: 31 }, /^billing_account_category_id must be an id/],
];

test('a wrong setting is refused by name and changes nothing', async (t) => {
  const { control, outbound } = await startTenant(t);
  for (const [change, message] of WRONG) {
    const { status, body } = await control('POST', '/operations', { ...VALID, ...change });
    assert.equal(status, 422, JSON.stringify(change));
    assert.match((body as { message: string }).message, message);
  }
  assert.equal((await control('POST', '/operations', ['x'])).status, 422);
  assert.equal(outbound.tables.operation.count(), 0);
});

test('all forms of the own machine are allowed', async (t) => {
  const { control } = await startTenant(t);
  for (const url of ['http://localhost:1/', 'http://127.8.9.1/', 'http://[::1]:2/x', 'http://2130706433/']) {
    assert.equal((await control('POST', '/operations', { ...VALID, url })).status, 200, url);
  }
});

test('the history is read by status and operation', async (t) => {
  const { control, outbound, tell } = await startTenant(t);
  const receiver = await startReceiver(t);
  outbound.add({ ...VALID, on: 'product', url: receiver.url });
  await tell();
  const { body } = await control('GET', '/runs?status=DELIVERED');
  const [run] = body as { id: string; event: string }[];
  assert.equal(run?.event, 'service_status_change');
  assert.deepEqual((await control('GET', `/runs/${run?.id}`)).body, run);
  assert.deepEqual((await control('GET', '/runs?status=FAILED')).body, []);
  assert.deepEqual((await control('GET', '/runs?operation_id=nonsense')).body, []);
  assert.equal((await control('GET', '/runs?limit=0')).status, 400);
  assert.equal((await control('GET', '/runs/1')).status, 404);
});

test("only the server's own key opens the endpoints", async (t) => {
  const { control } = await startTenant(t);
  for (const [method, path] of [
    ['GET', '/operations'],
    ['POST', '/operations'],
    ['GET', '/runs'],
    ['GET', '/events'],
  ] as const) {
    assert.equal(
      (await control(method, path, method === 'POST' ? VALID : undefined, 'another')).status,
      403,
      path,
    );
  }
});
