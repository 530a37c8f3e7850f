import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, expression, problems, shape } from './tree.ts';

const SHAPES: Readonly<Record<string, string>> = {
  'a + b * c - d': '(- (+ a (* b c)) d)',
  'a = b = c': '(= a (= b c))',
  'a ? b : c ? d : e': '(? a b (? c d e))',
  'a ?? b ?? c': '(?? (?? a b) c)',
  'a?.b.c?.d()': 'a?.b.c?.d()',
  'a >> b >>> c << d': '(<< (>>> (>> a b) c) d)',
  'a <= b && c >= d || !e': '(|| (&& (<= a b) (>= c d)) (pre! e))',
  'a === b != c <> d !== e': '(!== (<> (!= (=== a b) c) d) e)',
  'a & b ^ c | d': '(| (^ (& a b) c) d)',
  'a[0][i].b': 'a{0}{i}.b',
  'i++ + --j': '(+ (post++ i) (pre-- j))',
  'a >>>= b': '(>>>= a b)',
  'a instanceof System.HttpRequest': '(is a System.HttpRequest)',
  'this.a.b(super.c(), 1L)': 'this.a.b(super.c(), 1)',
  '(Foo) x.y': '(cast Foo x.y)',
  '(a) - b * c': '(- [a] (* b c))',
  'x * (a.b) + c': '(+ (* x [a.b]) c)',
  '(Integer) -1': '(cast Integer (pre- 1))',
  'a.class.getName()': 'classLiteral.getName()',
  'group.limit + order.select': '(+ group.limit order.select)',
};

for (const [text, expected] of Object.entries(SHAPES)) {
  test(`reads ${text}`, () => assert.equal(shape(expression(text)), expected));
}

test('reads literals', () => {
  const value = (text: string) => {
    const found = expression(`x = ${text}`);
    assert.equal(found.kind, 'assignment');
    assert.equal(found.value.kind, 'literal');
    return [found.value.type, found.value.value];
  };
  assert.deepEqual(value('007'), ['integer', '7']);
  assert.deepEqual(value('1L'), ['long', '1']);
  assert.deepEqual(value('1.50'), ['decimal', '1.50']);
  assert.deepEqual(value('.5'), ['decimal', '0.5']);
  assert.deepEqual(value('1d'), ['double', '1']);
  assert.deepEqual(value('1.5D'), ['double', '1.5']);
  assert.deepEqual(value('TRUE'), ['boolean', 'true']);
  assert.deepEqual(value('Null'), ['null', 'null']);
  assert.deepEqual(value(String.raw`'a\n\t\'\"\\\u0041\\n'`), ['string', 'a\n\t\'"\\A\\n']);
  assert.deepEqual(value("'''\nfirst\n  'second'\n'''"), ['string', "first\n  'second'\n"]);
  assert.deepEqual(value("'ä😀'"), ['string', 'ä😀']);
});

test('refuses numbers that do not fit, and accepts the lowest', () => {
  assert.deepEqual(problems('x = 2147483648;'), [
    '1:5 syntax/number Illegal integer: 2147483648 does not fit in Integer.',
  ]);
  assert.deepEqual(problems('x = 9223372036854775808L;'), [
    '1:5 syntax/number Illegal long: 9223372036854775808 does not fit in Long.',
  ]);
  assert.deepEqual(problems('x = -2147483647; y = -9223372036854775807L; z = 2147483647;'), []);
  assert.equal(problems('x = -2147483648; y = -9223372036854775808L;').length, 2);
  assert.equal(problems('x = 5 -2147483648;').length, 1);
});

test('tells the ways of making things apart', () => {
  const kinds = (text: string) => (bare(expression(`x = ${text}`)) as { value: object }).value;
  const type = (name: string, arrays = 0) => ({
    kind: 'type',
    parts: [{ name, arguments: [] }],
    arrays,
  });
  const x = { kind: 'name', name: 'x' };
  assert.deepEqual(kinds('new A(x)'), { kind: 'new', type: type('A'), arguments: [x] });
  assert.deepEqual(kinds('new A()'), { kind: 'new', type: type('A'), arguments: [] });
  assert.deepEqual(kinds('new A(Name = x)'), {
    kind: 'newSObject',
    type: type('A'),
    fields: [{ name: 'Name', value: x }],
  });
  assert.deepEqual(kinds('new A[x]'), { kind: 'newArray', type: type('A'), size: x });
  assert.deepEqual(kinds('new A[]{ x, x }'), { kind: 'newElements', type: type('A', 1), elements: [x, x] });
  assert.deepEqual(kinds('new A[] /* [ */ [][]{ x }'), {
    kind: 'newElements',
    type: type('A', 3),
    elements: [x],
  });
  assert.deepEqual(kinds('new A{ x }'), { kind: 'newElements', type: type('A'), elements: [x] });
  assert.deepEqual(kinds('new A{}'), { kind: 'newElements', type: type('A'), elements: [] });
  assert.deepEqual(kinds('new A{ x => x }'), {
    kind: 'newMap',
    type: type('A'),
    entries: [{ key: x, value: x }],
  });
});

test('reads nested type arguments and class literals', () => {
  const found = bare(expression('x = Map<Id, List<Set<a.B>>>.class')) as { value: { type: object } };
  const inner = (name: string, ...given: object[]) => ({
    kind: 'type',
    parts: [{ name, arguments: given }],
    arrays: 0,
  });
  const dotted = {
    kind: 'type',
    parts: [
      { name: 'a', arguments: [] },
      { name: 'B', arguments: [] },
    ],
    arrays: 0,
  };
  assert.deepEqual(found.value.type, inner('Map', inner('Id'), inner('List', inner('Set', dotted))));
});

test('calls of this and super have no name', () => {
  assert.deepEqual(bare(expression('this(1)')), {
    kind: 'call',
    target: { kind: 'this' },
    name: null,
    safe: false,
    arguments: [{ kind: 'literal', type: 'integer', value: '1' }],
  });
});

test('spans count UTF-16 units and columns from 1', () => {
  const found = expression("x = '😀' + bc");
  assert.equal(found.kind, 'assignment');
  assert.equal(found.value.kind, 'binary');
  const { right, operatorSpan } = found.value;
  assert.deepEqual([right.span.line, right.span.column, right.span.end - right.span.start], [3, 12, 2]);
  assert.equal(operatorSpan.column, 10);
});

test('a sum of thousands of texts is read', () => {
  let node = expression(`x = ${Array(5000).fill('a').join(' + ')}`);
  assert.equal(node.kind, 'assignment');
  node = node.value;
  let depth = 0;
  for (; node.kind === 'binary'; node = node.left) depth++;
  assert.equal(depth, 4999);
});

test('nesting beyond all measure is an error and no crash', () => {
  const deep = `x = ${'('.repeat(50000)}1${')'.repeat(50000)};`;
  assert.deepEqual(problems(deep), ['0:1 syntax/depth The code is nested too deeply.']);
});
