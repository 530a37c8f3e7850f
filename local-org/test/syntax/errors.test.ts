import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { parseClass } from '../../src/syntax/parse.ts';
import { problems } from './tree.ts';

const WRONG: Readonly<Record<string, string>> = {
  'Integer a = 5\nString b;': "2:1 syntax/unexpected Unexpected 'String'; expected ';'.",
  'if (a b) { }': "1:7 syntax/unexpected Unexpected 'b'; expected ')'.",
  'Integer x = 5 +;': "1:16 syntax/unexpected Unexpected ';'.",
  'run(1, );': "1:8 syntax/unexpected Unexpected ')'; expected an expression.",
  'x = (5;': "1:7 syntax/unexpected Unexpected ';'; expected ')'.",
  'insert;': "1:7 syntax/unexpected Unexpected ';'; expected an expression.",
  'try { }': "2:1 syntax/unexpected Unexpected '}'; expected 'catch' or 'finally'.",
  'else { }': "1:1 syntax/unexpected Unexpected 'else'; expected an expression.",
  'Integer list = 5;': '1:9 syntax/reserved Identifier name is reserved: list.',
  "x = 'abc;": '1:5 syntax/string The string literal is not closed.',
  "x = 'a\\q';": "1:5 syntax/string Invalid escape sequence '\\q' in a string literal.",
  'x\0 = 1;': '1:2 syntax/character A zero byte: the file is no UTF-8 text, perhaps UTF-16.',
  'x = "abc";': "1:5 syntax/character Unexpected character '\"'.",
  'x = [SELECT Id FORM Account];': "1:21 syntax/unexpected Unexpected 'Account'; expected 'from'.",
  'for (Integer i = 0, j = 1; i < j; i++, j--) { }': '1:40 syntax/for A for loop has one update only.',
  '{': "2:3 syntax/unexpected Unexpected end of file; expected '}'.",
};

for (const [text, expected] of Object.entries(WRONG)) {
  test(`says what is wrong with ${JSON.stringify(text)}`, () => assert.equal(problems(text)[0], expected));
}

test('reports several errors of a file', () => {
  const found = problems('Integer a = ;\nInteger b = 1;\nif (a b) { }\nrun(c d);');
  assert.deepEqual(
    found.map((problem) => problem.split(':')[0]),
    ['1', '3', '4'],
  );
});

test('an interface extends one interface only', () => {
  const sink = new Diagnostics();
  parseClass('interface A extends B, C { }', 'classes/A.cls', sink);
  assert.deepEqual(
    sink.all.map(({ code, span }) => `${span.column} ${code}`),
    ['24 syntax/interface'],
  );
});

test('gives the way out where one is known', () => {
  const sink = new Diagnostics();
  parseClass('class A { void a() {\nInteger b = 5\nString c; } }', 'classes/A.cls', sink);
  const [first] = sink.all;
  assert.equal(first?.suggestion, "Is a ';' missing after '5' on line 2?");
  assert.equal(first?.file, 'classes/A.cls');
  assert.equal(first?.severity, 'error');
  assert.deepEqual(first?.span, { line: 3, column: 1, start: 35, end: 41 });
});

test('says that a comment is not closed', () => {
  assert.deepEqual(problems('/* foo')[0], '1:1 syntax/comment The comment is not closed.');
});
