import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { failureOf, logOf } from './apex.ts';

const project = new TemporaryProject({
  Counter:
    'public class Counter { public static Integer n = 0; public static Integer next() { return ++n; } }',
});
const org = createOrg({
  project: project.root,
  cache: null,
  clock: () => Date.parse('2026-07-15T21:30:00Z'),
});
after(async () => {
  await org.close();
  project.remove();
});

test('anonymous Apex writes its debug log in order, with levels', () => {
  const { success, log } = org.execute(`
    System.debug('one');
    System.debug(LoggingLevel.ERROR, 1 + 1);
    System.debug(new List<Integer>{ 3 });`);
  assert.equal(success, true);
  assert.deepEqual(
    log.map(({ text }) => text),
    ['one', '2', '(3)'],
  );
  assert.equal(log[1]?.level, 'ERROR');
});

test('it uses the classes of the project and declares methods and classes of its own', () => {
  const apex = `
    Integer twice(Integer n) { return n * 2; }
    class Pair { Integer sum; Pair(Integer a, Integer b) { sum = a + b; } }
    System.debug(twice(Counter.next()) + new Pair(1, 2).sum);`;
  assert.deepEqual(logOf(org, apex), ['5']);
});

test('statics live as long as the transaction', () => {
  assert.deepEqual(logOf(org, 'Counter.next(); System.debug(Counter.next());'), ['2']);
  assert.deepEqual(logOf(org, 'System.debug(Counter.next());'), ['1']);
});

test('what does not compile is not run', () => {
  const before = org.query('SELECT COUNT() FROM Account');
  const wrong = org.execute("insert new Account(Name = 'No');\nInteger n = 'text';\nmissing();");
  assert.equal(wrong.success, false);
  assert.equal(wrong.exception, null);
  assert.deepEqual(
    wrong.diagnostics.map(({ span }) => span.line),
    [2, 3],
  );
  assert.deepEqual(org.query('SELECT COUNT() FROM Account'), before);
  const torn = org.execute('Integer n = ;');
  assert.equal(torn.diagnostics[0]?.span.line, 1);
});

test('an exception ends the block and undoes what it wrote', () => {
  const failure = failureOf(
    org,
    "insert new Account(Name = 'Undone');\nSystem.debug('written');\nthrow new IllegalArgumentException('no');",
  );
  assert.equal(failure.success, false);
  assert.equal(failure.exception, 'System.IllegalArgumentException: no');
  assert.match(failure.stack, /^AnonymousBlock: line 3, column \d+/);
  assert.deepEqual(
    failure.log.map(({ text }) => text),
    ['written'],
  );
  assert.deepEqual(org.query("SELECT Id FROM Account WHERE Name = 'Undone'"), []);
});

test('insert and query speak plain records', () => {
  const id = org.insert('Account', { Name: 'Plain', AnnualRevenue: 12, NumberOfEmployees: 3 });
  assert.match(id, /^001[A-Za-z0-9]{15}$/);
  org.insert('Contact', { LastName: 'Person', AccountId: id });
  const [account] = org.query(
    "SELECT Name, AnnualRevenue, NumberOfEmployees, CreatedDate, Site, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Plain'",
  );
  assert.equal(account?.Name, 'Plain');
  assert.equal(account?.AnnualRevenue, 12);
  assert.equal(account?.NumberOfEmployees, 3);
  assert.equal(account?.CreatedDate, '2026-07-15T21:30:00.000Z');
  assert.equal(account?.Site ?? null, null);
  const contacts = account?.Contacts as { LastName: string }[];
  assert.deepEqual(
    contacts.map(({ LastName }) => LastName),
    ['Person'],
  );
  const [contact] = org.query("SELECT Account.Name FROM Contact WHERE LastName = 'Person'");
  assert.equal((contact?.Account as { Name: string }).Name, 'Plain');
  assert.deepEqual(org.query("SELECT COUNT() FROM Account WHERE Name = 'Plain'"), [{ count: 1 }]);
});

test('insert and query say what is wrong', () => {
  assert.throws(() => org.insert('Account', {}), /REQUIRED_FIELD_MISSING.*Name/);
  assert.throws(() => org.insert('Nothing__c', {}), /Nothing__c/);
  assert.throws(() => org.insert('Account', { Oops: 1 }), /Account has no field Oops/);
  assert.throws(() => org.insert('Account', { Name: 'x', AnnualRevenue: 'much' }), /AnnualRevenue/);
  assert.throws(() => org.query('SELECT Oops FROM Account'), /Oops/);
  assert.throws(() => org.query('SELECT FROM'), /./);
});

test('data of one org are not those of another, a database file keeps them', async () => {
  const database = `${project.root}/data.sqlite`;
  const first = createOrg({ project: project.root, cache: null, database });
  first.insert('Account', { Name: 'Kept' });
  await first.close();
  const second = createOrg({ project: project.root, cache: null, database });
  assert.equal(second.query("SELECT Id FROM Account WHERE Name = 'Kept'").length, 1);
  await second.close();
  assert.equal(org.query("SELECT Id FROM Account WHERE Name = 'Kept'").length, 0);
});
