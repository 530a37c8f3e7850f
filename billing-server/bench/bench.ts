/**
 * `npm run bench -- billing-server [--seconds N]`: requests per second and latency at 100 and at 100,000 accounts,
 * beside a bare route of the framework in the same run. Prints a Markdown table.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCAL_KEY } from '../src/server.ts';
import { connect, type Client } from './client.ts';
import { measure, summarize, type Load, type Measurement, type Send } from './measure.ts';

const SIZES = [100, 100_000] as const;
const CONNECTIONS = 8;
const FIRST_ACCOUNT = 1_000_001;
const BASE = '/billing/2';

interface Target {
  readonly url: string;
  readonly seedSeconds: number;
  readonly megabytes: number;
  readonly process: ChildProcess;
}

interface Row extends Measurement {
  readonly accounts: string;
  readonly what: string;
}

function startTarget(what: string): Promise<Target> {
  const child = fork(join(import.meta.dirname, 'target.ts'), [what]);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ ...(message as Omit<Target, 'process'>), process: child }));
    child.once('exit', (code) =>
      reject(new Error(`The server for "${what}" ended with ${code} before it listened.`)),
    );
  });
}

/** A request must do what is measured. @throws Error with the answer where it does not */
async function expectOk(client: Client, method: string, path: string, body?: unknown): Promise<string> {
  const { status, text } = await client.send(method, path, body);
  if (status !== 200) throw new Error(`${method} ${path} answered ${status}: ${text}`);
  return text;
}

const accountAt = (number: number, accounts: number): number => FIRST_ACCOUNT + ((number * 7919) % accounts);

function newAccount(number: number): unknown {
  return {
    external_account_num: `BENCH-${number}`,
    responsible_party: { party_type: 'organization', organization_name: `Bench ${number}` },
    bill_cycle: { id: '210', bill_cycle_type: 'monthly' },
    billing_account_category: { id: '31' },
  };
}

/** Drafts are made before the clock runs: only confirming is measured. Each has an account of its own, as sales have. */
async function makeDrafts(client: Client, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 1; made <= count; made += 1) {
    const account = await expectOk(client, 'POST', `${BASE}/billing-accounts`, newAccount(-made));
    const { id } = JSON.parse(account) as { id: string };
    const body = {
      order_type: 'sales',
      billing_account: { id },
      order_items: [{ product: { id: '3101' }, quantity: 1 }],
    };
    ids.push((JSON.parse(await expectOk(client, 'POST', `${BASE}/orders`, body)) as { id: string }).id);
  }
  return ids;
}

async function confirmOrders(client: Client, load: Load): Promise<Measurement> {
  const drafts = await makeDrafts(client, Math.ceil(load.seconds * 1000));
  const start = performance.now();
  const times: number[] = [];
  const worker = async (): Promise<void> => {
    for (
      let id = drafts.pop();
      id !== undefined && performance.now() - start < load.seconds * 1000;
      id = drafts.pop()
    ) {
      const began = performance.now();
      await expectOk(client, 'POST', `${BASE}/orders/${id}/confirm`, {});
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  return summarize(times, performance.now() - start);
}

async function measureBilling(accounts: number, load: Load): Promise<{ rows: Row[]; target: Target }> {
  const target = await startTarget(String(accounts));
  const client = connect(target.url, LOCAL_KEY, load.connections);
  const get =
    (path: (number: number) => string): Send =>
    async (number) =>
      void (await expectOk(client, 'GET', path(number)));
  const filter = encodeURIComponent("status EQ 'ACTIVE' AND bill_cycle_id EQ '210'");
  const row = (what: string, result: Measurement): Row => ({
    accounts: accounts.toLocaleString('en'),
    what,
    ...result,
  });
  const rows = [
    row(
      'read one account',
      await measure(
        get((number) => `${BASE}/billing-accounts/${accountAt(number, accounts)}`),
        load,
      ),
    ),
    row(
      'filtered list of 50',
      await measure(
        get(() => `${BASE}/billing-accounts?page_size=50&filter=${filter}`),
        load,
      ),
    ),
    row(
      'create account',
      await measure(
        async (number) =>
          void (await expectOk(client, 'POST', `${BASE}/billing-accounts`, newAccount(number))),
        load,
      ),
    ),
    row('confirm order', await confirmOrders(client, load)),
  ];
  client.close();
  target.process.disconnect();
  return { rows, target };
}

async function measureBare(load: Load): Promise<Row> {
  const target = await startTarget('bare');
  const client = connect(target.url, '', load.connections);
  const result = await measure(
    async (number) => void (await expectOk(client, 'GET', `/bare/${number}`)),
    load,
  );
  client.close();
  target.process.disconnect();
  return { accounts: '', what: 'bare framework route', ...result };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printRows(rows: readonly Row[]): void {
  print('| accounts | request | per second | p50 ms | p99 ms |');
  print('| ---: | --- | ---: | ---: | ---: |');
  for (const { accounts, what, perSecond, p50, p99 } of rows) {
    print(`| ${accounts} | ${what} | ${Math.round(perSecond)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`);
  }
}

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '5' } } });
const load: Load = { seconds: Number(values.seconds), connections: CONNECTIONS };
if (!(load.seconds > 0)) throw new Error('--seconds takes a number above 0.');
const results = [];
for (const size of SIZES) results.push(await measureBilling(size, load));
printRows([await measureBare(load), ...results.flatMap(({ rows }) => rows)]);
print('\n| accounts | seed seconds | memory MB |\n| ---: | ---: | ---: |');
results.forEach(({ target }, at) => {
  print(
    `| ${SIZES[at]?.toLocaleString('en')} | ${target.seedSeconds.toFixed(1)} | ${Math.round(target.megabytes)} |`,
  );
});
