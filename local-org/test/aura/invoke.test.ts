import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg, InvocationFailure, type Json } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  Echo: `public with sharing class Echo {
    public enum Colour { RED, GREEN }
    public virtual class Shape {
      @AuraEnabled public String name { get; set; }
      @AuraEnabled public String plain;
      public String hidden = 'secret';
      public Shape() { hidden = 'made'; }
      @AuraEnabled public Integer getSides() { return 4; }
    }
    public class Square extends Shape {
      @AuraEnabled public Decimal width { get; set; }
      @AuraEnabled public List<Square> parts { get; set; }
      @AuraEnabled public Map<String, Integer> counts { get; set; }
    }
    @AuraEnabled public static Integer number_x(Integer i) { return i; }
    @AuraEnabled public static Object all(Boolean b, Long l, Decimal d, Double e, String s, Id id, Date day, Datetime at, Time t, Blob bytes) {
      return new List<Object>{ b, l, d, e, s, id, day, at, t };
    }
    @AuraEnabled public static String colour(Colour c) { return c.name(); }
    @AuraEnabled public static Colour green() { return Colour.GREEN; }
    @AuraEnabled public static Square square(Square given) { return given; }
    @AuraEnabled public static String secretOf(Square given) { return given.hidden + given.plain; }
    @AuraEnabled public static Map<String, Object> bag(Map<String, Object> values) { return values; }
    @AuraEnabled public static Set<String> words(Set<String> values) { return values; }
    @AuraEnabled public static Account save(Account record) { insert record; return [SELECT Name, Site, CreatedDate, Owner.Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = :record.Id]; }
    @AuraEnabled public static Id sobjectId(SObject record) { insert record; return record.Id; }
    @AuraEnabled(cacheable=true) public static void sneak() { insert new Account(Name = 'Sneak'); }
    @AuraEnabled(cacheable=true) public static Integer count() { return [SELECT COUNT() FROM Account]; }
    @AuraEnabled public static void refuse() { throw new AuraHandledException('Not today'); }
    @AuraEnabled public static void refuseTwice() { AuraHandledException e = new AuraHandledException('x'); e.setMessage('Said'); throw e; }
    @AuraEnabled public static void stumble() { String s; s.length(); }
    @AuraEnabled public static void own() { throw new OwnException('mine'); }
    @AuraEnabled public static void incomplete() { insert new Account(); }
    @AuraEnabled public static String who() { return UserInfo.getUserId(); }
    public static Integer notForYou() { return 1; }
    public class OwnException extends Exception {}
  }`,
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

const call = (method: string, params: Record<string, Json> = {}): Json =>
  org.invoke({ className: 'Echo', method, params });

function failure(method: string, params: Record<string, Json> = {}): InvocationFailure['body'] {
  try {
    call(method, params);
  } catch (error) {
    if (error instanceof InvocationFailure) return error.body;
    throw error;
  }
  return assert.fail(`${method} did not fail`);
}

test('the project compiles', () => assert.deepEqual(org.diagnostics, []));

test('values of all primitives go there and back', () => {
  const given = {
    b: true,
    l: 5000000000,
    d: 1.25,
    e: 0.5,
    s: 'text',
    id: '001000000000001AAA',
    day: '2026-01-31',
    at: '2026-01-31T10:20:30.000Z',
    t: '10:00:00.000Z',
  };
  assert.deepEqual(call('all', given), [...Object.values(given).slice(0, -1), 36_000_000]);
});

test('a parameter that is not given is null, names of methods are case-insensitive', () => {
  assert.equal(call('NUMBER_X'), null);
  assert.equal(call('number_x', { i: 7, another: 1 }), 7);
});

test('a value of another type is refused with the parameter’s name and type', () => {
  const message = "Value provided is invalid for action parameter 'i' of type 'Integer'";
  assert.deepEqual(failure('number_x', { i: 'seven' }), { message });
  assert.deepEqual(failure('number_x', { i: [1] }), { message });
});

test('enums go by name', () => {
  assert.equal(call('colour', { c: 'red' }), 'RED');
  assert.equal(call('green'), 'GREEN');
});

test('of an object only what is AuraEnabled comes and goes; members without a value are left out', () => {
  const given = { name: 'big', hidden: 'stolen', width: 2, parts: [{ name: 'small' }], counts: { a: 1 } };
  assert.deepEqual(call('square', { given }), {
    name: 'big',
    width: 2,
    parts: [{ name: 'small', sides: 4 }],
    counts: { a: 1 },
    sides: 4,
  });
});

test('a field without a setter is not filled, and the constructor runs', () => {
  assert.equal(call('secretOf', { given: { plain: 'given', hidden: 'stolen' } }), 'madenull');
});

test('untyped maps and sets', () => {
  const values = { n: 1, big: 1.5, text: 'a', list: [1, 'b', null], nested: { yes: true } };
  assert.deepEqual(call('bag', { values }), values);
  assert.deepEqual(call('words', { values: ['a', 'b', 'a'] }), ['a', 'b']);
});

test('records come as the fields that they hold, parents as objects, child lists as arrays', () => {
  const saved = call('save', { record: { sobjectType: 'Account', Name: 'Acme' } }) as Record<string, Json>;
  assert.match(String(saved.Id), /^001/);
  assert.deepEqual(
    { ...saved, Id: '', Owner: {} },
    {
      Id: '',
      Name: 'Acme',
      CreatedDate: '2026-07-15T21:30:00.000Z',
      Owner: {},
      Contacts: [],
      OwnerId: saved.OwnerId,
    },
  );
  assert.match(String(call('sobjectId', { record: { sobjectType: 'Contact', LastName: 'Person' } })), /^003/);
});

test('a cacheable method reads and may not write', () => {
  assert.equal(typeof call('count'), 'number');
  const body = failure('sneak');
  assert.equal(body.exceptionType, 'System.LimitException');
  assert.equal(body.message, 'Too many DML statements: 1');
});

test('an AuraHandledException shows its text alone', () => {
  assert.deepEqual(failure('refuse'), { message: 'Not today' });
  assert.deepEqual(failure('refuseTwice'), { message: 'Said' });
});

test('other exceptions show type and stack', () => {
  const body = failure('stumble');
  assert.equal(body.message, 'Attempt to de-reference a null object');
  assert.equal(body.exceptionType, 'System.NullPointerException');
  assert.equal(body.isUserDefinedException, false);
  assert.match(String(body.stackTrace), /^Class\.Echo\.stumble: line \d+/);
  const own = failure('own');
  assert.equal(own.exceptionType, 'Echo.OwnException');
  assert.equal(own.isUserDefinedException, true);
});

test('a DML exception tells fields and records', () => {
  const body = failure('incomplete');
  assert.match(body.message, /REQUIRED_FIELD_MISSING/);
  assert.deepEqual(Object.keys(body.fieldErrors as object), ['Name']);
});

test('what is not AuraEnabled or does not exist cannot be called', () => {
  for (const method of ['notForYou', 'missing'])
    assert.match(failure(method).message, /Unable to find action/);
  assert.throws(() => org.invoke({ className: 'Nobody', method: 'x' }), /Unable to find action/);
});

test('it runs as the user who is named', () => {
  const other = org.addUser({ name: 'Other', profile: 'System Administrator' });
  assert.equal(org.invoke({ className: 'Echo', method: 'who', user: other }), other);
  assert.notEqual(call('who'), other);
});

test('a transaction tells its observers what it did', () => {
  const seen: unknown[] = [];
  org.kernel.onTransaction = ({ options, outcome }) => {
    const { queries, writes } = outcome.transaction.trace;
    seen.push([
      options.label,
      queries.map(({ rows }) => rows),
      writes.map(({ object, rows }) => [object, rows]),
    ]);
  };
  call('save', { record: { Name: 'Watched' } });
  org.kernel.onTransaction = null;
  assert.deepEqual(seen, [['Echo.save', [1], [['Account', 1]]]]);
});
