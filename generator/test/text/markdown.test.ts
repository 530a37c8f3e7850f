import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchor, code, markdown, table } from '../../src/text/markdown.ts';
import { isInPrettierLayout } from '../support/prettier.ts';

const numRuns = process.env['BILLWRIGHT_LONG'] ? 2000 : 150;

const word = fc.constantFrom(
  'field',
  'Ümlaut',
  '日本語',
  'São',
  '`code`',
  code('a|b'),
  code('`tick`'),
  'naïve',
  '…',
);
const cellText = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));

test('tables are in Prettier’s layout, whatever is in their cells', async () => {
  const rows = fc.array(fc.tuple(cellText, cellText, cellText), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const content = markdown('# Title', table(['one', 'two', 'a longer head'], cells));
      assert.ok(await isInPrettierLayout({ path: 'x.md', content }), content);
    }),
    { numRuns },
  );
});

test('a pipe does not end a cell', () => {
  assert.match(table(['a'], [['x | y']]), /x \\\| y/);
});

test('a table without rows is nothing', () => {
  assert.equal(table(['a'], []), '');
});

test('anchors are those of GitHub', () => {
  assert.equal(anchor('BillingAccount'), '#billingaccount');
  assert.equal(anchor('What the package can’t grant'), '#what-the-package-cant-grant');
});
