import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonText, type Json } from '../../src/text/json.ts';
import { isInPrettierLayout } from '../support/prettier.ts';

const numRuns = process.env['BILLWRIGHT_LONG'] ? 2000 : 150;

/** JSON as contracts and manifests hold it: no arrays of bare numbers, which Prettier fills line by line. */
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<Json>('x', 'a longer text with "quotes" and ümlauts', '日本語', true, null, 12.5),
    fc
      .array(fc.oneof(fc.constantFrom('one', 'another', 'a third text of some length'), tie('json')), {
        maxLength: 5,
      })
      .filter((items) => !items.every((item) => typeof item === 'number')),
    fc.dictionary(fc.constantFrom('name', 'type', 'a longer key', 'x'), tie('json'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

test('whatever the data, Prettier would change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(json, async (value) => {
      const content = jsonText(value);
      assert.ok(await isInPrettierLayout({ path: 'x.json', content }), content);
    }),
    { numRuns },
  );
});

test('the text is the data', () => {
  fc.assert(
    fc.property(json, (value) => assert.deepEqual(JSON.parse(jsonText(value)), value)),
    { numRuns },
  );
});

test('an absent value leaves its key out', () => {
  assert.equal(jsonText({ a: undefined, b: 1 }), '{\n  "b": 1\n}\n');
});
