import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TemporaryProject } from '../temporary-project.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const project = new TemporaryProject({
  Fine: 'public class Fine {}',
  Broken: 'public class Broken { Integer x = true; }',
});
after(() => project.remove());

interface Run {
  readonly code: Promise<number | null>;
  /** Resolves with all output as soon as it fits. */
  until(pattern: RegExp): Promise<string>;
  interrupt(): void;
}

function start(...args: string[]): Run {
  const child = spawn(process.execPath, [CLI, 'start', project.root, ...args]);
  let output = '';
  let seen = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
      seen();
    });
  }
  const code = new Promise<number | null>((resolve) => void child.once('close', (value) => resolve(value)));
  return {
    code,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        seen = () => {
          if (pattern.test(output)) resolve(output);
        };
        seen();
        void code.then(() => (pattern.test(output) ? resolve(output) : reject(new Error(output))));
      }),
    interrupt: () => void child.kill('SIGINT'),
  };
}

test('it says where it is and what is wrong, and Ctrl-C leaves nothing behind', async () => {
  const run = start('--port', '0');
  const output = await run.until(/The local org is at http:\/\/127\.0\.0\.1:\d+/);
  assert.match(output, /1 error/);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
  assert.equal((await fetch(`${url}/local/app`)).status, 200);
  const events = await fetch(`${url}/local/events`);
  run.interrupt();
  assert.equal(await run.code, 0);
  await assert.rejects(async () => void (await fetch(`${url}/local/app`)));
  assert.match(await events.text(), /welcome/);
});

test('a taken port, a wrong route, a wrong port', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', () => resolve()));
  const port = String((other.address() as { port: number }).port);
  const taken = start('--port', port);
  await taken.until(
    new RegExp(`Port ${port} is taken. Stop what uses it, or choose another one with --port`),
  );
  assert.equal(await taken.code, 1);
  other.close();
  const route = start('--route', 'somewhere');
  await route.until(/A route looks like/);
  assert.equal(await route.code, 2);
  const wrong = start('--port', 'many');
  await wrong.until(/No port: many/);
  assert.equal(await wrong.code, 2);
});
