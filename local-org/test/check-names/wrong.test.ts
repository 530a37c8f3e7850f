import assert from 'node:assert/strict';
import test from 'node:test';
import { check, checkBodyText } from './harness.ts';
import { OTHERS } from './others.ts';

const MEMBERS = `
  String text; static Integer total; final Integer fixed = 1;
  static final Integer CONSTANT = 1;
  class Part { Integer n; }
`;

/** A snippet with `^` in front of the place that the one diagnostic names; its code; a part of its message. */
type Row = readonly [snippet: string, code: string, message: string, suggestion?: string];

const WRONG: readonly Row[] = [
  // names
  ['Integer i = ^nothing;', 'name/unknown-variable', 'Variable does not exist: nothing.'],
  ['String s = ^tex;', 'name/unknown-variable', 'tex', 'text'],
  ['Integer i = ^Nothing.here.more;', 'name/unknown-variable', 'Nothing'],
  ['Object o = ^Animal;', 'name/not-a-value', "'Animal' is a type"],
  ['Object o = ^System.Json;', 'name/not-a-value', "'System.Json' is a type"],
  ['Object o = ^ConnectApi;', 'name/not-a-value', 'namespace'],
  ['Object o = ConnectApi.^Nothing;', 'name/unknown-type', 'ConnectApi'],
  ['Integer i = Animal.^LEG;', 'name/unknown-field', 'LEG', 'LEGS'],
  ['Object o = Animal.Season.^SPRIN;', 'name/unknown-field', 'SPRIN', 'SPRING'],
  ['Object o = Animal.^Hidden.x;', 'name/not-visible', 'Animal.Hidden is private'],
  ['Integer i = Animal.^age;', 'name/static-context', 'Animal.age is not static'],
  [
    'new Animal().^LEGS;'.replace('new', 'Integer i = new'),
    'name/static-through-instance',
    'LEGS',
    'Animal.LEGS',
  ],
  ['Integer i = new Animal().^nme;', 'name/unknown-field', 'nme', 'name'],
  ['Integer i = new Animal().^secret;', 'name/not-visible', 'Animal.secret is private'],
  ['Integer i = new Animal().^inherited;', 'name/not-visible', 'protected'],
  ['Integer i = new Animal().^visibleInTests;', 'name/not-visible', 'private'],
  ['Integer i = new Animal().^writeOnly;', 'name/not-readable', 'no getter'],
  ['Integer i = 5; i.^foo = 1;', 'name/unknown-field', 'Integer has no field'],
  ['Object o = null.^foo;'.replace('null', 'text'), 'name/unknown-field', 'String has no field'],
  ['Object o = ^Animal?.LEGS;', 'name/safe-navigation', 'never null'],
  // calls
  ['^nothing(1);', 'name/unknown-method', 'Main has no method nothing(Integer).'],
  ['text.^lenght();', 'name/unknown-method', 'String has no method lenght().', 'length'],
  [
    "text.^substring('a', 1);",
    'name/unknown-method',
    'substring(String, Integer)',
    'substring(Integer, Integer)',
  ],
  ['Animal.^made(1);', 'name/unknown-method', 'Animal has no method made(Integer).', 'make'],
  ['Animal.^speak();', 'name/static-context', 'Animal.speak is not static'],
  ["new Animal().^make('x');", 'name/static-through-instance', 'make', 'Animal.make(...)'],
  ['new Animal().^hidden();', 'name/not-visible', 'private'],
  ['new Animal().^both(1, 1);', 'name/ambiguous-method', 'both(Integer, Integer)'],
  ['new Animal().speak().^foo();', 'name/unknown-method', 'String has no method foo()'],
  ['new Animal().speak(^oops).length();', 'name/unknown-variable', 'oops'],
  ['^oops.foo(1).bar();', 'name/unknown-variable', 'oops'],
  [
    'Crypto.^getRandomInteger();',
    'unsupported/method',
    'The local org does not support Crypto.getRandomInteger() yet.',
  ],
  [
    'List<String> l; l.^add(5, 5);',
    'name/unknown-method',
    'List<String> has no method add(Integer, Integer)',
  ],
  ['super.^speak();', 'name/unknown-method', 'speak'],
  ['^this(1);', 'class/constructor-call', 'first statement'],
  ['^super();', 'class/constructor-call', 'first statement'],
  ['Object o = ^super;', 'name/super-value', 'super'],
  ['System.^nothing();', 'name/unknown-method', 'nothing()'],
  ['^ConnectApi.foo();', 'name/not-a-value', 'namespace'],
  ['^Trigger.foo();', 'name/not-a-value', 'Trigger'],
  // records
  ['Account a; a.^Nam = null;', 'name/unknown-field', "Account has no field 'Nam'", 'Name'],
  ['Account a; Object o = a.Owner.^Nothing__c;', 'name/unknown-field', 'Nothing__c'],
  ['Account a; a.^CreatedDate = null;', 'type/not-writeable', 'Account.CreatedDate'],
  ['Invoice__c i; i.^Double__c = 1;', 'type/not-writeable', 'Invoice__c.Double__c'],
  ['Invoice__c i; i.^Name = null;', 'type/not-writeable', 'Invoice__c.Name'],
  ['Account a; a.^Contacts = null;', 'type/not-writeable', 'Contacts'],
  ['SObject s; Object o = s.^Name;', 'name/generic-record-field', 'SObject'],
  ['AggregateResult r; Object o = r.^n;', 'name/aggregate-field', 'AggregateResult', "get('n')"],
  ['Object o = Account.^Nam;', 'name/unknown-field', "Account has no field 'Nam'", 'Name'],
  ['Object o = Account.^Owner;', 'name/relationship-token', 'Owner', 'Account.OwnerId'],
  ['Object o = SObjectType.^Acount;', 'name/unknown-field', 'Acount'],
  ['Object o = SObjectType.Account.fields.^Nam;', 'name/unknown-field', 'Nam', 'Name'],
  ['Object o = SObjectType.Invoice__c.fieldSets.^Shor;', 'name/unknown-field', 'field set', 'Short'],
  ['String s = Label.^Greetin;', 'name/unknown-label', 'Greetin', 'Greeting'],
  ['Object o = Trigger.^isInser;', 'name/unknown-field', 'isInser', 'isInsert'],
  ['^ConnectApi.Nonsense o;', 'unsupported/type', 'ConnectApi.Nonsense'],
  ['Object o = Page.^Home;', 'name/unknown-page', 'Home'],
  // assignment
  ['^CONSTANT = 2;', 'type/final', 'CONSTANT'],
  ['^fixed = 2;', 'type/final', 'fixed'],
  ['new Animal().^tag = null;', 'type/final', 'tag'],
  ['final Integer i = 1; ^i = 2;', 'type/final', "'i'"],
  ['new Animal().^age = 1;', 'name/not-visible', 'setter'],
  ['new Animal().^fixed = 1;', 'type/read-only', 'no setter'],
  ['^this = null;', 'type/not-assignable', 'variable'],
  ['^Animal.make(null) = null;', 'type/not-assignable', 'variable'],
  ['Animal a; ^a?.name = null;', 'type/not-assignable', "'?.'"],
  ["String s = 'a'; ^s[0] = null;", 'type/not-a-list', 'String'],
  ["List<String> l; l[^'a'] = null;", 'type/mismatch', 'Integer'],
  // new
  ['new ^Shape(1);', 'class/abstract-new', 'abstract'],
  ['new ^Named();', 'class/abstract-new', 'interface'],
  ['new ^Nowhere();', 'name/unknown-type', 'Nowhere'],
  [
    '^new Animal(true);',
    'name/unknown-constructor',
    'Animal has no constructor Animal(Boolean).',
    'Animal(String)',
  ],
  ['^new Plain(1);', 'name/unknown-constructor', 'Plain(Integer)'],
  ['^new Animal(1);', 'name/not-visible', 'private'],
  ['new ^Animal.Hidden();', 'name/not-visible', 'private'],
  ['new ^Animal.Season();', 'type/not-constructible', 'Season'],
  ['new ^String();', 'type/not-constructible', 'String'],
  ['new ^SObject();', 'type/not-constructible', 'SObject'],
  ['new Account(^Nam = null);', 'name/unknown-field', 'Nam', 'Name'],
  ['new Account(Name = ^5);', 'type/mismatch', 'Integer'],
  ['new Account(^CreatedById = null);', 'type/not-writeable', 'CreatedById'],
  ["new Account(Name = 'a', ^name = 'b');", 'name/duplicate', 'name'],
  ['new ^Animal(name = null);', 'type/not-constructible', 'Animal'],
  ['Object o = new List<Integer>{ 1, ^text };', 'type/mismatch', 'String'],
  ['Object o = new Map<String, Integer>{ ^1 => 1 };', 'type/mismatch', 'Integer'],
  ["Object o = new ^List<Integer>{ 'a' => 1 };", 'type/not-a-collection', 'List<Integer>'],
  ["Object o = new Integer[^'a'];", 'type/mismatch', 'String'],
  // queries
  ['Object o = [SELECT Id FROM ^Acount];', 'soql/unknown-object', 'Acount'],
  ['Object o = [SELECT Id FROM Account WHERE Name = :^oops];', 'name/unknown-variable', 'oops'],
  ['Object o = [SELECT Name FROM Account].^Nam;', 'name/unknown-field', 'Nam', 'Name'],
  ['Contact c = ^[SELECT Id FROM Account];', 'type/mismatch', 'Account'],
  ['Object o = [FIND :^oops RETURNING Account];', 'name/unknown-variable', 'oops'],
  ['Object o = [FIND :text RETURNING ^Acount];', 'soql/unknown-object', 'Acount'],
];

for (const [snippet, code, message, suggestion] of WRONG) {
  test(`${code}: ${snippet}`, () => {
    const column = snippet.indexOf('^') + 1;
    const { diagnostics } = checkBodyText(snippet.replace('^', ''), MEMBERS, OTHERS);
    const line = MEMBERS.split('\n').length + 3;
    const found = diagnostics.map(({ span, ...each }) => `${span.line}:${span.column} ${each.code}`);
    const texts = diagnostics.map((each) => `${each.message} ${each.suggestion ?? ''}`).join('\n');
    assert.deepEqual(found, [`${line}:${column} ${code}`], texts);
    assert.match(diagnostics[0]!.message, new RegExp(escaped(message)));
    if (suggestion !== undefined)
      assert.match(diagnostics[0]!.suggestion ?? '', new RegExp(escaped(suggestion)));
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whole classes, with `^` again. */
const CLASSES: readonly (readonly [string, string, string])[] = [
  ['public class Main { Integer a; static void f() { ^a = 1; } }', 'name/static-context', "'a'"],
  ['public class Main { void g() {} static void f() { ^g(); } }', 'name/static-context', "'g'"],
  ['public class Main { static void f() { Object o = ^this; } }', 'name/static-context', "'this'"],
  ['public class Main { Integer a; class In { void f() { ^a = 1; } } }', 'name/static-context', 'Main'],
  ['public class Main { void a() {} class In { void f() { ^a(); } } }', 'name/static-context', 'Main'],
  [
    'public class Main extends Shape { Main() { super(^oops); } Integer area() { return 1; } }',
    'name/unknown-variable',
    'oops',
  ],
  [
    'public class Main extends Shape { Main() { ^super(null, 1); } }',
    'name/unknown-constructor',
    'Shape(null, Integer)',
  ],
  [
    'public class Main extends Shape { Main() { super(1); } void f() { super.^area(); } }',
    'class/abstract-call',
    'area',
  ],
  ['public class Main { Main() { ^super(1); } }', 'name/unknown-constructor', 'super()'],
  ['public class Main { Main() { ^this(); } }', 'class/constructor-call', 'itself'],
  ['public class Main { final Integer a; Main() { a = 1; } void f() { ^a = 2; } }', 'type/final', 'a'],
  [
    'public class Main extends Animal { void f() { name = tag; inherited = ^secret; } }',
    'name/not-visible',
    'secret',
  ],
];

for (const [text, code, message] of CLASSES) {
  test(`${code}: ${text}`, () => {
    const { diagnostics } = check([text.replace('^', ''), ...OTHERS]);
    const found = diagnostics.map(({ span, ...each }) => `${span.line}:${span.column} ${each.code}`);
    const texts = diagnostics.map((each) => each.message).join('\n');
    assert.deepEqual(found, [`1:${text.indexOf('^') + 1} ${code}`], texts);
    assert.match(texts, new RegExp(escaped(message)));
  });
}

test('WITH SECURITY_ENFORCED is gone from version 67 on', () => {
  const body = 'Object o = [SELECT Id FROM Account WITH SECURITY_ENFORCED];';
  assert.deepEqual(checkBodyText(body, '', [], 66).diagnostics, []);
  const { diagnostics } = checkBodyText(body, '', [], 67);
  assert.deepEqual(
    diagnostics.map((each) => each.code),
    ['soql/security-enforced'],
  );
});
