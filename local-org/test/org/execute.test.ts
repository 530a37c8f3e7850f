import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createOrg, type Execution, type LocalOrg } from '../../src/index.ts';

let project: string;
let org: LocalOrg;

before(() => {
  project = mkdtempSync(join(tmpdir(), 'local-org-test-'));
  org = createOrg({
    project,
    packageDirectories: ['.'],
    cache: null,
    callouts: (request) => ({
      status: 200,
      statusText: 'OK',
      headers: new Map(),
      body: new TextEncoder().encode(`${request.method} ${request.url}`),
    }),
  });
});

after(async () => {
  await org.close();
  rmSync(project, { recursive: true });
});

function run(apex: string): Execution {
  const execution = org.execute(apex);
  assert.deepEqual(execution.diagnostics, []);
  return execution;
}

const printed = (apex: string): string[] => run(apex).log.map(({ text }) => text);

test('each piece of anonymous Apex is its own, also when both have a method of the same name', () => {
  assert.deepEqual(printed('Integer run() { return 1; } System.debug(run());'), ['1']);
  assert.deepEqual(printed('Integer run() { return 2; } System.debug(run());'), ['2']);
});

test('what a transaction that fails has written is undone', () => {
  const failed = run(`insert new Account(Name = 'Undone'); Integer i; i = i + 1;`);
  assert.match(failed.exception ?? '', /System.NullPointerException: Attempt to de-reference a null object/);
  assert.match(failed.stack, /line 1/);
  assert.deepEqual(org.query(`SELECT Id FROM Account WHERE Name = 'Undone'`), []);
});

test('a callout after DML is refused, before it it is answered by the handler', () => {
  const send = `HttpRequest r = new HttpRequest(); r.setMethod('GET'); r.setEndpoint('https://example.com/a');`;
  assert.deepEqual(printed(`${send} System.debug(new Http().send(r).getBody());`), [
    'GET https://example.com/a',
  ]);
  const refused = run(`insert new Account(Name = 'A'); ${send} new Http().send(r);`);
  assert.match(refused.exception ?? '', /System.CalloutException: You have uncommitted work pending/);
});

test('the 101st query dies, and no catch or finally sees it', () => {
  const died = run(`
    try { for (Integer i = 0; i < 101; i++) { List<Account> rows = [SELECT Id FROM Account LIMIT 1]; } }
    catch (Exception e) { System.debug('caught'); }
    finally { System.debug('finally'); }`);
  assert.equal(died.exception, 'System.LimitException: Too many SOQL queries: 101');
  assert.deepEqual(died.log, []);
});

test('endless recursion is the platform’s exception, not a crash', () => {
  const died = run('Integer again(Integer n) { return again(n + 1); } again(0);');
  assert.equal(died.exception, 'System.LimitException: Maximum stack depth reached: 1001');
});

test('a queueable runs after its transaction, in one of its own', () => {
  const apex = `
    public class Job implements Queueable {
      public void execute(QueueableContext context) { insert new Account(Name = 'By the job'); }
    }
    System.enqueueJob(new Job());`;
  run(apex);
  assert.equal(org.query(`SELECT Id FROM Account WHERE Name = 'By the job'`).length, 1);
});

test('a dynamic query sees the variables around it', () => {
  const lines = printed(`
    insert new Account(Name = 'Dynamic');
    List<String> names = new List<String>{ 'Dynamic' };
    System.debug(Database.query('SELECT Id FROM Account WHERE Name IN :names').size());`);
  assert.deepEqual(lines, ['1']);
});

test('numbers behind an Object widen, and do not narrow', () => {
  const lines = printed(`
    Object five = 5; Object half = 0.5;
    System.debug((Long) five + 1L); System.debug((Decimal) five); System.debug(half instanceof Integer);`);
  assert.deepEqual(lines, ['6', '5', 'false']);
});

test('a list can’t grow while it is walked', () => {
  const failed = run('List<Integer> n = new List<Integer>{ 1, 2 }; for (Integer i : n) { n.add(i); }');
  assert.equal(
    failed.exception,
    'System.FinalException: Cannot modify a collection while it is being iterated.',
  );
});

test('what is wrong is reported with its place, and nothing runs', () => {
  const execution = org.execute(`System.debug('x');\nString s = 1;`);
  assert.equal(execution.success, false);
  assert.deepEqual(execution.log, []);
  const [first] = execution.diagnostics;
  assert.equal(first?.code, 'type/mismatch');
  assert.equal(first?.span.line, 2);
});
