import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closest, didYouMean } from '../../src/text/suggest.ts';

test('a slip of the keyboard is recognised', () => {
  assert.equal(closest('BillingEmal__c', ['BillingEmail__c', 'BillingCycle__c']), 'BillingEmail__c');
  assert.equal(closest('lsit', ['list', 'read']), 'list');
  assert.equal(closest('STATUS', ['status']), 'status');
});

test('something else is not', () => {
  assert.equal(closest('Balance__c', ['Currency__c']), undefined);
});

test('few names are all shown, many are not', () => {
  assert.match(didYouMean('zzzz', ['list', 'read'], 'Rest.'), /There is "list", "read"\. Rest\./);
  assert.equal(
    didYouMean(
      'zzzz',
      Array.from({ length: 9 }, (_, i) => `name${i}`),
      'Rest.',
    ),
    'Rest.',
  );
});
