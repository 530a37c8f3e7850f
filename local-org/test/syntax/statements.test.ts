import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, problems, shape, statements } from './tree.ts';

test('reads statements', () => {
  const kinds = statements(`
    Integer a, b = 2;
    a = 1;
    if (a == b) return; else a++;
    while (a < 3) a++;
    while (next());
    do { continue; } while (true);
    for (Integer i = 0, j = 1; i < j; i++) break;
    for (;;);
    for (Account each : [SELECT Id FROM Account]) { }
    throw new MyException('x');
    try { } catch (System.DmlException error) { } finally { }
    { }
    System.runAs(user) { }
    insert a;`).map(({ kind }) => kind);
  assert.deepEqual(kinds, [
    ...['local', 'expression', 'if', 'while', 'while', 'doWhile', 'for', 'for', 'forEach', 'throw', 'try'],
    ...['block', 'runAs', 'dml'],
  ]);
});

test('reads DML with its access and its key', () => {
  const read = (text: string) => {
    const [found] = statements(text);
    assert.equal(found?.kind, 'dml');
    const { operation, access, value, second } = found;
    return [operation, access, shape(value), second && shape(second)];
  };
  assert.deepEqual(read('insert as user x;'), ['insert', 'user', 'x', null]);
  assert.deepEqual(read('UPDATE as system x;'), ['update', 'system', 'x', null]);
  assert.deepEqual(read('upsert x;'), ['upsert', null, 'x', null]);
  assert.deepEqual(read('upsert a.b Account.Key__c;'), ['upsert', null, 'a.b', 'Account.Key__c']);
  assert.deepEqual(read('delete x[0];'), ['delete', null, 'x{0}', null]);
  assert.deepEqual(read('undelete x;'), ['undelete', null, 'x', null]);
  assert.deepEqual(read('merge a b;'), ['merge', null, 'a', 'b']);
});

test('reads switch in all its forms', () => {
  const [found] = statements(`switch on x {
    when 1, -2, 3L { }
    when 'a', null { }
    when MONDAY, Day.SUNDAY { }
    when System.HttpRequest request { }
    when else { return; }
  }`);
  assert.equal(found?.kind, 'switch');
  const values = found.cases.map((each) => each.values.map(shape));
  assert.deepEqual(values, [['1', '(pre- 2)', '3'], ["'a'", 'null'], ['MONDAY', 'Day.SUNDAY'], []]);
  assert.equal(found.cases[3]?.typed?.name.text, 'request');
  assert.equal(found.otherwise?.statements.length, 1);
});

test('an empty loop body is null in for and an empty block in while', () => {
  const [loop, tail] = statements('for (;;);\nwhile (a);');
  assert.equal(loop?.kind, 'for');
  assert.equal(loop.body, null);
  assert.equal(tail?.kind, 'while');
  assert.deepEqual(bare(tail.body), { kind: 'block', statements: [] });
});

test('refuses what the grammar lets through', () => {
  assert.deepEqual(problems('switch on x { when else { } when 1 { } }'), [
    '1:20 syntax/switch The when else block must be the last block of the switch.',
  ]);
  assert.deepEqual(problems('System.runAs() { }'), [
    '1:1 syntax/run-as System.runAs takes exactly one argument, the user.',
  ]);
  assert.deepEqual(problems('x = new String[];'), [
    '1:15 syntax/array A new array needs a size or elements.',
  ]);
  assert.deepEqual(problems("x = 'a\nb';"), [
    '1:5 syntax/string A string literal cannot go over the end of a line.',
  ]);
  for (const name of ['a__b', 'a_', '_a', 'Ω']) {
    assert.deepEqual(problems(`Integer ${name};`), [
      `1:9 syntax/identifier Invalid character in identifier: ${name}.`,
    ]);
  }
});
