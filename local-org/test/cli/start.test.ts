import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { TemporaryProject } from '../temporary-project.ts';
import { running, type Running } from './command.ts';

const project = new TemporaryProject({
  Fine: 'public class Fine {}',
  Broken: 'public class Broken { Integer x = true; }',
});
after(() => project.remove());

const start = (...args: string[]): Running => running(['start', project.root, ...args]);

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
