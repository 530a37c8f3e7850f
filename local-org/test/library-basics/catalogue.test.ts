import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue } from '../../src/platform/catalogue.ts';
import { allClasses } from './support.ts';

const catalogue = new Catalogue();

for (const library of allClasses) {
  test(`the catalogue has every method of ${library.name}`, () => {
    const symbol = catalogue.find(library.name);
    assert.ok(symbol, `${library.name} is not in the catalogue`);
    const methods = [...symbol.methods.values()].flat();
    const keys = (isStatic: boolean): Set<string> =>
      new Set(methods.filter((each) => each.isStatic === isStatic).map((each) => each.jsName));
    const unknown = (own: object | undefined, known: ReadonlySet<string>): string[] =>
      Object.keys(own ?? {}).filter((key) => !known.has(key));
    assert.deepEqual(unknown(library.statics, keys(true)), []);
    assert.deepEqual(unknown(library.methods, keys(false)), []);
    const properties = new Set([...symbol.fields.values()].map((each) => each.name));
    assert.deepEqual(unknown(library.staticProperties, properties), []);
    assert.deepEqual(unknown(library.properties, properties), []);
  });
}
