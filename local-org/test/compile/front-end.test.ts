import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from '../../src/compile/build.ts';
import { TemporaryProject } from '../temporary-project.ts';

/*
 * What Salesforce's own front end refuses and accepts: each verdict is that of the compiler inside of
 * prettier-plugin-apex, the one behind `npm test -- --only apex-second-opinion`.
 */

/** Statements of a method, with the code of our report. */
const STATEMENTS: readonly (readonly [string, string])[] = [
  ['Integer i = -2147483648;', 'syntax/number'],
  ['Long l = -9223372036854775808L;', 'syntax/number'],
  ['String s = 1.format();', 'syntax/literal-member'],
  ['Decimal d = 1d.round();', 'syntax/literal-member'],
  ['String s = true.toString();', 'syntax/literal-member'],
  ['static Integer a = 1;', 'class/modifier'],
  ['private Integer a;', 'class/modifier'],
  ['for (Account a : [SELECT Id FROM Account]);', 'syntax/empty-loop'],
  ['Boolean b = null instanceof String;', 'type/instance-of'],
  ['Date date = Date.today();', 'name/reserved'],
  ["String String = 'a';", 'name/reserved'],
  ['for (Integer integer : new List<Integer>()) { }', 'name/reserved'],
  ['try { } catch (Exception exception) { }', 'name/reserved'],
  ['for (Account a : new List<SObject>()) { }', 'type/mismatch'],
  ['for (Account a : new Map<Id, SObject>().values()) { }', 'type/mismatch'],
  ['for (Object o : [SELECT Id FROM Account]) { }', 'type/mismatch'],
  ['Set<Id> s = new Set<String>();', 'type/mismatch'],
  ['Set<SObject> s = new Set<Account>();', 'type/mismatch'],
  ['Map<Id, Account> m = new Map<String, Account>();', 'type/mismatch'],
  ['Map<Id, Account> m = new Map<Id, SObject>();', 'type/mismatch'],
  ['Map<String, Set<Id>> m = new Map<String, Set<String>>();', 'type/mismatch'],
  ['Set<String> s = (Set<String>) new Set<Id>();', 'type/cast'],
  ['Boolean b = new Set<Id>() == new Set<String>();', 'type/operator'],
  ['Double d = Math.pow(1.5, 2);', 'name/unknown-method'],
];

/** Members of a class. */
const MEMBERS: readonly (readonly [string, string])[] = [
  ['Integer f() { while (true) { } }', 'flow/missing-return'],
  ['Integer f() { for (;;) { } }', 'flow/missing-return'],
  ['Integer a = b; Integer b = 1;', 'name/forward-reference'],
  ['Integer a = b; static Integer b = 1;', 'name/forward-reference'],
  ['static { b = 2; } static Integer b = 1;', 'name/forward-reference'],
  ['Integer a = a + 1;', 'name/forward-reference'],
  ['void limit() { }', 'name/reserved'],
  ['void select() { }', 'name/reserved'],
  ['Integer when;', 'name/reserved'],
  ['enum E { A, DEFAULT }', 'name/reserved'],
  ['class Page { }', 'name/reserved'],
  ['void f() { };', 'syntax/unexpected'],
  ['protected class I { }', 'class/modifier'],
  ['protected enum E { A }', 'class/modifier'],
  ['abstract virtual class I { }', 'class/modifier'],
  ['abstract class I { abstract void f(); }', 'class/modifier'],
  ['virtual class I { virtual void f() { } } class J extends I { override void f() { } }', 'class/modifier'],
  ['public String toString() { return null; }', 'class/missing-override'],
  ['@IsTest class T { }', 'class/annotation'],
  ['@ReadOnly void f() { }', 'class/annotation'],
  ['void h(Double x) { } void f(Decimal d) { h(d); }', 'name/unknown-method'],
  ['class I { I(Double x) { } } I f(Decimal d) { return new I(d); }', 'name/unknown-constructor'],
  ['void h(Object x) { } void h(String y) { } void f() { h(null); }', 'name/ambiguous-method'],
  [
    'void h(Object x, Integer i) { } void h(String y, Integer i) { } void f() { h(null, 1); }',
    'name/ambiguous-method',
  ],
  ['class I { I(Object x) { } I(String y) { } } I f() { return new I(null); }', 'name/ambiguous-method'],
  ['static testMethod void f() { }', 'class/annotation'],
];

const ACCEPTED: readonly string[] = [
  "void f(Account a) { for (Contact c : a.getSObjects('Contacts')); for (Contact c : Database.query('x')); }",
  'Decimal f(Decimal d, Long l) { return Math.max(0, d) + Math.min(l, d) + Math.atan2(d, 1); }',
  'void f(Decimal d) { Double a = d; new List<Double>().add(d); new Map<String, Double>().put(null, d); }',
  'void h(Object x, Long i) { } void h(String y, Integer i) { } void f() { h(null, 1); }',
  'void h(Double x, Double y) { } void h(Decimal x, Decimal y) { } void f(Decimal d) { h(1, d); }',
  'void f() { for (Object o : new List<Account>()); for (Account a : (List<Account>) new List<SObject>()); }',
  'void f() { List<Account> a = new List<SObject>(); Map<String, String> m = new Map<String, Id>(); }',
  'void f() { Map<Id, SObject> m = new Map<Id, Account>(); m.putAll(new Map<Id, Account>()); }',
  'Integer[][] f() { return new Integer[][]{ new Integer[]{ 1 }, new List<Integer>(), null }; }',
  'void f() { Integer i = -2147483647 - 1; }',
  'void f() { String s = (1).format(); Integer i = 1.5.intValue(); Integer n = 5L.intValue(); }',
  'void f() { (g()); } void g() { }',
  'void f() { for (Integer i = 0; i < 3; i++); while (false); }',
  'Integer f() { do { return 1; } while (true); }',
  'Integer a = this.b; Integer b = 1;',
  'Integer a = c.size(); List<Integer> c;',
  'void date() { } void format() { } void sort() { } void get() { } void set() { }',
  'Integer offset; Integer count; Integer type; Integer test; Integer page;',
  'abstract class I { protected abstract void f(); }',
  'public override String toString() { return null; }',
];

const refused = [
  ...STATEMENTS.map(([source, code]) => [`void run() { ${source} }`, code] as const),
  ...MEMBERS,
];
const project = new TemporaryProject({});
const found = new Map<string, string[]>();
before(() => {
  [...refused.map(([source]) => source), ...ACCEPTED].forEach((source, index) =>
    project.addClass(`Case${index}`, `public class Case${index} { ${source} }`),
  );
  for (const { file, code } of build({ project: project.root, cache: null }).diagnostics) {
    const name = /(\w+)\.cls$/.exec(file)?.[1] ?? file;
    found.set(name, [...(found.get(name) ?? []), code]);
  }
});
after(() => project.remove());

refused.forEach(([source, code], index) => {
  test(`refused: ${source}`, () =>
    assert.ok(found.get(`Case${index}`)?.includes(code), String(found.get(`Case${index}`))));
});
ACCEPTED.forEach((source, index) => {
  test(`accepted: ${source}`, () => assert.equal(found.get(`Case${refused.length + index}`), undefined));
});
