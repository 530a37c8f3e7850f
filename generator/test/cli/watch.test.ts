/** Watching is the one mode that needs a process of its own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { acmeRoot } from '../support/acme-root.ts';

const cli = resolve(import.meta.dirname, '../../src/cli.ts');

test(
  '--watch writes after each change, one line for each run, and ends when asked to',
  { timeout: 60_000 },
  async () => {
    using place = acmeRoot();
    const child = spawn(process.execPath, [cli, '--watch', '--root', place.root], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const next = async (): Promise<string> => String((await lines.next()).value);

    assert.match(await next(), /^\d\d:\d\d:\d\d {2}\d+ new, 0 changed, 0 removed, \d+ ms$/);
    place.replace('generator/mappings/core/reasons.ts', "rep: '", "rep: 'Listen: ");
    assert.match(await next(), /0 new, [1-9]\d* changed, 0 removed/);
    place.replace('generator/mappings/acme/system.ts', 'system({', 'sytsem({');
    assert.match(await next(), /^\d\d:\d\d:\d\d {2}nothing written, /);
    place.replace('generator/mappings/acme/system.ts', 'sytsem({', 'system({');
    assert.match(await next(), /0 new, 0 changed, 0 removed/);

    child.kill('SIGTERM');
    assert.equal(await ended, 0);
  },
);
