import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, problemsOf } from './support.ts';

test('sound declarations are let through', () => {
  const sources = [
    'public abstract class Shape implements Comparable { protected Integer sides; public abstract Decimal area();' +
      ' public virtual Integer compareTo(Object other) { return 0; } protected virtual void grow() {} }',
    'public with sharing class Square extends Shape { private Decimal side { get; private set; }' +
      ' public override Decimal area() { return 1; } protected override void grow() {}' +
      ' public override String toString() { return null; } public Boolean equals(Object o) { return true; }' +
      ' public class SquareException extends Exception {} public interface Draw { void go(); } public enum E { A, B } }',
    '@IsTest private class ShapeTest { @TestSetup static void setUp() {} @IsTest static void works() {} static testMethod void old() {} }',
    'public class Job implements Database.Batchable<SObject>, Queueable { public Iterable<SObject> start(Database.BatchableContext c) { return null; }' +
      ' public void execute(Database.BatchableContext c, List<Account> rows) {} public void finish(Database.BatchableContext c) {}' +
      ' public void execute(QueueableContext c) {} }',
    'public class Api { @AuraEnabled(cacheable=true) public static String get() { return null; } @AuraEnabled public String name { get; set; }' +
      " @InvocableMethod(label='x') public static List<Id> run(List<Id> ids) { return ids; } @Future(callout=true) static void later(Set<Id> ids) {} }",
  ];
  assert.deepEqual(problemsOf(...sources), []);
});

test('super types', () => {
  assert.deepEqual(problemsOf('public class A extends B {}', 'public class B {}'), [
    'class/not-virtual: "B" is neither virtual nor abstract, so "A" cannot extend it. Declare "B" as virtual or abstract.',
  ]);
  assert.deepEqual(codesOf('public class A extends I {}', 'public interface I {}'), ['class/super-type']);
  assert.deepEqual(codesOf('public class A extends String {}'), ['class/super-type']);
  assert.deepEqual(codesOf('public class A implements B {}', 'public virtual class B {}'), [
    'class/not-an-interface',
  ]);
  assert.deepEqual(codesOf('public virtual class A extends B {}', 'public virtual class B extends A {}'), [
    'class/cycle',
    'class/cycle',
  ]);
  assert.deepEqual(codesOf('public virtual class A extends A {}'), ['class/cycle']);
  assert.deepEqual(codesOf('public interface I extends J {}', 'public interface J extends I {}'), [
    'class/cycle',
    'class/cycle',
  ]);
  assert.deepEqual(codesOf('public class A extends Nothing {}'), ['name/unknown-type']);
  assert.deepEqual(codesOf('public class A implements I, I {}', 'public interface I {}'), [
    'class/duplicate-interface',
  ]);
});

test('missing methods are named with their types', () => {
  assert.deepEqual(problemsOf('public class A implements Comparator<Account> {}'), [
    'class/missing-method: "A" must implement the method Integer compare(Account, Account) of "Comparator<Account>".' +
      ' Write "public Integer compare(Account, Account)".',
  ]);
  assert.deepEqual(
    codesOf('public class A implements I { void go() {} }', 'public interface I { void go(); }'),
    ['class/weaker-visibility'],
  );
  assert.deepEqual(
    codesOf(
      'public class A implements I { public Integer go() { return 1; } }',
      'public interface I { void go(); }',
    ),
    ['class/return-type'],
  );
  assert.deepEqual(
    problemsOf(
      'public class A extends B {}',
      'public abstract class B { public abstract void go(Integer i); }',
    ),
    [
      'class/missing-method: "A" must implement the abstract method void go(Integer) of "B".' +
        ' Write the method, or declare the class as abstract.',
    ],
  );
});

test('overrides', () => {
  const base =
    'public virtual class B { public virtual Integer go() { return 1; } public void fixed() {} private void own() {} }';
  assert.deepEqual(codesOf(base, 'public class A extends B { public Integer go() { return 2; } }'), [
    'class/missing-override',
  ]);
  assert.deepEqual(codesOf(base, 'public class A extends B { public override Long go() { return 2; } }'), [
    'class/return-type',
  ]);
  assert.deepEqual(
    codesOf(base, 'public class A extends B { private override Integer go() { return 2; } }'),
    ['class/weaker-visibility'],
  );
  assert.deepEqual(codesOf(base, 'public class A extends B { public override void fixed() {} }'), [
    'class/not-virtual-method',
  ]);
  assert.deepEqual(codesOf(base, 'public class A extends B { public override void other() {} }'), [
    'class/nothing-to-override',
  ]);
  assert.deepEqual(codesOf(base, 'public class A extends B { private void own() {} }'), []);
});

test('duplicates', () => {
  assert.deepEqual(codesOf('public class A {}', 'public class a {}'), ['class/duplicate-type']);
  assert.deepEqual(codesOf('public class A { Integer x; String X; }'), ['class/duplicate-field']);
  assert.deepEqual(
    codesOf('public class A { void go(Integer a) {} void GO(Integer b) {} void go(Long a) {} }'),
    ['class/duplicate-method'],
  );
  assert.deepEqual(codesOf('public class A { class I {} interface i {} }'), ['class/duplicate-type']);
  assert.deepEqual(codesOf('public enum E { A, B, a }'), ['class/duplicate-constant']);
  assert.deepEqual(codesOf('public class A { void go(Integer a, Long A) {} }'), ['name/duplicate']);
  assert.deepEqual(codesOf('public class A { A(Integer a) {} A(Integer b) {} }'), ['class/duplicate-method']);
});

test('inner classes', () => {
  assert.deepEqual(
    codesOf('public class A { class I { static Integer x; static void go() {} static { } } }'),
    ['class/static-in-inner', 'class/static-in-inner', 'class/static-in-inner'],
  );
  assert.deepEqual(codesOf('public class A { class a {} }'), ['class/duplicate-type']);
  assert.deepEqual(codesOf('public class A { class I { class J {} } }'), ['class/inner-in-inner']);
});

test('modifiers and visibility', () => {
  assert.deepEqual(problemsOf('public class A { private abstract class I {} }'), []);
  assert.deepEqual(problemsOf('public abstract class A { private abstract void go(); }'), [
    'class/modifier: "go" cannot be "private" and "abstract" at once.',
  ]);
  assert.deepEqual(problemsOf('public class A { public private Integer x; }'), [
    'class/modifier: "x" cannot be "public" and "private" at once.',
  ]);
  assert.deepEqual(problemsOf('public class A { virtual Integer x; }'), [
    'class/modifier: "virtual" is not allowed on the field "x".',
  ]);
  assert.deepEqual(codesOf('public interface I { public void go(); }'), ['class/modifier']);
  assert.deepEqual(codesOf('public abstract class A { public static abstract void go(); }'), [
    'class/modifier',
  ]);
  assert.deepEqual(codesOf('class A {}'), ['class/visibility']);
  assert.deepEqual(codesOf('public class A { global void go() {} }'), ['class/global']);
  assert.deepEqual(codesOf('public class A { protected void go() {} }'), ['class/modifier']);
  assert.deepEqual(codesOf('public class A { Integer x { public get; } }'), ['class/property']);
  assert.deepEqual(codesOf('public class A { void go(); }'), ['class/method-body']);
  assert.deepEqual(codesOf('public class A { public abstract void go(); }'), ['class/abstract-method']);
});

test('names', () => {
  assert.deepEqual(problemsOf('public class Odd extends Exception {}'), [
    'class/exception-name: "Odd" is an exception, so its name must end in "Exception". Name it "OddException".',
  ]);
  assert.deepEqual(codesOf('public class OddException {}'), ['class/exception-name']);
  assert.deepEqual(codesOf('public class A { Integer number; void go(String hint) {} }'), [
    'name/reserved',
    'name/reserved',
  ]);
  assert.deepEqual(codesOf('public class A { B() {} }'), ['class/constructor-name']);
  assert.deepEqual(
    codesOf('public class OddException extends Exception { public OddException(String s) {} }'),
    ['class/duplicate-method'],
  );
});

test('annotations', () => {
  assert.deepEqual(problemsOf('public class A { @AuraEnable public static void go() {} }'), [
    'class/unknown-annotation: There is no annotation "@AuraEnable". Did you mean "AuraEnabled"?',
  ]);
  assert.deepEqual(problemsOf('public class A { @AuraEnabled(cachable=true) public static void go() {} }'), [
    'class/annotation: "@AuraEnabled" has no argument "cachable". Did you mean "cacheable"?',
  ]);
  assert.deepEqual(problemsOf('public class A { @Future static Integer go(Account a) { return 1; } }'), [
    'class/annotation: "go" has "@Future" and must return nothing.',
    'class/annotation: "go" has "@Future" and can only have parameters that are primitives or collections of them, not Account.',
  ]);
  assert.deepEqual(codesOf('@Future public class A {}'), ['class/annotation']);
  assert.deepEqual(
    problemsOf('@IsTest private class T { @IsTest void a() {} @TestSetup static void b(Integer x) {} }'),
    [
      'class/annotation: "a" has "@IsTest" and must be static.',
      'class/annotation: "b" has "@TestSetup" and must have no parameters.',
    ],
  );
  assert.deepEqual(codesOf('public class A { @InvocableMethod public static void go(String s) {} }'), [
    'class/annotation',
  ]);
  assert.deepEqual(codesOf('public class A { @HttpGet global static void go() {} }'), [
    'class/global',
    'class/annotation',
  ]);
  assert.deepEqual(
    codesOf(
      'public class A { @AuraEnabled public static void go() {} @AuraEnabled public static void go(Id a) {} }',
    ),
    ['class/annotation'],
  );
});
