import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CalloutFailure, createOrg, type ResolvedCallout } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { failureOf, logOf } from './apex.ts';

const project = new TemporaryProject();
project.addMetadata(
  'namedCredentials/Billing.namedCredential-meta.xml',
  'NamedCredential',
  '<label>Billing</label><endpoint>https://billing.test/api/</endpoint><principalType>Anonymous</principalType><protocol>NoAuthentication</protocol>',
);
const requests: ResolvedCallout[] = [];
const org = createOrg({
  project: project.root,
  cache: null,
  callouts(request) {
    requests.push(request);
    if (request.url.endsWith('/slow')) throw new CalloutFailure('Read timed out');
    if (request.url.endsWith('/defect')) throw new Error('the handler is wrong');
    return {
      status: 201,
      statusText: 'Created',
      headers: new Map([['X-Id', '7']]),
      body: new TextEncoder().encode('{"ok":"ä"}'),
    };
  },
});
after(async () => {
  await org.close();
  project.remove();
});

const send = (endpoint: string): string => `HttpRequest request = new HttpRequest();
  request.setEndpoint('${endpoint}');
  request.setMethod('POST');
  request.setHeader('X-Key', 'k');
  request.setBody('grüß');
  request.setTimeout(1234);
  HttpResponse response = new Http().send(request);`;

test('the handler answers, with the named credential resolved', () => {
  const lines = logOf(
    org,
    `${send('callout:Billing/bills?id=1')}
    System.debug(response.getStatusCode());
    System.debug(response.getStatus());
    System.debug(response.getHeader('x-id'));
    System.debug(response.getBody());`,
  );
  assert.deepEqual(lines, ['201', 'Created', '7', '{"ok":"ä"}']);
  const request = requests.at(-1);
  assert.equal(request?.url, 'https://billing.test/api/bills?id=1');
  assert.equal(request?.credential, 'Billing');
  assert.equal(request?.method, 'POST');
  assert.equal(request?.timeout, 1234);
  assert.equal(new TextDecoder().decode(request?.body), 'grüß');
  assert.equal(
    new Map([...(request?.headers ?? [])].map(([k, v]) => [k.toLowerCase(), v])).get('x-key'),
    'k',
  );
});

test('a plain address has no credential, a credential that is missing is named', () => {
  logOf(org, send('https://plain.test/x'));
  assert.equal(requests.at(-1)?.credential, null);
  const { exception } = failureOf(org, send('callout:Missing/x'));
  assert.match(exception, /^System\.CalloutException: .*Missing/);
});

test('a failure of the network can be caught, a defect of the handler cannot', () => {
  const apex = (path: string): string => `try { ${send(`callout:Billing/${path}`)} }
    catch (CalloutException error) { System.debug(error.getMessage()); }`;
  assert.deepEqual(logOf(org, apex('slow')), ['Read timed out']);
  assert.throws(() => org.execute(apex('defect')), /the handler is wrong/);
});

test('a callout after DML is refused, after a query it is not', () => {
  const after = failureOf(org, `insert new Account(Name = 'Uncommitted');\n${send('callout:Billing/x')}`);
  assert.equal(
    after.exception,
    'System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out',
  );
  logOf(org, `List<Account> all = [SELECT Id FROM Account];\n${send('callout:Billing/x')}`);
  logOf(org, `${send('callout:Billing/x')}\ninsert new Account(Name = 'Later');`);
});
