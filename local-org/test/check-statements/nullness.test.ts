import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBody } from './support.ts';

/** Body and the locals that never are null. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['Integer a = 1;', ['a']],
  ['Integer a;', []],
  ['Integer a; a = 1;', []],
  ['Integer a = null;', []],
  ['Integer a = 1; a = null;', []],
  ['Integer a = 1; if (a > 0) { a = count; }', []],
  ['Integer a = count; Integer b = a + 1;', ['b']],
  ['Integer a = 1; Integer b = a; Integer c = b;', ['a', 'b', 'c']],
  ['Integer a = 1; Integer b = a; a = count;', []],
  ['Integer a = 1; Integer b = a; a = b;', ['a', 'b']],
  ['Long a = 1; a++; a += 2;', ['a']],
  [
    'Boolean a = count == 1; Boolean b = !a && a; Object o = 1; Boolean c = o instanceof Round;',
    ['a', 'b', 'c'],
  ],
  ['for (Integer i = 0, n = new List<String>().size(); i < n; i++) {}', ['i', 'n']],
  ['for (Integer i : new List<Integer>()) {}', []],
  ["Integer n = 'abc'.length(); Integer m = text?.length();", ['n']],
  ['Integer a = count ?? 0; Integer b = 0 ?? count;', ['a']],
  ['Integer a = count > 0 ? 1 : 2; Integer b = count > 0 ? 1 : count;', ['a']],
  ['Integer a = 1; Integer b = (a = 5); Integer c = a++;', ['a', 'b', 'c']],
  ['Decimal a = 1; String b = null;', []],
  ['Integer a = 1; new List<Integer>{ (a = null) };', []],
];

for (const [body, expected] of CASES) {
  test(body, () => {
    const checked = checkBody(body);
    const found = checked.method?.locals.filter((local) => local.neverNull).map((local) => local.name);
    assert.deepEqual(found, expected);
  });
}
