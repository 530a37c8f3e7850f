import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { runServer, runToEnd, type Running } from './run.ts';

const OWN_KEY = 'a-key-of-my-own-0123456789abcdef';

function dataFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'billing-cli-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'billing.data');
}

async function read(url: string, key: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, { headers: { 'x-api-key': key } });
  return { status: answer.status, body: await answer.json() };
}

async function stop({ process: child, ended }: Running): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

test('--help says every option', async (t) => {
  const { code, out } = await runToEnd(t, '--help');
  assert.equal(code, 0);
  for (const option of [
    'port',
    'host',
    'public-url',
    'key',
    'data',
    'seed',
    'clock',
    'strict',
    'allow-outbound',
    'help',
  ]) {
    assert.match(out, new RegExp(`--${option}`), option);
  }
});

test('the start-up text has addresses and a key that work; SIGTERM ends the server in order', async (t) => {
  const running = await runServer(t);
  const { startText, url } = running;
  const [, header = '', key = ''] = /Key +([\w-]+): (\S+)/.exec(startText) ?? [];
  assert.equal(header, 'x-api-key');
  const { status, body } = await read(`${url}/billing/2/billing-accounts/50211`, key);
  assert.equal(status, 200);
  assert.equal((body as { status: string }).status, 'ACTIVE');
  for (const path of ['/ui/', '/docs', '/openapi.json'])
    assert.equal((await fetch(url + path)).status, 200, path);
  running.process.kill('SIGTERM');
  const { code, out, errors } = await running.ended;
  assert.deepEqual([code, errors], [0, '']);
  assert.match(out, /Stopped\./);
});

const REFUSED: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['--port', 'x'], /--port takes a number from 0 .* not "x"/],
  [['--port', '70000'], /--port/],
  [['--seed', 'size=0'], /--seed takes demo, none or size=N/],
  [['--seed', 'lots'], /--seed/],
  [['--clock', 'noon'], /--clock takes a day or a moment/],
  [['--public-url', 'here'], /--public-url takes an address/],
  [
    ['--host', '0.0.0.0'],
    /--host 0\.0\.0\.0 lets others reach the server; give it a key of your own with --key/,
  ],
  [['--public-url', 'https://billing.example'], /--public-url lets others reach/],
  [['--host', '0.0.0.0', '--key', 'short'], /--key takes at least 16 characters/],
  [['--colour', 'red'], /--colour/],
  [['stray'], /stray/],
  [['--host', '203.0.113.9', '--key', OWN_KEY, '--seed', 'none'], /is no address of this machine/],
];

test('a command line that can not be used is refused with the way out', async (t) => {
  const results = await Promise.all(REFUSED.slice(0, 6).map(([args]) => runToEnd(t, ...args)));
  results.push(...(await Promise.all(REFUSED.slice(6).map(([args]) => runToEnd(t, ...args)))));
  REFUSED.forEach(([args, message], at) => {
    assert.equal(results[at]?.code, 2, args.join(' '));
    assert.match(results[at]?.errors ?? '', message);
    assert.doesNotMatch(results[at]?.errors ?? '', /^\s+at /m, 'no stack for people');
  });
});

test('a taken port is named, with the way out', async (t) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  t.after(() => other.close());
  const { port } = other.address() as { port: number };
  const { code, errors } = await runToEnd(t, '--port', String(port), '--seed', 'none');
  assert.equal(code, 2);
  assert.match(errors, new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken\\. .*--port`));
});

test('where others can reach the server pages ask for the key', async (t) => {
  const running = await runServer(
    t,
    '--seed',
    'none',
    '--key',
    OWN_KEY,
    '--public-url',
    'https://billing.example/',
  );
  assert.match(running.startText, /Pages +https:\/\/billing\.example\/ui\//);
  assert.equal((await fetch(`${running.url}/ui/`)).status, 401);
  const headers = { authorization: `Basic ${btoa(`me:${OWN_KEY}`)}` };
  assert.equal((await fetch(`${running.url}/ui/`, { headers })).status, 200);
  await stop(running);
});

test('--data survives a restart, is not seeded twice and is not shared', async (t) => {
  const file = dataFile(t);
  const first = await runServer(
    t,
    '--data',
    file,
    '--seed',
    'size=20',
    '--clock',
    '2026-03-10',
    '--key',
    OWN_KEY,
  );
  assert.match(first.startText, /20 accounts/);
  assert.match(first.startText, /2026-03-10T00:00:00-05:00, standing still/);
  const shared = await runToEnd(t, '--port', '0', '--data', file);
  assert.deepEqual([shared.code, /in use by another billing server/.test(shared.errors)], [2, true]);
  await stop(first);
  const again = await runServer(t, '--data', file, '--key', OWN_KEY);
  assert.match(again.startText, /20 accounts/);
  assert.equal((await read(`${again.url}/billing/2/billing-accounts/1000001`, OWN_KEY)).status, 200);
  await stop(again);
  const seeded = await runToEnd(t, '--data', file, '--seed', 'demo');
  assert.match(seeded.errors, /holds data already; leave --seed out/);
  const back = await runToEnd(t, '--data', file, '--clock', '2026-01-01');
  assert.match(back.errors, /--clock is before the time of the data file/);
});

test("a file that is none of this server's is left alone", async (t) => {
  const file = dataFile(t);
  writeFileSync(file, 'My notes. '.repeat(500));
  const { code, errors } = await runToEnd(t, '--data', file);
  assert.equal(code, 2);
  assert.match(errors, /is not a data file of this billing server/);
});

test('--strict serves documented routes only', async (t) => {
  const running = await runServer(t, '--strict', '--seed', 'none', '--key', OWN_KEY);
  assert.equal((await read(`${running.url}/billing/2/payment-terms`, OWN_KEY)).status, 404);
  assert.equal((await read(`${running.url}/billing/2/bill-cycles`, OWN_KEY)).status, 200);
  await stop(running);
});
