import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBody, problems, statements } from './support.ts';

const QUERY = '[SELECT Id, Name FROM Account]';

/** Bodies that are right. */
const RIGHT: readonly (readonly [string, string?])[] = [
  ['{ Integer a = 1; } { String a = null; }'],
  ['for (Integer i = 0, j = 1; i < 3; i++) { if (i == j) continue; else break; }'],
  ['for (;;) { break; }'],
  ['Integer i; for (i = 0; i < 2; i++);'],
  ['while (true) { Integer a; } '],
  ['do { count++; } while (count < 5);'],
  [`for (Account a : ${QUERY}) a.Name = 'x';`],
  [`for (List<Account> batch : ${QUERY}) { batch.size(); }`],
  ['for (Integer i : new List<Integer>{ 1 }) {}'],
  ['for (Long i : new Set<Integer>{ 1 }) {}'],
  ['Iterable<String> all = null; for (String s : all) {}'],
  ['return;'],
  ['return 1;', 'Decimal'],
  ['throw new AppException();', 'Integer'],
  ['if (count > 1) return 1; else { return 2; }', 'Integer'],
  ['try { return 1; } catch (AppException e) { throw e; } finally { count = 1; }', 'Integer'],
  ['try { count = 1; } finally { return 2; }', 'Integer'],
  ['do { return 1; } while (count > 1);', 'Integer'],
  ['switch on count { when 1 { return 1; } when else { return 2; } }', 'Integer'],
  ['try { count = 1; } catch (SubException e) {} catch (AppException e) {} catch (Exception e) {}'],
  ['switch on count { when 1, -2 { } when null { } when else { } }'],
  ["switch on text { when 'a', 'A' { } }"],
  ['Long l = 1; switch on l { when 1, 2L { } }'],
  ['Season s = null; switch on s { when WINTER { } when summer { } }'],
  ['SObject o = null; switch on o { when Account a { a.Name = text; } when Contact c { } when null { } }'],
  ['while (true) { switch on count { when 1 { break; } } }'],
  ['Account a = null; insert a; update new List<Account>(); delete ' + QUERY + ';'],
  ['List<Account> all = null; upsert all Key__c; upsert all Account.Key__c; upsert all Account.Fields.Id;'],
  ['Account a = null; Account b = null; merge a b; merge a new List<Account>();'],
  ['Account a = null; insert as user a; update as system a;'],
  ['User u = null; System.runAs(u) { count = 1; }'],
  ['final Integer a; a = 1;'],
  ['new AppException(); count = 1; count++; System.debug(1);'],
  ['Boolean b; if (b) count = 1;'],
];

for (const [body, returns] of RIGHT) {
  test(body, () => assert.deepEqual(problems(checkBody(body, returns)), []));
}

/** Body, what is reported, and the type of the method's result where it is not void. */
const WRONG: readonly (readonly [string, readonly string[], string?])[] = [
  ['Integer a; Integer A;', ['name/duplicate 1:20']],
  ['Boolean inner;', ['name/reserved 1:9']],
  ['Integer a; { Integer a; }', ['name/duplicate 1:22']],
  ['Integer a; for (Integer a = 1; ;) {}', ['name/duplicate 1:25']],
  ['Integer a = a;', ['name/unknown-variable 1:13']],
  ['if (1) {}', ['type/not-boolean 1:5']],
  ['while (text) {}', ['type/not-boolean 1:8']],
  ['do {} while (count);', ['type/not-boolean 1:14']],
  ['for (Integer i = 0; i; i++) {}', ['type/not-boolean 1:21']],
  ['break;', ['flow/outside-loop 1:1']],
  ['switch on count { when 1 { continue; } }', ['flow/outside-loop 1:28']],
  ['for (String s : new Map<String, String>()) {}', ['type/not-iterable 1:17']],
  ['for (String s : count) {}', ['type/not-iterable 1:17']],
  ['for (String s : new List<Integer>()) {}', ['type/mismatch 1:6']],
  ['List<SObject> rows = null; for (Account a : rows) {}', ['type/mismatch 1:33']],
  ['return 1;', ['type/return 1:1']],
  ['return;', ['type/return 1:1'], 'Integer'],
  ["return 'a';", ['type/mismatch 1:8'], 'Integer'],
  ['throw 1;', ['type/not-an-exception 1:7']],
  ['try { count = 1; } catch (String s) {}', ['type/not-an-exception 1:27']],
  ['try { count = 1; } catch (AppException e) {} catch (SubException e) {}', ['flow/unreachable-catch 1:53']],
  ['try { count = 1; } catch (Exception e) {} catch (Exception e) {}', ['flow/unreachable-catch 1:50']],
  ['switch on 1.5 { when else { } }', ['type/switch 1:11']],
  ["switch on count { when 'a' { } }", ['type/mismatch 1:24']],
  ['switch on count { when 1 { } when 2, 1 { } }', ['flow/duplicate-case 1:38']],
  ['switch on count { when null { } when null { } }', ['flow/duplicate-case 1:38']],
  ['Season s = null; switch on s { when WINTR { } }', ['name/unknown-constant 1:37']],
  ['Season s = null; switch on s { when WINTER, winter { } }', ['flow/duplicate-case 1:45']],
  ['switch on count { when Account a { } }', ['type/switch 1:24']],
  ['SObject o = null; switch on o { when Account a { } when Account b { } }', ['flow/duplicate-case 1:57']],
  ['insert count;', ['type/dml 1:8']],
  ['Map<Id, Account> all = null; update all;', ['type/dml 1:37']],
  ['Set<Account> all = null; delete all;', ['type/dml 1:33']],
  ['Account a = null; upsert a Size__c;', ['type/dml 1:28']],
  ['Account a = null; upsert a Account.Kei__c;', ['name/unknown-field 1:28']],
  ['List<SObject> all = null; upsert all Key__c;', ['type/dml 1:38']],
  ['Account a = null; merge a 1;', ['type/dml 1:27']],
  ['System.runAs(1) { }', ['type/mismatch 1:14']],
  ['Version v = null; System.runAs(v) { }', ['unsupported/run-as-version 1:32']],
  ['count + 1;', ['syntax/not-a-statement 1:1']],
  ['text;', ['syntax/not-a-statement 1:1']],
  ['return; count = 1; count = 2;', ['flow/unreachable 1:9']],
  ['while (true) { break; count = 1; }', ['flow/unreachable 1:23']],
  ['if (count == 1) return 1; else return 2; count = 3;', ['flow/unreachable 1:42'], 'Integer'],
  ['count = 1;', ['flow/missing-return 0:'], 'Integer'],
  ['if (count == 1) return 1;', ['flow/missing-return 0:'], 'Integer'],
  ['switch on count { when 1 { return 1; } }', ['flow/missing-return 0:'], 'Integer'],
  ['while (true) { break; }', ['flow/missing-return 0:'], 'Integer'],
  ['try { return 1; } catch (Exception e) { count = 1; }', ['flow/missing-return 0:'], 'Integer'],
];

for (const [body, expected, returns] of WRONG) {
  test(`${body} gives ${expected.join(', ')}`, () => {
    const found = problems(checkBody(body, returns)).map((each) => each.replace(/ 0:\d+$/, ' 0:'));
    assert.deepEqual(found, expected);
  });
}

test('a query in a loop is walked by rows or by batches', () => {
  const [rows, batches] = statements(
    checkBody(`for (Account a : ${QUERY}) {} for (List<Account> b : ${QUERY}) {}`),
  );
  assert.ok(rows?.kind === 'forEach' && batches?.kind === 'forEach');
  assert.deepEqual([rows.source, rows.batch], ['soql', false]);
  assert.deepEqual([batches.source, batches.batch], ['soql', true]);
});

test('the elements of a collection are converted to the loop variable', () => {
  const [loop] = statements(checkBody('for (Decimal d : new Set<Integer>()) {}'));
  assert.ok(loop?.kind === 'forEach');
  assert.deepEqual([loop.source, loop.convert], ['set', { from: 'Integer', to: 'Decimal' }]);
});

test('DML runs as the user from API version 67 on, unless it says otherwise', () => {
  const all = statements(checkBody('Account a = null; insert a; insert as system a;'));
  assert.deepEqual(
    all.map((each) => each.kind === 'dml' && each.access),
    [false, 'user', 'system'],
  );
});

test('an upsert knows the object of its field', () => {
  const upsert = statements(checkBody('List<Account> all = null; upsert all key__C;')).at(-1);
  assert.ok(upsert?.kind === 'dml');
  assert.deepEqual(upsert.externalId, { object: 'Account', field: 'Key__c' });
});

test('variables of one name in different blocks have names of their own', () => {
  const checked = checkBody('{ Integer a = 1; } { Integer A = 2; } Integer var = 1; Integer ABC = 2;');
  assert.deepEqual(
    checked.method?.locals.map((local) => local.jsName),
    ['a', 'A$2', 'var$1', 'ABC'],
  );
});
