import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LibraryIndex } from '../../src/types/library-index.ts';
import { Catalogue } from '../../src/platform/catalogue.ts';

test('two classes of one name are refused', () => {
  assert.throws(
    () => new LibraryIndex([{ name: 'System.Url' }, { name: 'System.URL' }]),
    /two classes System.URL/,
  );
});

test('what is supported is asked by key', () => {
  const index = new LibraryIndex([
    {
      name: 'System.Date',
      statics: { 'today()': () => null },
      methods: { 'day()': () => 1 },
      constructors: { '()': () => null },
    },
    { name: 'System.RestContext', staticProperties: { request: { get: () => null } } },
    { name: 'System.Callable', virtual: true },
  ]);
  const catalogue = new Catalogue({ isVirtual: (name) => index.isVirtual(name) });
  const supported = (owner: string, name: string) =>
    index.hasMethod(catalogue.find(owner)!.methods.get(name.toLowerCase())![0]!);
  assert.equal(supported('System.Date', 'today'), true);
  assert.equal(supported('System.Date', 'day'), true);
  assert.equal(supported('System.Date', 'month'), false);
  assert.equal(supported('System.Callable', 'call'), true);
  assert.equal(supported('System.Time', 'hour'), false);
  const field = (name: string) => index.hasField(catalogue.find('System.RestContext')!.fields.get(name)!);
  assert.deepEqual([field('request'), field('response')], [true, false]);
  assert.deepEqual(
    ['System.List', 'system.date', 'System.Http'].map((each) => index.hasType(each)),
    [true, true, false],
  );
});
