import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IrClass } from '../../src/ir/ir.ts';
import { checkClasses, checkScript, shape } from './support.ts';

function only(text: string): IrClass {
  const { diagnostics, classes } = checkClasses(text);
  assert.deepEqual(diagnostics, []);
  assert.equal(classes.length, 1);
  return classes[0]!;
}

function codes(...texts: readonly string[]): readonly string[] {
  return checkClasses(...texts).diagnostics.map(({ code, span }) => `${code} ${span.line}:${span.column}`);
}

test('steps keep the order of declaration, static and instance apart', () => {
  const ir = only(`public class C {
    Integer a = 1; static Integer b = 2; { a = 3; } static { b = 4; } Integer c = a; Integer none; static Long d = b;
  }`);
  const inShort = (steps: IrClass['staticSteps']) =>
    steps.map((step) => (step.kind === 'field' ? `${step.field.name} = ${shape(step.value)}` : 'block'));
  assert.deepEqual(inShort(ir.instanceSteps), ['a = 1', 'block', 'c = a']);
  assert.deepEqual(inShort(ir.staticSteps), ['b = 2', 'block', 'd = Integer>Long(b)']);
});

test('accessors with code have a body; a setter knows its value', () => {
  const ir = only(`public class C {
    public Integer plain { get; set; }
    public Integer twice { get { return plain * 2; } set { plain = value / 2; } }
    public static String name { get { return 'x'; } private set; }
  }`);
  assert.deepEqual(
    ir.accessors.map((each) => [each.field.name, each.which, each.parameter?.name ?? null]),
    [
      ['twice', 'get', null],
      ['twice', 'set', 'value'],
      ['name', 'get', null],
    ],
  );
});

test('inner classes, interfaces and enums are classes of their own', () => {
  const ir = only('public class C { class A { void run() {} } interface B { void run(); } enum E { X } }');
  assert.deepEqual(
    ir.inner.map((each) => each.symbol.name),
    ['A', 'B', 'E'],
  );
  assert.equal(ir.inner[1]?.methods[0]?.body, null);
});

test('parameters are apart from the locals and never said to be not null', () => {
  const [method] = only('public class C { void run(Integer a, final String b) { Integer c = 1; } }').methods;
  assert.deepEqual(
    method?.parameters.map((each) => [each.name, each.neverNull]),
    [
      ['a', false],
      ['b', false],
    ],
  );
  assert.deepEqual(
    method?.locals.map((each) => [each.name, each.neverNull]),
    [['c', true]],
  );
});

/** Classes and what is reported in them. */
const WRONG: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['public class C { Integer a = true; }'], ['type/mismatch 1:30']],
  [['public class C { void run(Integer a, String A) {} }'], ['name/duplicate 1:45']],
  [['public class C { void run(Integer a) { Integer a; } }'], ['name/duplicate 1:48']],
  [['public class C { void run(final Integer a) { a = 1; } }'], ['type/final 1:46']],
  [
    ['public class C { final Integer a; C() { a = 1; } { a = 2; } void run() { a = 3; } }'],
    ['type/final 1:74'],
  ],
  [['public class C { static final Integer A; static { A = 1; } C() { A = 2; } }'], ['type/final 1:66']],
  [['public class C { Integer a { get { } } }'], ['flow/missing-return 1:30']],
  [['public class C { Integer a { get { return 1; } set { return 2; } } }'], ['type/return 1:54']],
  [
    ['public virtual class A { public A(Integer x) {} }', 'public class B extends A {}'],
    ['class/no-super-constructor 1:14'],
  ],
  [
    [
      'public virtual class A { public A(Integer x) {} }',
      'public class B extends A { B() { } B(Long y) { super(1); } }',
    ],
    ['class/no-super-constructor 1:28'],
  ],
  [['public class C { C() { Integer a = 1; this(a); } C(Integer a) {} }'], ['class/constructor-call 1:39']],
];

for (const [texts, expected] of WRONG) {
  test(`${texts.join(' ')} gives ${expected.join(', ')}`, () => assert.deepEqual(codes(...texts), expected));
}

test('anonymous Apex is a class with an entry; its methods see its variables', () => {
  const { diagnostics, classes } = checkScript(`
    Integer total = 1;
    for (Integer i = 0; i < 3; i++) add(i);
    void add(Integer i) { total += i; }
    class Helper { Integer a; }
    Helper h = new Helper();
    h.a = total;`);
  assert.deepEqual(diagnostics, []);
  const [ir] = classes;
  assert.deepEqual([...(ir?.symbol.fields.keys() ?? [])], ['total', 'h']);
  assert.deepEqual(
    ir?.methods.map((each) => [each.symbol.jsName, each.symbol.isStatic]),
    [
      ['add(integer)', true],
      ['$run()', true],
    ],
  );
  assert.equal(ir?.methods[1]?.body?.statements.length, 4);
});

test('a variable of anonymous Apex is declared once', () => {
  const { diagnostics } = checkScript("Integer a = 'x';\nString a;");
  assert.deepEqual(
    diagnostics.map(({ code, span }) => `${code} ${span.line}:${span.column}`),
    ['name/duplicate 2:8', 'type/mismatch 1:13'],
  );
});
