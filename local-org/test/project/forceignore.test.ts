import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileIgnores } from '../../src/project/forceignore.ts';

/** Rules, a path (with a slash at the end for a folder), and whether it is ignored. */
const CASES: readonly [string, string, boolean][] = [
  ['a.xml', 'a.xml', true],
  ['a.xml', 'deep/down/a.xml', true],
  ['a.xml', 'ba.xml', false],
  ['a.xml', 'aXxml', false],
  ['A.xml', 'a.XML', true],
  ['/a.xml', 'a.xml', true],
  ['/a.xml', 'deep/a.xml', false],
  ['deep/a.xml', 'more/deep/a.xml', false],
  ['*.xml', 'deep/a.xml', true],
  ['deep/*.xml', 'deep/a.xml', true],
  ['deep/*.xml', 'deep/down/a.xml', false],
  ['deep/**', 'deep/down/a.xml', true],
  ['deep/**', 'deep/', false],
  ['**/deep', 'deep/', true],
  ['**/deep', 'a/b/deep/', true],
  ['**/tests/**', 'a/tests/b/c.js', true],
  ['**/tests/**', 'tests/c.js', true],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'axb', false],
  ['folder/', 'folder/', true],
  ['folder/', 'folder', false],
  ['folder/', 'deep/folder/', true],
  ['a?.xml', 'ab.xml', true],
  ['a?.xml', 'a/.xml', false],
  ['[ab].xml', 'b.xml', true],
  ['[!ab].xml', 'b.xml', false],
  ['[!ab].xml', 'c.xml', true],
  ['[a-c].xml', 'b.xml', true],
  ['# a.xml', '# a.xml', false],
  ['\\#a', '#a', true],
  ['a.xml   ', 'a.xml', true],
  ['*.xml\n!a.xml', 'a.xml', false],
  ['*.xml\n!a.xml\na.*', 'a.xml', true],
  ['a(b)+c', 'a(b)+c', true],
  ['', 'a', false],
];

for (const [rules, path, expected] of CASES) {
  test(`${JSON.stringify(rules)} ${expected ? 'ignores' : 'keeps'} ${path}`, () => {
    const isDirectory = path.endsWith('/');
    assert.equal(compileIgnores(rules.split('\n'))(path.replace(/\/$/, ''), isDirectory), expected);
  });
}
