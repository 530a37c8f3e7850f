import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { description, shortened } from '../../src/emit/metadata/text.ts';

test('a description is the first paragraph on one line', () => {
  assert.equal(description('One\n  line. Two.\n\nNever.', 100), 'One line. Two.');
  assert.equal(description('  \n ', 100), undefined);
});

test('a description that is too long keeps whole sentences', () => {
  assert.equal(description('First. Second one. Third one is longer.', 20), 'First. Second one.');
  assert.equal(description('One sentence that has no end in sight', 20), 'One sentence that…');
});

test('a shortened text fits and is well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
      const cut = shortened(text, limit);
      assert.ok(cut.length <= limit);
      assert.ok(cut.isWellFormed());
    }),
  );
});
