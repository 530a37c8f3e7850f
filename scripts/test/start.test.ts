import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { startBilling } from '../src/start/billing.ts';
import { demoScripts } from '../src/start/demo.ts';
import { readOptions, refuseLostOptions } from '../src/start/options.ts';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'billwright-start-'));
after(() => rmSync(folder, { recursive: true }));

describe('the options of npm start', () => {
  test('have defaults', () => {
    const { port, billingPort, seed, watch, reset } = readOptions([]);
    assert.deepEqual([port, billingPort, seed, watch, reset], [4020, 8585, 'demo', true, false]);
  });

  test('are read', () => {
    const { port, seed, watch } = readOptions(['--port', '0', '--seed', 'size=10000', '--no-watch']);
    assert.deepEqual([port, seed, watch], [0, 'size=10000', false]);
  });

  for (const [args, message] of [
    [['--port', '70000'], /--port takes a number .* not "70000"/],
    [['--seed', 'much'], /--seed takes demo, installed or size=N .* not "much"/],
    [['--seed', 'size=1000000'], /--seed takes demo, installed or size=N with N from 1 to 999999, not/],
    [['--prot', '1'], /^There is no option --prot\.$/],
    [['--no-port'], /^There is no option --no-port\.$/],
    [['4020'], /^"4020" is no option\.$/],
    [['--port'], /^--port needs a value\.$/],
    [['--port', '--reset'], /^--port needs a value\.$/],
    [['--reset=yes'], /^--reset takes no value, so "yes" is too much\.$/],
    [['--port', '1', '--port', '2'], /^--port is given twice\.$/],
    [['--folder', ''], /^--folder takes the path of a folder\.$/],
  ] as const) {
    test(`are refused in words: ${args.join(' ')}`, () => {
      assert.throws(() => readOptions([...args]), { name: 'TypeError', message });
    });
  }
});

describe('options that npm has taken for its own', () => {
  for (const [variable, option] of [
    ['npm_config_reset', '--reset'],
    ['npm_config_billing_port', '--billing-port'],
    ['npm_config_watch', '--no-watch'],
  ] as const) {
    test(`are not lost silently: ${option}`, () => {
      const message = `npm took ${option} for itself. Put two dashes before it: npm start -- ${option} ...`;
      assert.throws(() => refuseLostOptions({ [variable]: '' }), { name: 'TypeError', message });
    });
  }

  test('are no others', () => refuseLostOptions({ npm_config_loglevel: 'error', PATH: '/bin' }));
});

describe('the billing server of npm start', () => {
  test('says where it is, and ends when it is told to', async () => {
    const billing = await startBilling({ port: 0, file: join(folder, 'billing.sqlite'), seed: 'none' });
    assert.equal((await fetch(`${billing.url}/ui/`)).status, 200);
    await billing.stop();
    await assert.rejects(fetch(`${billing.url}/ui/`));
  });

  test('names the option that helps where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => void other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const start = startBilling({ port, file: join(folder, 'taken.sqlite'), seed: 'none' });
    await assert.rejects(start, new RegExp(`Port ${port} .* taken\\. .*--billing-port\\.$`));
    other.close();
  });
});

describe('the demo data', () => {
  const scriptsFor = (billingUrl: string, seed = 'demo'): string[] =>
    demoScripts({ root, folder, billingUrl, seed });

  test('are more for more customers, each script with pages of its own', () => {
    const pagesOf = (seed: string): string[] =>
      scriptsFor('http://127.0.0.1:1', seed).flatMap(
        (file) => /firstPage = (\d+);/.exec(readFileSync(file, 'utf8'))?.[1] ?? [],
      );
    assert.deepEqual(pagesOf('demo'), []);
    assert.deepEqual(pagesOf('size=50'), []);
    assert.deepEqual(pagesOf('size=51'), ['2']);
    assert.deepEqual(pagesOf('size=2000'), ['2', '22']);
  });

  test('are few where nobody has set billing up: users, and accounts to begin with', () => {
    const names = scriptsFor('http://127.0.0.1:8585', 'installed').map((file) => basename(file));
    assert.deepEqual(names, ['10-users.apex', '32-prospects.apex']);
  });

  test('are made in the order of their names', () => {
    const names = scriptsFor('http://127.0.0.1:8585').map((file) => basename(file));
    assert.deepEqual(names, names.toSorted());
    assert.ok(names.length > 5);
  });

  test('lead to the billing server that runs', () => {
    const files = scriptsFor('http://127.0.0.1:1');
    const texts = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    assert.match(texts, /http:\/\/127\.0\.0\.1:1\/ui/);
    assert.doesNotMatch(texts, /127\.0\.0\.1:8585/);
  });
});
