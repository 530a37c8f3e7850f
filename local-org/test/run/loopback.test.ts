import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { failureOf, logOf } from './apex.ts';

const server = new Worker(new URL('./server-worker.ts', import.meta.url));
const [port] = (await once(server, 'message')) as [number];
const project = new TemporaryProject();
const org = createOrg({ project: project.root, cache: null });
after(async () => {
  await org.close();
  await server.terminate();
  project.remove();
});

const send = (url: string, more = ''): string => `HttpRequest request = new HttpRequest();
  request.setEndpoint('${url}');
  request.setMethod('GET');
  ${more}
  HttpResponse response = new Http().send(request);`;
const local = (path: string): string => `http://localhost:${port}${path}`;

test('a request reaches a server of this machine and its answer comes back', () => {
  const lines = logOf(
    org,
    `${send(local('/echo'), "request.setMethod('PUT'); request.setHeader('X-Key', 'k'); request.setBody('größe');")}
    System.debug(response.getStatusCode());
    System.debug(response.getHeader('X-Method'));
    System.debug(response.getBody());`,
  );
  assert.deepEqual(lines, ['200', 'PUT', 'k:größe']);
});

test('any status is an answer', () => {
  assert.deepEqual(logOf(org, `${send(local('/missing'))}\nSystem.debug(response.getStatusCode());`), [
    '404',
  ]);
});

test('several callouts of one transaction', () => {
  const apex = `for (Integer i = 0; i < 20; i++) { ${send(local('/echo'))} } System.debug(Limits.getCallouts());`;
  assert.deepEqual(logOf(org, apex), ['20']);
});

test('a server that does not answer is a time-out', () => {
  const { exception } = failureOf(org, send(local('/silent'), 'request.setTimeout(200);'));
  assert.equal(exception, 'System.CalloutException: Read timed out');
});

test('an org with less patience than Apex gives up sooner', async () => {
  const hasty = createOrg({ project: project.root, cache: null, patience: () => 200 });
  const { exception } = failureOf(hasty, send(local('/silent'), 'request.setTimeout(60000);'));
  assert.equal(exception, 'System.CalloutException: Read timed out');
  await hasty.close();
});

test('nothing listens there', () => {
  const { exception } = failureOf(org, send('http://127.0.0.1:1/x'));
  assert.match(exception, /^System\.CalloutException: ./);
});

test('other machines are out of reach', () => {
  const { exception } = failureOf(org, send('https://example.com/x'));
  assert.match(exception, /^System\.CalloutException: Unauthorized endpoint: .*example\.com/);
});
