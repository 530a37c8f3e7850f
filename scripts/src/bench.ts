/** `npm run bench -- <suite> [options]`: runs one workspace's benchmark and hands its options on. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

const SUITES: Readonly<Record<string, string>> = {
  generator: 'generator/bench/bench.ts',
  'billing-server': 'billing-server/bench/bench.ts',
  apex: 'local-org/bench/bench.ts',
  sync: 'e2e/bench/bench.ts',
};

const available = Object.keys(SUITES).filter((name) => existsSync(join(root, SUITES[name] ?? '')));
const [name = '', ...options] = process.argv.slice(2);
const suite = available.includes(name) ? SUITES[name] : undefined;
if (suite === undefined) {
  console.error(`npm run bench -- <suite> [options]\n\nSuites: ${available.join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode =
    spawnSync(process.execPath, [join(root, suite), ...options], { stdio: 'inherit' }).status ?? 1;
}
