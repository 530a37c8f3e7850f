import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { failureOf, logOf } from './apex.ts';

const project = new TemporaryProject({
  Roomy: `public class Roomy implements Queueable {
    Integer millions;
    public Roomy(Integer millions) { this.millions = millions; }
    public void execute(QueueableContext context) {
      String text = 'x'.repeat(millions * 1000000);
      insert new Account(Name = 'Roomy ' + text.length());
    }
  }`,
  Endless: 'public class Endless { public static Integer run(Integer n) { return run(n + 1) + 1; } }',
});
const org = createOrg({
  project: project.root,
  cache: null,
  callouts: () => ({ status: 200, statusText: 'OK', headers: new Map(), body: new Uint8Array() }),
});
after(async () => {
  await org.close();
  project.remove();
});

/** Runs `times` of a statement where neither catch nor finally may run. */
function exceed(statement: string, times: number): string {
  const failure = failureOf(
    org,
    `try {
      for (Integer i = 0; i < ${times}; i++) { ${statement} }
      System.debug('after');
    } catch (Exception error) {
      System.debug('caught');
    } finally {
      System.debug('finally');
    }
    System.debug('end');`,
  );
  assert.deepEqual(failure.log, []);
  return failure.exception;
}

function stayBelow(statement: string, times: number): void {
  assert.deepEqual(
    logOf(org, `for (Integer i = 0; i < ${times}; i++) { ${statement} } System.debug('end');`),
    ['end'],
  );
}

const CALLOUT =
  "HttpRequest r = new HttpRequest(); r.setEndpoint('https://x.test'); r.setMethod('GET'); new Http().send(r);";

test('the 101st query', () => {
  stayBelow('List<Account> a = [SELECT Id FROM Account];', 100);
  const message = 'System.LimitException: Too many SOQL queries: 101';
  assert.equal(exceed('List<Account> a = [SELECT Id FROM Account];', 101), message);
  assert.equal(exceed("Database.query('SELECT Id FROM Account');", 101), message);
  assert.equal(exceed("Integer n = Database.countQuery('SELECT COUNT() FROM Account');", 101), message);
});

test('the 151st DML statement, and what was written before is undone', () => {
  const message = 'System.LimitException: Too many DML statements: 151';
  assert.equal(exceed("insert new Account(Name = 'Many');", 151), message);
  assert.equal(exceed("Database.insert(new Account(Name = 'Many'), false);", 151), message);
  assert.deepEqual(org.query("SELECT COUNT() FROM Account WHERE Name = 'Many'"), [{ count: 0 }]);
});

test('the 10,001st DML row', () => {
  const apex = `List<Account> all = new List<Account>();
    for (Integer i = 0; i < 10001; i++) all.add(new Account(Name = 'Row'));
    try { insert all; } catch (Exception error) { System.debug('caught'); }`;
  const failure = failureOf(org, apex);
  assert.equal(failure.exception, 'System.LimitException: Too many DML rows: 10001');
  assert.deepEqual(failure.log, []);
});

test('the 101st callout', () => {
  stayBelow(CALLOUT, 100);
  assert.equal(exceed(CALLOUT, 101), 'System.LimitException: Too many callouts: 101');
});

test('the 51st queued job', async () => {
  const job = new TemporaryProject({
    Job: 'public class Job implements Queueable { public void execute(QueueableContext context) {} }',
  });
  const other = createOrg({ project: job.root, cache: null });
  const failure = failureOf(other, 'for (Integer i = 0; i < 51; i++) System.enqueueJob(new Job());');
  assert.equal(failure.exception, 'System.LimitException: Too many queueable jobs added to the queue: 51');
  await other.close();
  job.remove();
});

test('the heap', () => {
  const grow = `List<Object> kept = new List<Object>();
    for (Integer i = 0; i < 400; i++) {
      List<Integer> numbers = new List<Integer>();
      for (Integer j = 0; j < 40000; j++) numbers.add(j * 31);
      kept.add(numbers);
    }
    System.debug(kept.size());`;
  const failure = failureOf(org, grow);
  assert.match(failure.exception, /^System\.LimitException: Apex heap size too large: \d+$/);
});

const TOO_MUCH: Readonly<Record<string, string>> = {
  'a text that grows': "String s = 'x'; for (Integer i = 0; i < 24; i++) s += s;",
  'a text of a method': "String s = 'abcdef'.repeat(1000001);",
  'a list of numbers':
    'List<Integer> l = new List<Integer>(); for (Integer i = 0; i < 2000000; i++) l.add(i);',
  'a list of texts':
    "List<String> l = new List<String>(); for (Integer i = 0; i < 200000; i++) l.add('neither short nor long' + i);",
  'a set of texts':
    "Set<String> s = new Set<String>(); for (Integer i = 0; i < 200000; i++) s.add('neither short nor long' + i);",
  'a map of lists': `Map<Integer, List<String>> m = new Map<Integer, List<String>>();
    for (Integer i = 0; i < 100; i++) m.put(i, new List<String>{ 'x'.repeat(50000), 'y'.repeat(50000) });`,
  'a list of records': `List<Account> l = new List<Account>();
    for (Integer i = 0; i < 1000; i++) l.add(new Account(Name = 'x', Description = 'y'.repeat(10000)));`,
  'rows of a query': `List<Account> l = new List<Account>();
    for (Integer i = 0; i < 250; i++) l.add(new Account(Name = 'x', Description = 'y'.repeat(20000)));
    insert l; insert l.deepClone(); l = null;
    List<Account> rows = [SELECT Description FROM Account];`,
  'an array': 'Integer[] numbers = new Integer[2000000];',
};
for (const [what, apex] of Object.entries(TOO_MUCH)) {
  test(`the heap: ${what}`, () => {
    const { exception, stack } = failureOf(org, apex);
    assert.match(exception ?? '', /^System\.LimitException: Apex heap size too large: \d{7,8}$/);
    assert.match(stack, /^AnonymousBlock: line \d+/);
  });
}

test('the heap of a job is twice as large', () => {
  org.execute('System.enqueueJob(new Roomy(11)); System.enqueueJob(new Roomy(13));');
  assert.deepEqual(
    org.query("SELECT Name FROM Account WHERE Name LIKE 'Roomy%'").map(({ Name }) => Name),
    ['Roomy 11000000'],
  );
});

test('what a loop over a query has behind it is not heap, nor is one value that many places hold', () => {
  const rows = `List<Account> l = new List<Account>();
    for (Integer i = 0; i < 250; i++) l.add(new Account(Name = 'Loop', Description = 'y'.repeat(20000)));
    insert l; l = l.deepClone(); insert l; l = null;
    Integer count = 0;
    for (Account row : [SELECT Description FROM Account WHERE Name = 'Loop']) count += row.Description.length();
    System.debug(count);`;
  assert.deepEqual(logOf(org, rows), ['10000000']);
  const shared = `List<String> one = new List<String>{ 'x'.repeat(100000) };
    List<Object> all = new List<Object>();
    for (Integer i = 0; i < 1000; i++) all.add(one);
    System.debug(all.size());`;
  assert.deepEqual(logOf(org, shared), ['1000']);
});

test('garbage is not heap', () => {
  const waste = `Integer sum = 0;
    for (Integer i = 0; i < 400; i++) {
      List<Integer> numbers = new List<Integer>();
      for (Integer j = 0; j < 10000; j++) numbers.add(j);
      sum += numbers.size();
    }
    System.debug(sum);`;
  assert.deepEqual(logOf(org, waste), ['4000000']);
});

test('endless recursion cannot be caught', () => {
  const failure = failureOf(
    org,
    "try { Endless.run(0); } catch (Exception error) { System.debug('caught'); } finally { System.debug('finally'); }",
  );
  assert.equal(failure.exception, 'System.LimitException: Maximum stack depth reached: 1001');
  assert.match(failure.stack, /^Class\.Endless\.run: line 1, column \d+/);
  assert.deepEqual(failure.log, []);
});

test('after a transaction that died the next one has a finally again, and limits of its own', () => {
  exceed('List<Account> a = [SELECT Id FROM Account];', 101);
  assert.deepEqual(logOf(org, "try { Integer n = 1; } finally { System.debug('finally'); }"), ['finally']);
  assert.deepEqual(logOf(org, 'System.debug(Limits.getQueries()); System.debug(Limits.getLimitQueries());'), [
    '0',
    '100',
  ]);
});

test('an exception that is caught runs the finally and leaves the counts', () => {
  const apex = `try {
      List<Account> a = [SELECT Id FROM Account];
      Account one = [SELECT Id FROM Account WHERE Name = 'nobody'];
    } catch (QueryException error) {
      System.debug(error.getMessage());
    } finally {
      System.debug(Limits.getQueries());
    }`;
  assert.deepEqual(logOf(org, apex), ['List has no rows for assignment to SObject', '2']);
});
