import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkBodyText } from './harness.ts';
import { OTHERS } from './others.ts';

const MEMBERS =
  'String text; static Integer total; Animal animal; class Part { Integer n; } Main self() { return this; }';

const word = fc.constantFrom(
  'text',
  'total',
  'animal',
  'self',
  'Part',
  'Animal',
  'Season',
  'WINTER',
  'Account',
  'a',
  'Name',
  'Owner',
  'Contacts',
  'SObjectType',
  'fields',
  'fieldSets',
  'Schema',
  'System',
  'Label',
  'Trigger',
  'Page',
  'new',
  'Greeting',
  'Settings__c',
  'getInstance',
  'size',
  'get',
  'oops',
  'this',
  'super',
  'ConnectApi',
  'RestContext',
  'request',
  'addError',
  'clone',
  'Invoice__c',
  'Account__r',
  'String',
  'List',
  'Quiddity',
  'Crypto',
  'valueOf',
  'values',
  'make',
  'speak',
  'LEGS',
);
const start = fc.constantFrom(
  'this',
  'super',
  'null',
  '1',
  "'x'",
  '[SELECT Id FROM Account]',
  '[SELECT COUNT() FROM Account]',
  'new Animal()',
  'new Account()',
  'new List<Account>()',
  'Animal',
  'Account',
  'Schema',
  'System',
  'text',
  'a',
  'self()',
  'SObjectType',
);

const { expression } = fc.letrec<{ expression: string; step: string; arguments: string }>((tie) => ({
  expression: fc
    .tuple(fc.oneof(start, word), fc.array(tie('step'), { maxLength: 4 }))
    .map(([first, steps]) => first + steps.join('')),
  step: fc.oneof(
    fc.tuple(fc.constantFrom('.', '?.'), word).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('.', '?.'), word, tie('arguments')).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('.'), word, tie('arguments')).map((parts) => parts.join('')),
    tie('expression').map((index) => `[${index}]`),
  ),
  arguments: fc.array(tie('expression'), { maxLength: 2 }).map((each) => `(${each.join(', ')})`),
}));

const statement = fc.oneof(
  expression.map((value) => `Object o = ${value};`),
  expression.map((value) => `Account o = ${value};`),
  fc.tuple(expression, expression).map(([target, value]) => `${target} = ${value};`),
  fc.tuple(expression, expression).map(([target, value]) => `${target} += ${value};`),
  fc.tuple(word, expression).map(([type, value]) => `Object o = new ${type}(${value});`),
  fc
    .tuple(word, word, expression)
    .map(([type, field, value]) => `Object o = new ${type}(${field} = ${value});`),
  fc.tuple(word, expression).map(([type, value]) => `Object o = new List<${type}>{ ${value} };`),
  fc
    .tuple(word, expression)
    .map(([type, value]) => `Object o = [SELECT ${type} FROM Account WHERE Name = :(${value})];`),
);

test('whatever is written, the checker reports and never throws, and no report stands twice at a place', () => {
  fc.assert(
    fc.property(statement, (text) => {
      const { diagnostics } = checkBodyText(`Account a; ${text}`, MEMBERS, OTHERS);
      const places = diagnostics.map(({ span, code, message }) => `${span.start} ${code} ${message}`);
      assert.equal(new Set(places).size, places.length, places.join('\n'));
      for (const { message, span } of diagnostics) {
        assert.ok(!/undefined|\[object|\$\{/.test(message), message);
        assert.ok(span.line > 0 && span.end >= span.start);
      }
    }),
    { seed: 20260725, numRuns: 3000 },
  );
});
