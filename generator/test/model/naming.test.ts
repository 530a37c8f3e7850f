import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { apexMethodName, apexPropertyName, words } from '../../src/model/naming.ts';
import { isReservedInApex } from '../../src/model/reserved-words.ts';
import { operation } from '../support/model.ts';

const identifier = /^[A-Za-z][A-Za-z0-9]*$/;
const part = fc.constantFrom('id', 'object', 'Group', 'bill', 'CYCLE', '2nd', 'number', 'x', 'list', 'URL');
const wireName = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('_', '-', ''))
  .map(([parts, glue]) => parts.join(glue));

test('every JSON name becomes a name that Apex accepts', () => {
  fc.assert(
    fc.property(wireName, (name) => {
      assert.match(apexPropertyName(name), identifier);
      assert.equal(isReservedInApex(apexPropertyName(name)), false);
    }),
  );
});

test('every operation becomes a method that Apex accepts', () => {
  fc.assert(
    fc.property(wireName, fc.constantFrom('list' as const, 'one' as const), (name, kind) => {
      const method = apexMethodName(operation(name, 'GET', '/x', { kind }));
      assert.equal(isReservedInApex(method), false);
    }),
  );
});

test('snake, camel, kebab and Pascal case are the same words', () => {
  for (const name of ['bill_cycle', 'billCycle', 'bill-cycle', 'BillCycle'])
    assert.deepEqual(words(name), ['bill', 'cycle']);
  assert.deepEqual(words('billURLPath'), ['bill', 'url', 'path']);
});

test('reserved words are so in any case', () => {
  assert.ok(isReservedInApex('Object') && isReservedInApex('LIST') && !isReservedInApex('first'));
});
