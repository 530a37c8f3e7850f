import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue } from '../../src/platform/catalogue.ts';
import { platformTypes } from '../../src/platform/types.ts';
import { describe } from '../../src/types/make.ts';
import type { ClassSymbol } from '../../src/types/symbols.ts';

const catalogue = new Catalogue({
  isVirtual: (name) => name === 'System.Exception' || name === 'System.Comparable',
});
const find = (name: string): ClassSymbol => {
  const symbol = catalogue.find(name);
  assert.ok(symbol, name);
  return symbol;
};
const keysOf = (symbol: ClassSymbol, name: string) =>
  (symbol.methods.get(name) ?? []).map((each) => each.jsName);

test('every class of every namespace can be read', () => {
  for (const namespace of ['System', 'Schema', 'Database', 'Messaging', 'EventBus', 'Auth']) {
    assert.ok(catalogue.names(namespace).length > 3, namespace);
  }
  const read = (symbol: ClassSymbol): number => {
    const types = [
      symbol.superType,
      ...symbol.interfaces,
      ...[...symbol.fields.values()].map((each) => each.type),
    ];
    const methods = [...symbol.methods.values(), symbol.constructors].flat();
    types.push(
      ...methods.flatMap((each) => [each.returnType, ...each.parameters.map((parameter) => parameter.type)]),
    );
    for (const type of types) if (type) assert.doesNotMatch(describe(type), /\$|Internal|nawforce/);
    return 1 + [...symbol.inner.values()].reduce((sum, each) => sum + read(each), 0);
  };
  const names = catalogue
    .namespaces()
    .flatMap((each) => catalogue.names(each).map((name) => `${each}.${name}`));
  assert.ok(names.reduce((sum, each) => sum + read(find(each)), 0) > 1600);
});

test('names are found in any case and keep the platform spelling', () => {
  assert.equal(find('dom.xmlnode').fullName, 'Dom.XmlNode');
  assert.equal(find('EVENTBUS.testbroker').fullName, 'EventBus.TestBroker');
  assert.equal(find('database.dmloptions.emailheader').fullName, 'Database.DMLOptions.EmailHeader');
  assert.equal(find('Database.DMLOptions').inner.get('emailheader')!.outer, find('Database.DMLOptions'));
  assert.equal(catalogue.find('System.Nothing'), null);
  assert.equal(catalogue.namespace('schema'), 'Schema');
  assert.equal(catalogue.namespace('internal'), null);
});

test('methods have the keys of the library', () => {
  assert.deepEqual(keysOf(find('System.String'), 'substring'), [
    'substring(Integer)',
    'substring(Integer,Integer)',
  ]);
  assert.deepEqual(keysOf(find('System.Map'), 'put'), ['put(K,V)']);
  assert.deepEqual(keysOf(find('System.List'), 'clone'), ['clone()']);
  assert.ok(keysOf(find('System.Database'), 'insert').includes('insert(List<SObject>,AccessLevel)'));
  assert.deepEqual(
    find('System.HttpRequest').constructors.map((each) => each.jsName),
    ['()'],
  );
});

test('classes that a project extends are called by name and number of parameters', () => {
  assert.deepEqual(keysOf(find('System.Comparable'), 'compareto'), ['compareto/1']);
  assert.deepEqual(keysOf(find('System.Exception'), 'getmessage'), ['getmessage/0']);
  assert.equal(find('System.Exception').isAbstract, true);
  assert.equal(find('System.HttpRequest').isVirtual, false);
});

test('type parameters, super types and interfaces', () => {
  const list = find('System.List');
  assert.deepEqual(list.typeParameters, ['T']);
  assert.deepEqual(list.interfaces.map(describe), ['Iterable<T>']);
  assert.equal(describe(find('System.DmlException').superType!), 'Exception');
  assert.equal(describe(find('System.Collator').interfaces[0]!), 'Comparator<String>');
  const query = find('System.Database').methods.get('query')!;
  assert.equal(describe(query[0]!.returnType), 'List<SObject>');
});

test('enums have their constants in the platform order', () => {
  assert.equal(find('System.TriggerOperation').kind, 'enum');
  assert.equal(find('System.TriggerOperation').enumConstants.indexOf('AFTER_INSERT'), 3);
  assert.equal(find('System.StatusCode').fields.size, 0);
  assert.ok(find('Schema.DisplayType').enumConstants.includes('PICKLIST'));
});

test('the constants that are put in order are those of the jar', () => {
  for (const name of ['LoggingLevel', 'TriggerOperation', 'RoundingMode', 'AccessType']) {
    const constants = find(`System.${name}`).enumConstants;
    assert.equal(new Set(constants).size, constants.length, name);
    assert.ok(constants.length >= 4, name);
  }
});

test('the runtime finds types by full and by bare name', () => {
  const types = platformTypes(catalogue);
  assert.equal(types.find('HttpRequest')!.fullName, 'System.HttpRequest');
  assert.equal(types.find('System.DmlException')!.superType, 'System.Exception');
  assert.equal(types.find('System.Collator')!.interfaces.length, 1);
  assert.equal(types.find('Schema.DisplayType')!.kind, 'enum');
  assert.equal(types.find('Nothing'), null);
});
