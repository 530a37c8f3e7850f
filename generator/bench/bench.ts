/**
 * How fast the generator is beside `tsc --noEmit` over the same mapping files, in the same run.
 *
 * Machines differ and are noisy: only the ratios mean something. Options: `--runs <n>` (3), `--sizes 6,60,300`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { synthesise, type Synthetic } from './synthetic.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, sizes: { type: 'string', default: '6,60,300' } },
});
const runs = Number(values.runs);
const sizes = values.sizes.split(',').map(Number);

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const cli = resolve(import.meta.dirname, '../src/cli.ts');
const worker = resolve(import.meta.dirname, 'worker.ts');

function run(args: readonly string[]): { stdout: string; milliseconds: number } {
  const start = performance.now();
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (ended.status !== 0) throw new Error(`node ${args.join(' ')}\n${ended.stdout}${ended.stderr}`);
  return { stdout: ended.stdout, milliseconds: performance.now() - start };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

interface Measured {
  readonly size: number;
  readonly tsc: number;
  readonly cold: number;
  readonly unchanged: number;
  readonly watch: number;
  /** Megabytes. */
  readonly peakOfOneRun: number;
  /** Megabytes, after all edits in one process. */
  readonly peakOfWatching: number;
}

/** tsc and the generator take turns, so that noise meets both. */
function measureIn({ root, edit }: Synthetic, size: number): Measured {
  const project = join(root, 'generator');
  const cold = [run([cli, '--root', root]).milliseconds];
  const checks: number[] = [];
  const unchanged: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    checks.push(run([tsc, '--noEmit', '-p', project]).milliseconds);
    unchanged.push(run([cli, '--root', root]).milliseconds);
  }
  const inProcess = JSON.parse(run([worker, root, edit, String(runs)]).stdout) as {
    watch: number[];
    peakOfOneRun: number;
    peakOfWatching: number;
  };
  return {
    size,
    tsc: median(checks),
    cold: median(cold),
    unchanged: median(unchanged),
    watch: median(inProcess.watch),
    peakOfOneRun: inProcess.peakOfOneRun,
    peakOfWatching: inProcess.peakOfWatching,
  };
}

function measure(size: number): Measured {
  const synthetic = synthesise(size);
  try {
    return measureIn(synthetic, size);
  } finally {
    synthetic.remove();
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const times = (part: number, whole: number): string => `${(part / whole).toFixed(2)} x`;

console.log(
  '| mapped objects | tsc --noEmit | first run, writes all | ratio | unchanged run | ratio | watch, one edit | ratio | peak memory, one run | peak memory, watching |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (const size of sizes) {
  const { tsc: base, cold, unchanged, watch, peakOfOneRun, peakOfWatching } = measure(size);
  const cells = [
    String(size),
    seconds(base),
    seconds(cold),
    times(cold, base),
    seconds(unchanged),
    times(unchanged, base),
    seconds(watch),
    times(watch, base),
    `${Math.round(peakOfOneRun)} MB`,
    `${Math.round(peakOfWatching)} MB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
