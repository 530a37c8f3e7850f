import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { parseAnonymous, parseClass, parseTrigger } from '../../src/syntax/parse.ts';
import { bare, members } from './tree.ts';

function clean<T>(parse: (text: string, file: string, sink: Diagnostics) => T | null, text: string): T {
  const sink = new Diagnostics();
  const unit = parse(text, 'sample', sink);
  assert.deepEqual(sink.all, []);
  assert.ok(unit);
  return unit;
}

test('reads the kinds of members in order', () => {
  const found = members(
    `
    private static final Integer A = 1, B;
    static { }
    { }
    Sample(String... ) { }
  `.replace('String... ', 'final String text'),
  );
  assert.deepEqual(
    found.map((member) => [member.kind, 'name' in member ? member.name.text : member.isStatic]),
    [
      ['field', 'A'],
      ['field', 'B'],
      ['initializer', true],
      ['initializer', false],
      ['constructor', 'Sample'],
    ],
  );
});

test('reads properties and their accessors', () => {
  const [stored, computed] = members('public String a { get; private set; } Integer b { get { return 1; } }');
  assert.equal(stored?.kind, 'property');
  assert.equal(stored.getter?.body, null);
  assert.deepEqual(
    stored.setter?.modifiers.names.map(({ name }) => name),
    ['private'],
  );
  assert.equal(computed?.kind, 'property');
  assert.equal(computed.getter?.body?.statements.length, 1);
  assert.equal(computed.setter, null);
});

test('reads a second accessor of a kind as an error', () => {
  const sink = new Diagnostics();
  parseClass('class A { Integer a { get; get; } }', 'A.cls', sink);
  assert.deepEqual(
    sink.all.map(({ code, span }) => [code, span.column]),
    [['syntax/accessor', 28]],
  );
});

test('reads modifiers and annotations', () => {
  const { declaration } = clean(
    parseClass,
    `@isTest(SeeAllData=true isParallel = FALSE) global with  sharing virtual class A extends a.B implements C, D<E> {
      @InvocableMethod(label='x' configurationEditor='y') @SuppressWarnings('z') static testMethod void a() { }
      webservice static String[] b(final Integer c) { return null; }
      abstract Map<Id, Set<Id>> d();
    }`,
  );
  assert.equal(declaration.kind, 'class');
  assert.deepEqual(bare(declaration.modifiers), {
    names: [{ name: 'global' }, { name: 'withsharing' }, { name: 'virtual' }],
    annotations: [
      {
        name: 'isTest',
        arguments: [
          { name: 'SeeAllData', value: true },
          { name: 'isParallel', value: false },
        ],
      },
    ],
  });
  assert.equal(declaration.superType?.parts.length, 2);
  assert.equal(declaration.interfaces.length, 2);
  const [first, second, third] = declaration.members;
  assert.deepEqual(bare(first?.kind === 'method' && first.modifiers.annotations[1]), {
    name: 'SuppressWarnings',
    arguments: [{ name: '', value: 'z' }],
  });
  assert.equal(first?.kind === 'method' && first.returnType, null);
  assert.equal(second?.kind === 'method' && second.returnType?.arrays, 1);
  assert.deepEqual(
    second?.kind === 'method' && second.parameters[0]?.modifiers.names.map(({ name }) => name),
    ['final'],
  );
  assert.equal(third?.kind === 'method' && third.body, null);
});

test('reads interfaces, enums and inner types', () => {
  const found = members(`
    interface A extends B { void a(); Integer b(String c); }
    enum D { X, Y }
    enum E { }
    class F { class G { } }`);
  assert.deepEqual(
    found.map(({ kind }) => kind),
    ['interface', 'enum', 'enum', 'class'],
  );
  assert.equal(found[0]?.kind === 'interface' && found[0].members.length, 2);
  assert.deepEqual(found[1]?.kind === 'enum' && found[1].constants.map(({ text }) => text), ['X', 'Y']);
});

test('reads a trigger: variables are statements, methods are members', () => {
  const unit = clean(
    parseTrigger,
    `trigger T on Account (before insert, After  UNDELETE) {
      Integer a = 1, b;
      run(a);
      void run(Integer c) { }
    }`,
  );
  assert.deepEqual([unit.name.text, unit.object.text], ['T', 'Account']);
  assert.deepEqual(
    unit.events.map(({ name }) => name),
    ['before insert', 'after undelete'],
  );
  assert.deepEqual(
    unit.body.statements.map(({ kind }) => kind),
    ['local', 'expression'],
  );
  assert.deepEqual(
    unit.members.map(({ kind }) => kind),
    ['method'],
  );
});

test('reads anonymous Apex in order', () => {
  const unit = clean(parseAnonymous, 'Integer a = 1; void b() { } class C { } b();');
  assert.deepEqual(
    unit.body.map(({ kind }) => kind),
    ['local', 'method', 'class', 'expression'],
  );
});
