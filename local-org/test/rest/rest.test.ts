import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg, type RestCall } from '../../src/index.ts';
import { failureOf, logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  Orders: `@RestResource(urlMapping='/orders/*')
  global class Orders {
    global class Line { public String name; public Integer quantity; }
    @HttpGet global static Line read() {
      RestRequest request = RestContext.request;
      Line line = new Line();
      line.name = request.requestURI + ' ' + request.params.get('x') + ' ' + request.headers.get('Accept') + ' ' + request.resourcePath;
      return line;
    }
    @HttpPost global static String add(String name, List<Line> lines, Integer missing) {
      RestContext.response.statusCode = 201;
      RestContext.response.addHeader('X-Count', String.valueOf(lines.size()));
      insert new Account(Name = name, NumberOfEmployees = lines[0].quantity);
      return missing == null ? 'none' : 'some';
    }
    @HttpPut global static void raw() {
      RestContext.response.responseBody = Blob.valueOf('<' + RestContext.request.requestBody.toString() + '>');
    }
    @HttpDelete global static void fails() {
      insert new Account(Name = 'undone');
      throw new IllegalArgumentException('no');
    }
  }`,
  Special: `@RestResource(urlMapping='/orders/special')
  global class Special { @HttpGet global static String read() { return 'special'; } }`,
  How: `@RestResource(urlMapping='/how')
  global class How {
    @HttpGet global static String read() { return called(); }
    @AuraEnabled public static String called() { return Request.getCurrent().getQuiddity().name(); }
  }`,
});
const org = createOrg({ project: project.root, cache: null });
after(async () => {
  await org.close();
  project.remove();
});

function call(
  method: string,
  path: string,
  more: Partial<RestCall> & { readonly text?: string } = {},
): unknown[] {
  const { text, ...rest } = more;
  const reply = org.rest({
    method,
    path,
    ...rest,
    ...(text === undefined ? {} : { body: new TextEncoder().encode(text) }),
  });
  return [reply.status, new TextDecoder().decode(reply.body), reply.headers];
}

test('a method reads the request and its value is the JSON of the reply', () => {
  const [status, text, headers] = call('GET', '/orders/7', {
    params: { x: '1' },
    headers: { Accept: 'any' },
  });
  assert.equal(status, 200);
  assert.deepEqual(JSON.parse(String(text)), {
    quantity: null,
    name: '/orders/7 1 any /services/apexrest/orders/*',
  });
  assert.deepEqual(headers, { 'Content-Type': 'application/json;charset=UTF-8' });
});

test('parameters are the members of the body; status and headers are those of the response', () => {
  const [status, text, headers] = call('POST', '/orders', {
    text: '{"name": "n", "lines": [{"quantity": 3}]}',
  });
  assert.equal(status, 201);
  assert.equal(text, '"none"');
  assert.equal((headers as Record<string, string>)['X-Count'], '1');
  assert.equal(org.query("SELECT NumberOfEmployees FROM Account WHERE Name = 'n'")[0]?.NumberOfEmployees, 3);
});

test('a body of its own is sent as it is', () => {
  assert.deepEqual(call('PUT', '/orders/1', { text: 'raw' }).slice(0, 2), [200, '<raw>']);
});

test('an exception is a reply with status 500, and the work is undone', () => {
  const [status, text] = call('DELETE', '/orders/1');
  assert.equal(status, 500);
  const [error] = JSON.parse(String(text)) as { errorCode: string; message: string }[];
  assert.equal(error?.errorCode, 'APEX_ERROR');
  assert.match(error?.message ?? '', /^System\.IllegalArgumentException: no\n\nClass\.Orders\.fails: line/);
  assert.deepEqual(org.query("SELECT Id FROM Account WHERE Name = 'undone'"), []);
});

test('an exact mapping goes before one with a star; what nobody answers is said', () => {
  assert.equal(call('GET', '/orders/special')[1], '"special"');
  assert.equal(call('GET', '/nothing')[0], 404);
  const [status, text] = call('PATCH', '/orders/1');
  assert.equal(status, 405);
  assert.match(String(text), /HTTP Method 'PATCH' not allowed. Allowed are/);
});

test('with a namespace the path has it, too', async () => {
  const installed = createOrg({ project: project.root, cache: null, namespaced: true });
  const status = (path: string): number => installed.rest({ method: 'GET', path }).status;
  assert.deepEqual([status('/acme/orders/special'), status('/orders/special')], [200, 404]);
  await installed.close();
});

test('RestContext in other Apex is what the code sets', () => {
  assert.deepEqual(
    logOf(
      org,
      `System.debug(RestContext.request);
      RestContext.request = new RestRequest();
      RestContext.request.addParameter('x', '2');
      RestContext.response = new RestResponse();
      System.debug(Orders.read().name);`,
    ),
    ['null', 'null 2 null null'],
  );
});

test('e-mails are kept when the transaction commits, and refused without recipient or body', () => {
  const mail = (more: string): string =>
    `Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
    mail.setSubject('Hello');
    mail.setPlainTextBody('Text');
    ${more}
    List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.Email>{ mail });
    System.debug(results[0].isSuccess() + ' ' + Limits.getEmailInvocations());`;
  assert.deepEqual(logOf(org, mail("mail.toAddresses = new List<String>{ 'a@example.com' };")), ['true 1']);
  const { outbox } = org.kernel;
  assert.deepEqual(
    outbox.map(({ to, subject, plainText }) => [to, subject, plainText]),
    [[['a@example.com'], 'Hello', 'Text']],
  );
  assert.match(
    failureOf(org, mail('')).exception,
    /^System\.EmailException: .*REQUIRED_FIELD_MISSING, Add a recipient/,
  );
  failureOf(org, mail("mail.setToAddresses(new List<String>{ 'b@example.com' });") + 'Integer n = 1 / 0;');
  const undone = mail("mail.setToAddresses(new List<String>{ 'c@example.com' });");
  logOf(org, `Savepoint start = Database.setSavepoint(); ${undone} Database.rollback(start);`);
  assert.equal(outbox.length, 1);
});

test('Request.getQuiddity tells how the code was called', () => {
  assert.equal(call('GET', '/how')[1], '"REST"');
  assert.equal(org.invoke({ className: 'How', method: 'called' }), 'AURA');
  assert.deepEqual(logOf(org, 'System.debug(How.called());'), ['ANONYMOUS']);
});
