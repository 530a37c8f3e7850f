import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { didYouMean, distance, nearest } from '../../src/diagnostics/suggest.ts';

test('distance', () => {
  assert.equal(distance('kitten', 'sitting'), 3);
  assert.equal(distance('Acocunt', 'Account'), 1);
  assert.equal(distance('', 'abc'), 3);
});

test('distance is that of a metric on short names', () => {
  const name = fc.string({ maxLength: 8 });
  const property = fc.property(name, name, (left, right) => {
    assert.equal(distance(left, right), distance(right, left));
    assert.equal(distance(left, right) === 0, left === right);
    assert.ok(distance(left, right) <= Math.max(left.length, right.length));
  });
  fc.assert(property, { seed: 67 });
});

test('the nearest names come first, and only near ones', () => {
  assert.deepEqual(nearest('acount', ['Contact', 'Accounts', 'Account']), ['Account', 'Accounts']);
  assert.deepEqual(didYouMean('Widget', ['Account']), {});
  assert.deepEqual(didYouMean('siz', ['size', 'sort']), { suggestion: 'Did you mean "size"?' });
});
