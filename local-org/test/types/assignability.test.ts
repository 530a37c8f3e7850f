import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NULL } from '../../src/types/make.ts';
import type { MethodSymbol } from '../../src/types/symbols.ts';
import { build } from './support.ts';

const { world, type } = build([
  'public interface Shape {}',
  'public virtual class Base implements Shape {}',
  'public class Sub extends Base {}',
  'public class Uses { void run(Integer a) {} void run(Decimal a) {} void run(Object a) {}' +
    ' void pick(Base b) {} void pick(Shape s) {} void pick(Object o) {}' +
    ' void two(Integer a, Object b) {} void two(Object a, Integer b) {}' +
    ' void text(Id i) {} void text(String s) {} void rows(List<SObject> l) {} void rows(SObject s) {}}',
]);

test('assignment without a cast', () => {
  const fits = [
    'Integer to Decimal',
    'Long to Double',
    'Decimal to Double',
    'Id to String',
    'String to Id',
    'Date to Datetime',
    'Account to SObject',
    'Sub to Shape',
    'List<Sub> to List<Base>',
    'List<SObject> to List<Account>',
    'List<Account> to List<SObject>',
    'Map<Id,Account> to Map<Id,SObject>',
    'Set<String> to Iterable<String>',
    'List<Sub> to Iterable<Shape>',
    'Blob to Object',
    'List<Integer> to Object',
    'List<String> to List<Object>',
    'Map<String,String> to Map<String,Object>',
  ];
  const fitsNot = [
    'Decimal to Integer',
    'Long to Integer',
    'SObject to Account',
    'Account to Contact',
    'Base to Sub',
    'Blob to String',
    'Object to String',
    'List<Account> to List<Contact>',
    'Set<String> to Set<Object>',
    'List<Integer> to List<Decimal>',
    'Datetime to Date',
    'String to Integer',
    'List<String> to Set<String>',
  ];
  const check = (pair: string) => {
    const [from = '', to = ''] = pair.split(' to ');
    return world.isAssignable(type(from), type(to));
  };
  assert.deepEqual(
    fits.filter((pair) => !check(pair)),
    [],
  );
  assert.deepEqual(fitsNot.filter(check), []);
});

test('casts that may succeed', () => {
  assert.ok(world.isCastable(type('Object'), type('Integer')));
  assert.ok(world.isCastable(type('SObject'), type('Account')));
  assert.ok(world.isCastable(type('Base'), type('Sub')));
  assert.ok(!world.isCastable(type('Account'), type('Contact')));
  assert.ok(!world.isCastable(type('String'), type('Integer')));
});

test('the nearest overload is chosen', () => {
  const choose = (name: string, ...types: readonly string[]) => {
    const args = types.map((each) => (each === 'null' ? NULL : type(each)));
    const found: MethodSymbol | string = world.chooseOverload(world.methods(type('Uses'), name, null), args);
    return typeof found === 'string' ? found : found.jsName;
  };
  assert.equal(choose('run', 'Integer'), 'run(integer)');
  assert.equal(choose('run', 'Long'), 'run(decimal)');
  assert.equal(choose('run', 'String'), 'run(object)');
  assert.equal(choose('run', 'null'), 'ambiguous');
  assert.equal(choose('pick', 'Sub'), 'pick(base)');
  assert.equal(choose('pick', 'null'), 'ambiguous');
  assert.equal(choose('two', 'Integer', 'Integer'), 'ambiguous');
  assert.equal(choose('text', 'String'), 'text(string)');
  assert.equal(choose('rows', 'List<Account>'), 'rows(list<sobject>)');
  assert.equal(choose('rows', 'Integer'), 'none');
});
