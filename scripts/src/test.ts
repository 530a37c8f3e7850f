import { resolve } from 'node:path';
import { pick, readOptions, USAGE } from './runner/options.ts';
import { paintFor } from './runner/report.ts';
import { runSteps } from './runner/run.ts';
import { allSteps } from './steps/index.ts';

const root = resolve(import.meta.dirname, '..', '..');

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const steps = pick(allSteps(root), options.only);
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  if (options.list) {
    for (const { name, title } of steps) console.log(`${name.padEnd(24)} ${title}`);
    return 0;
  }
  if (options.long) process.env.BILLWRIGHT_LONG = '1';
  const sum = await runSteps(steps, { root }, console.log, paintFor(process.stdout.isTTY));
  return sum.failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
