import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from './support.ts';

function methodsOf(sources: readonly string[], name: string): string[] {
  const { world, problems } = build(sources);
  assert.deepEqual(problems(), []);
  const methods = [...world.classes.get(name.toLowerCase())!.methods.values()].flat();
  return methods.map((each) => [each.jsName, ...each.aliases].join(' '));
}

test('a method is named by its signature', () => {
  const sources = [
    'public class A { class I {} void Run(Integer a, List<Account> b, A.I c) {} static void go() {} }',
  ];
  assert.deepEqual(methodsOf(sources, 'A'), ['run(integer,list<account>,a.i)', 'go()']);
});

test('what the platform calls is named by its number of parameters', () => {
  assert.deepEqual(
    methodsOf(
      ['public class A implements Comparable { public Integer compareTo(Object other) { return 0; } }'],
      'A',
    ),
    ['compareto/1'],
  );
  assert.deepEqual(
    methodsOf(
      [
        'public class A implements Comparator<Account> { public Integer compare(Account a, Account b) { return 0; } }',
      ],
      'A',
    ),
    ['compare/2'],
  );
  const batch =
    'public class A implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c)' +
    ' { return null; } public void execute(Database.BatchableContext c, List<Account> rows) {} public void finish(Database.BatchableContext c) {} }';
  assert.deepEqual(methodsOf([batch], 'A'), ['start/1', 'execute/2', 'finish/1']);
  assert.deepEqual(
    methodsOf(
      [
        'public class OddException extends Exception { public override String getMessage() { return null; } }',
      ],
      'OddException',
    ),
    ['getmessage/0'],
  );
});

test('an override has the name of what it overrides', () => {
  const sources = [
    'public abstract class A implements Comparable { public abstract Integer compareTo(Object o); public virtual void go(Integer i) {} }',
    'public class B extends A { public override Integer compareTo(Object o) { return 0; } public override void go(Integer i) {} }',
  ];
  assert.deepEqual(methodsOf(sources, 'B'), ['compareto/1', 'go(integer)']);
});

test('an inherited method that implements an interface gets an alias', () => {
  const sources = [
    'public virtual class A { public Integer compareTo(Object o) { return 0; } }',
    'public class B extends A implements Comparable {}',
  ];
  assert.deepEqual(methodsOf(sources, 'A'), ['compareto(object) compareto/1']);
});

test('private members and fields of the same name do not meet', () => {
  const sources = [
    'public virtual class A { private void go() {} public Integer n; public virtual Integer p { get; set; } }',
    'public class B extends A { private void go() {} public Integer N; public override Integer p { get { return 1; } set; } class C extends A { Integer n; } }',
  ];
  assert.deepEqual(methodsOf(sources, 'B'), ['go()$B']);
  const { world } = build(sources);
  const names = (symbol = world.classes.get('b')!) => [...symbol.fields.values()].map((each) => each.jsName);
  assert.deepEqual(names(), ['n$B', 'p']);
  assert.deepEqual(names(world.classes.get('b')!.inner.get('c')!), ['n$B$C']);
});
