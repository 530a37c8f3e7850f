import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe } from '../../src/types/make.ts';
import type { Type } from '../../src/types/type.ts';
import { build } from './support.ts';

const keys = (methods: readonly { readonly jsName: string }[]) => methods.map((each) => each.jsName);

test('a written type is found in inner classes, the project, the schema and the platform', () => {
  const { world, type, problems } = build([
    'public virtual class Outer { public class Inner {} public Inner a; public Outer.Inner b; }',
    'public class Sub extends Outer { Inner c; BusinessHours h; Location l; String[] texts; }',
  ]);
  const sub = world.classes.get('sub')!;
  const fieldType = (name: string) =>
    describe(world.field({ kind: 'class', symbol: sub, arguments: [] }, name, false)!.type);
  assert.equal(fieldType('a'), 'Outer.Inner');
  assert.equal(fieldType('C'), 'Outer.Inner');
  assert.equal(fieldType('h'), 'BusinessHours');
  assert.equal(sub.fields.get('h')!.type.kind, 'sobject');
  assert.equal(fieldType('texts'), 'List<String>');
  assert.equal(describe(type('Map<id,List<Schema.account>>')), 'Map<Id,List<Account>>');
  assert.equal(describe(type('System.httprequest')), 'HttpRequest');
  assert.equal(describe(type('Iterable<Account>')), 'Iterable<Account>');
  assert.deepEqual(problems(), [
    'unsupported/type: The platform has "System.Location", but the local org does not support it yet.',
  ]);
});

test('an unknown type is reported once with what is near', () => {
  const { problems } = build([
    'public class A { Acount x; HttpReqest y; List<String, Integer> z; Set s; Foo.Bar q; }',
  ]);
  assert.deepEqual(problems(), [
    'name/unknown-type: There is no type "Acount". Did you mean "Account"?',
    'name/unknown-type: There is no type "HttpReqest". Did you mean "HttpRequest"?',
    'type/arguments: "List" takes 1 type argument, but 2 are given.',
    'type/arguments: "Set" takes 1 type argument, but none is given.',
    'name/unknown-type: There is no type "Foo.Bar".',
  ]);
});

test('names of the own namespace may carry it', () => {
  const { world, type } = build(['global class Foo { public class Bar {} }'], { namespace: 'acme' });
  assert.equal(world.classes.get('foo')!.fullName, 'acme.Foo');
  assert.equal(describe(type('acme.Foo.Bar')), 'acme.Foo.Bar');
  assert.equal(describe(type('Foo.Bar')), 'acme.Foo.Bar');
  assert.ok(world.isNamespace('ACME') && world.isNamespace('dom') && !world.isNamespace('nothing'));
});

test('type arguments are put in where members are found', () => {
  const { world, type } = build([]);
  const add = world.methods(type('List<Account>'), 'ADD', false);
  assert.deepEqual(keys(add), ['add(T)', 'add(Integer,T)']);
  assert.deepEqual(
    add.map((each) => describe(each.parameters.at(-1)!.type)),
    ['Account', 'Account'],
  );
  const values = world.methods(type('Map<Id,Account>'), 'values', false)[0]!;
  assert.equal(describe(values.returnType), 'List<Account>');
  assert.equal(describe(world.asType(type('List<Account>'), 'System.Iterable')!), 'Iterable<Account>');
});

test('everything has what Object has, and says where it is declared', () => {
  const { world, type } = build([
    'public class A { public override String toString() { return null; } public Boolean equals(Object o) { return true; } }',
    'public class B {}',
  ]);
  const owner = (of: Type, name: string) =>
    world.methods(of, name, false).map((each) => `${each.owner.fullName} ${each.jsName}`);
  assert.deepEqual(owner(type('A'), 'toString'), ['A tostring/0']);
  assert.deepEqual(owner(type('A'), 'equals'), ['A equals/1']);
  assert.deepEqual(owner(type('B'), 'equals'), ['System.Object equals(Object)']);
  assert.deepEqual(owner(type('Object'), 'hashCode'), ['System.Object hashCode()']);
});

test('enums have their constants and methods typed with themselves', () => {
  const { world, type } = build(['public enum Season { WINTER, SUMMER }']);
  const season = type('Season');
  assert.equal(describe(world.methods(season, 'values', true)[0]!.returnType), 'List<Season>');
  assert.equal(describe(world.methods(season, 'valueOf', true)[0]!.returnType), 'Season');
  assert.deepEqual(keys(world.methods(season, 'name', false)), ['name()']);
  assert.deepEqual(world.memberNames(season, true), ['WINTER', 'SUMMER', 'values', 'valueOf']);
});

test('methods that are called on an object give records of that object', () => {
  const { world, type } = build([]);
  const instance = world.methods(type('Invoice__c'), 'getInstance', true);
  assert.deepEqual(keys(instance), ['getInstance()', 'getInstance(String)']);
  assert.equal(describe(instance[0]!.returnType), 'Invoice__c');
  assert.equal(
    describe(world.methods(type('Invoice__c'), 'getAll', true)[0]!.returnType),
    'Map<String,Invoice__c>',
  );
  assert.equal(describe(world.methods(type('Account'), 'clone', false)[0]!.returnType), 'Account');
  assert.equal(describe(world.methods(type('SObject'), 'get', false)[0]!.returnType), 'Object');
});

test('an exception of the project has the constructors that every exception has', () => {
  const { world, type } = build([
    'public class OddException extends Exception { public OddException(Integer i) {} }',
  ]);
  assert.deepEqual(keys(world.constructors(type('OddException'))), [
    'new(integer)',
    'new()',
    'new(string)',
    'new(exception)',
    'new(string,exception)',
  ]);
  assert.deepEqual(keys(world.methods(type('OddException'), 'getMessage', false)), ['getmessage/0']);
  assert.deepEqual(keys(world.constructors(type('DmlException'))).sort(), [
    '()',
    '(Exception)',
    '(String)',
    '(String,Exception)',
  ]);
});

test('what the library lacks is known', () => {
  const { world, type } = build([]);
  const supported = (name: string) => world.isSupported(world.methods(type('String'), name, null)[0]!);
  assert.equal(supported('length'), true);
  assert.equal(supported('trim'), false);
});

test('visibility', () => {
  const { world } = build([
    'public virtual class A { private Integer p; protected Integer q; @TestVisible private Integer t; class I {} }',
    'public class B extends A {}',
    'public class C {}',
    '@isTest private class T {}',
  ]);
  const [a, b, c, t] = ['a', 'b', 'c', 't'].map((name) => world.classes.get(name)!);
  const seen = (name: string) =>
    [a, a!.inner.get('i'), b, c, t].map((from) => world.isVisible(a!.fields.get(name)!, from!));
  assert.deepEqual(seen('p'), [true, true, false, false, false]);
  assert.deepEqual(seen('q'), [true, true, true, false, false]);
  assert.deepEqual(seen('t'), [true, true, false, false, true]);
});
