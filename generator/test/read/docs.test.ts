import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ts } from 'ts-morph';
import { docOf } from '../../src/read/docs.ts';

function doc(comment: string): ReturnType<typeof docOf> {
  const file = ts.createSourceFile(
    'test.ts',
    `${comment}\nexport const a = 1;\n`,
    ts.ScriptTarget.ESNext,
    true,
  );
  const [statement] = file.statements;
  assert.ok(statement);
  return docOf(statement);
}

test('lines become paragraphs, items of lists keep their lines', () => {
  const text = '/**\n * One\n * sentence.\n *\n * A list:\n *\n * - first\n *   item\n * - second\n */';
  assert.equal(doc(text).text, 'One sentence.\n\nA list:\n\n- first item\n- second');
});

test('marks are taken out of the text, wherever they stand', () => {
  assert.deepEqual(doc('/** An amount. @documented S8, S15 */'), {
    text: 'An amount.',
    mark: { status: 'documented', sources: ['S8', 'S15'] },
  });
  assert.deepEqual(
    doc('/**\n * An amount.\n * @inferred named after a field, S50\n *   of the interface\n */'),
    {
      text: 'An amount.',
      mark: { status: 'inferred', sources: ['named after a field, S50 of the interface'] },
    },
  );
  assert.deepEqual(doc('/** @observed O1 */'), { text: '', mark: { status: 'observed', sources: ['O1'] } });
});

test('other tags are removed, addresses are no tags', () => {
  assert.equal(
    doc('/**\n * Write to me@documented.example.\n *\n * @deprecated Use another.\n */').text,
    'Write to me@documented.example.',
  );
});

test('only TSDoc directly above counts', () => {
  assert.equal(doc('/* No TSDoc. */').text, '');
  assert.equal(doc('/** The file. */\n\n// A line between.\n/** The constant. */').text, 'The constant.');
  assert.equal(doc('').text, '');
});
