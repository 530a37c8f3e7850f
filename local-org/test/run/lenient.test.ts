import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { failureOf, logOf } from './apex.ts';

const project = new TemporaryProject({
  Shape: `public interface Shape { String name(); }`,
  Base: `public abstract class Base { public abstract String text(Integer count); }`,
  Square: `public class Square extends Base implements Shape {
    // A comment that does not count.
    static Integer calls = 0;
    public static String name() { calls++; return 'square ' + calls; }
    public static String text(Integer count) { return name() + ' x' + count; }
  }`,
});
const org = createOrg({ project: project.root, cache: null });
after(async () => {
  await org.close();
  project.remove();
});

test('a static method implements one of an interface or an abstract class', () => {
  assert.deepEqual(org.diagnostics, []);
  const apex = `Shape shape = new Square(); Base base = new Square();
    System.debug(shape.name()); System.debug(base.text(2)); System.debug(Square.name());`;
  assert.deepEqual(logOf(org, apex), ['square 1', 'square 2 x2', 'square 3']);
});

test('= and != a collection are IN and NOT IN', () => {
  const apex = `insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B'), new Account(Name = 'C') };
    Set<String> names = new Set<String>{ 'A', 'B' };
    System.debug([SELECT COUNT() FROM Account WHERE Name = :names]);
    System.debug([SELECT COUNT() FROM Account WHERE Name != :names]);
    delete [SELECT Id FROM Account];`;
  assert.deepEqual(logOf(org, apex), ['2', '1']);
});

test('a dynamic query gives one record where one is wanted', () => {
  const apex = `insert new Account(Name = 'One');
    Account one = Database.query('SELECT Name FROM Account');
    System.debug(one.Name);
    delete one;`;
  assert.deepEqual(logOf(org, apex), ['One']);
  const { exception } = failureOf(org, `Account none = Database.query('SELECT Name FROM Account');`);
  assert.match(exception, /System\.QueryException: List has no rows for assignment to SObject/);
});

test('a class is a record with its text and the length of it without comments', () => {
  const apex = `ApexClass square = [SELECT Body, LengthWithoutComments FROM ApexClass WHERE Name = 'Square'];
    System.debug(square.Body.contains('A comment') && square.LengthWithoutComments < square.Body.length());`;
  assert.deepEqual(logOf(org, apex), ['true']);
});

test('an upsert tells whether it made the record', () => {
  const apex = `Account one = new Account(Name = 'One');
    System.debug(Database.upsert(one).Created);
    System.debug(Database.upsert(one).isCreated());
    delete one;`;
  assert.deepEqual(logOf(org, apex), ['true', 'false']);
});
