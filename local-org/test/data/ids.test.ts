import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { autoNumberText } from '../../src/data/dml/auto-number.ts';
import { recordId, recordNumber } from '../../src/data/ids.ts';
import { isId } from '../../src/values/id.ts';

test('ids are valid, give their number back and sort by it', () => {
  const numbers = fc.integer({ min: 1, max: 2 ** 51 });
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      assert.ok(isId(recordId('a0X', a)));
      assert.equal(recordNumber(recordId('a0X', a)), a);
      assert.equal(recordId('a0X', a).slice(0, 15) < recordId('a0X', b).slice(0, 15), a < b);
    }),
    { seed: 7 },
  );
});

test('auto numbers have their digits and dates', () => {
  const day = new Date(Date.UTC(2026, 0, 5));
  assert.equal(autoNumberText('INV-{0000}', 7, day), 'INV-0007');
  assert.equal(autoNumberText('{YYYY}{MM}{DD}-{0}', 12345, day), '20260105-12345');
  assert.equal(autoNumberText('{YY}/{000}', 1234, day), '26/1234');
});
