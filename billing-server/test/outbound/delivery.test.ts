import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Faults } from '../../src/faults/faults.ts';
import { Outbound } from '../../src/outbound/outbound.ts';
import { Tenant } from '../../src/domain/tenant.ts';
import { Store } from '../../src/store/store.ts';
import { startReceiver, startTenant } from './receiver.ts';

const on = (url: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Tell the CRM',
  on: 'service_status_change',
  url,
  retry_delay_ms: 5,
  ...more,
});

test('an event arrives as the default payload, with the account that it is about', async (t) => {
  const [receiver, { outbound, tell }] = [await startReceiver(t), await startTenant(t)];
  outbound.add(on(receiver.url));
  await tell();
  assert.equal(receiver.received.length, 1);
  const [first] = receiver.received;
  assert.equal(first?.method, 'POST');
  assert.equal(first?.headers['content-type'], 'application/json');
  assert.deepEqual(JSON.parse(first?.body ?? ''), {
    event: 'service_status_change',
    entity_id: '5000001',
    entity_type: 'service',
    billing_account_id: '1000001',
    external_account_num: 'EXT-0000000',
    status: 'SUSPENDED',
    occurred_on: '2026-03-10T10:00:00-05:00',
  });
});

test("method, headers, content type, date format and payload are the administrator's", async (t) => {
  const [receiver, { outbound, tell }] = [await startReceiver(t), await startTenant(t)];
  outbound.add(
    on(receiver.url, {
      method: 'PUT',
      content_type: 'application/x-www-form-urlencoded',
      date_format: 'date',
      headers: { 'X-Secret': 'shh', 'X-About': '{entity_type}/{entity_id}' },
      payload: { what: 'service {entity_id} is {status}', on: '{occurred_on}', times: 1 },
    }),
  );
  await tell();
  const [first] = receiver.received;
  assert.equal(first?.method, 'PUT');
  assert.equal(first?.headers['x-secret'], 'shh');
  assert.equal(first?.headers['x-about'], 'service/5000001');
  assert.equal(first?.body, 'what=service+5000001+is+SUSPENDED&on=2026-03-10&times=1');
});

test('values can not change the structure of a payload', async (t) => {
  const [receiver, { outbound, tell }] = [await startReceiver(t), await startTenant(t)];
  outbound.add(
    on(receiver.url, { payload: { a: '{status}', list: [{ b: 'x{status}y' }], none: '{status}' } }),
  );
  const status = '","admin":true,"z":"{event}';
  await tell({ status });
  assert.deepEqual(JSON.parse(receiver.received[0]?.body ?? ''), {
    a: status,
    list: [{ b: `x${status}y` }],
    none: status,
  });
});

test('a group means all its events, a category only its accounts, disabled operations none', async (t) => {
  const [receiver, { outbound, tell }] = [await startReceiver(t), await startTenant(t)];
  outbound.add(on(receiver.url, { on: 'product', payload: 'group' }));
  outbound.add(on(receiver.url, { billing_account_category_id: '32', payload: 'another category' }));
  outbound.add(on(receiver.url, { billing_account_category_id: '31', payload: 'the category' }));
  outbound.add(on(receiver.url, { enabled: false, payload: 'disabled' }));
  await tell();
  await tell({ event: 'refund' });
  assert.deepEqual(receiver.received.map(({ body }) => JSON.parse(body) as unknown).sort(), [
    'group',
    'the category',
  ]);
});

test('a failed delivery is tried three times more, then given up; the history tells', async (t) => {
  const [receiver, { outbound, tell }] = [await startReceiver(t), await startTenant(t)];
  const { id } = outbound.add(on(receiver.url, { payload: '{attempt}' }));
  receiver.answers.push(500, 404);
  await tell();
  assert.deepEqual(
    receiver.received.map(({ body }) => body),
    ['"1"', '"2"', '"3"'],
  );
  receiver.answers.push(500, 302, 503, 500, 500);
  await tell();
  const [failed, delivered] = outbound.runs({ operationId: id, limit: 10 });
  assert.deepEqual(
    [failed?.status, failed?.attempts.map(({ status }) => status)],
    ['FAILED', [500, 302, 503, 500]],
  );
  assert.deepEqual(
    [delivered?.status, delivered?.attempts.map(({ status }) => status)],
    ['DELIVERED', [500, 404, 200]],
  );
  assert.equal(receiver.received.length, 7, 'a redirect is not followed');
});

test('a receiver that is not there is a failure with its reason', async (t) => {
  const { outbound, tell } = await startTenant(t);
  outbound.add(on('http://127.0.0.1:1/', { retries: 1 }));
  await tell();
  const [run] = outbound.runs({ status: 'FAILED', limit: 1 });
  assert.equal(run?.attempts.length, 2);
  assert.match(run?.attempts[0]?.error ?? '', /\S/);
});

test('what is rolled back is never told', async (t) => {
  const [receiver, { tenant, outbound }] = [await startReceiver(t), await startTenant(t)];
  outbound.add(on(receiver.url));
  const event = {
    event: 'service_status_change',
    entity_type: 'service',
    entity_id: '1',
    billing_account_id: '1000001',
  };
  assert.throws(() =>
    tenant.store.transaction(() => {
      tenant.notify(event);
      throw new Error('no');
    }),
  );
  await outbound.idle();
  assert.equal(receiver.received.length, 0);
  assert.equal(outbound.runs({ limit: 10 }).length, 0);
});

test('the fault duplicate-delivery sends an event twice and is counted', async (t) => {
  const [receiver, { outbound, faults, tell }] = [await startReceiver(t), await startTenant(t)];
  outbound.add(on(receiver.url, { payload: '{delivery_id}' }));
  faults.add({ operation: 'Outbound.deliver', fault: 'duplicate-delivery', probability: 1, times: 1 });
  await tell();
  await tell();
  const bodies = receiver.received.map(({ body }) => body);
  assert.equal(bodies.length, 3);
  assert.equal(bodies[0], bodies[1]);
  assert.notEqual(bodies[1], bodies[2]);
  assert.deepEqual(faults.counts, { 'Outbound.deliver duplicate-delivery': 1 });
});

test('many events at once all arrive, each once', async (t) => {
  const [receiver, { tenant, outbound, tell }] = [await startReceiver(t), await startTenant(t)];
  outbound.add(on(receiver.url, { payload: '{entity_id}' }));
  tenant.store.transaction(() => {
    for (let at = 0; at < 60; at += 1) {
      tenant.notify({
        event: 'service_status_change',
        entity_type: 'service',
        entity_id: String(at),
        billing_account_id: '1000001',
      });
    }
  });
  await tell({ entity_id: 'last' });
  assert.equal(new Set(receiver.received.map(({ body }) => body)).size, 61);
  assert.equal(receiver.received.length, 61);
});

test('what is queued when the server stops is delivered by the next one', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'outbound-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'data');
  const receiver = await startReceiver(t);
  const first = new Tenant(new Store(file));
  const before = new Outbound(first, new Faults(1), { isAnyTargetAllowed: false });
  before.add(on(receiver.url));
  first.store.transaction(() =>
    first.notify({
      event: 'service_status_change',
      entity_type: 'service',
      entity_id: '7',
      billing_account_id: '1',
    }),
  );
  await before.stop();
  first.store.close();
  assert.equal(receiver.received.length, 0);
  const second = new Tenant(new Store(file));
  const after = new Outbound(second, new Faults(1), { isAnyTargetAllowed: false });
  await after.idle();
  assert.equal(receiver.received.length, 1);
  await after.stop();
  second.store.close();
});
