/**
 * `npm run bench -- sync [--size N] [--slow N]`: accounts synchronised in the background with the billing server over
 * HTTP: made, unchanged, one in a hundred changed. At 0 ms of billing latency for `--size` accounts (10,000), at 200 ms
 * for `--slow` (200). Beside each, in the same run, the same number of calls by a client that does nothing else.
 */
import { parseArgs } from 'node:util';
import type { Counts } from '../src/counts.ts';
import { changing, comparing, creating, type Floor } from '../src/floor.ts';
import { Office } from '../src/office.ts';
import { bulk, change, refresh } from '../src/work.ts';

const LATENCY = 200;
const FOREVER = 1_000_000;

interface Line {
  readonly what: string;
  readonly floor: Floor;
  readonly counts: Counts;
  readonly seconds: number;
  readonly bareSeconds: number;
}

async function timed<Result>(work: () => Result | Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

/** As many calls, one after another, fifty of them measured and the rest reckoned. */
async function bare(office: Office, calls: number): Promise<number> {
  const measured = Math.min(calls, 50);
  const [, seconds] = await timed(async () => {
    for (let call = 0; call < measured; call += 1) {
      await office.billing.get('/billing/2/billing-accounts?page_size=1');
    }
  });
  return (seconds / measured) * calls;
}

async function measure(size: number, latency: number): Promise<Line[]> {
  const office = await Office.open();
  try {
    office.automate('Automatic');
    const ids = office.addAccounts(size);
    const changed = Math.ceil(size / 100);
    if (latency > 0) await office.billing.fault('*', `latency=${latency}`, FOREVER);
    const lines: Line[] = [];
    const add = async (what: string, floor: Floor, work: () => Counts): Promise<void> => {
      const [counts, seconds] = await timed(work);
      if (counts.failures.length > 0) throw new Error(counts.failures.join('\n'));
      lines.push({ what, floor, counts, seconds, bareSeconds: await bare(office, counts.callouts) });
    };
    await add('made and linked', creating(size), () => bulk(office, ids));
    await add('unchanged', comparing(size), () => refresh(office));
    change(office, changed);
    await add(`${changed} changed`, changing(size, changed), () => refresh(office));
    return lines;
  } finally {
    await office.close();
  }
}

function print(size: number, latency: number, lines: readonly Line[]): void {
  console.log(`\n${size.toLocaleString('en')} accounts, ${latency} ms of latency in billing\n`);
  console.log(
    '| what | callouts | floor | ratio | transactions | floor | SOQL | DML | DML rows | time | the same calls alone | ratio |',
  );
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const { what, floor, counts, seconds, bareSeconds } of lines) {
    const cells = [
      what,
      counts.callouts.toLocaleString('en'),
      floor.callouts.toLocaleString('en'),
      (counts.callouts / floor.callouts).toFixed(2),
      counts.transactions,
      floor.transactions,
      counts.queries.toLocaleString('en'),
      counts.writes.toLocaleString('en'),
      counts.rows.toLocaleString('en'),
      `${seconds.toFixed(1)} s`,
      `${bareSeconds.toFixed(1)} s`,
      (seconds / bareSeconds).toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

const { values } = parseArgs({
  options: { size: { type: 'string', default: '10000' }, slow: { type: 'string', default: '200' } },
});
for (const [size, latency] of [
  [Number(values.size), 0],
  [Number(values.slow), LATENCY],
] as const) {
  print(size, latency, await measure(size, latency));
}
