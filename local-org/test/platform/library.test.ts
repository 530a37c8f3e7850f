import assert from 'node:assert/strict';
import { test } from 'node:test';
import { library } from '../../src/library/index.ts';
import { Catalogue } from '../../src/platform/catalogue.ts';

const catalogue = new Catalogue();

/** Keys of the library that the platform has no method for. */
function unknown(own: object | undefined, known: ReadonlySet<string>): string[] {
  return Object.keys(own ?? {}).filter((key) => !known.has(key));
}

for (const declared of library) {
  test(`the platform has all that the library declares of ${declared.name}`, () => {
    const symbol = catalogue.find(declared.name);
    assert.ok(symbol, `${declared.name} is not in the catalogue`);
    const methods = [...symbol.methods.values()].flat();
    const instance = new Set(methods.map((method) => method.jsName));
    const constructors = new Set(symbol.constructors.map((method) => method.jsName));
    const fields = new Set([...symbol.fields.values()].map((field) => field.name.toLowerCase()));
    const lower = (names: object | undefined): object =>
      Object.fromEntries(Object.keys(names ?? {}).map((name) => [name.toLowerCase(), true]));
    assert.deepEqual(unknown(declared.statics, instance), []);
    assert.deepEqual(unknown(declared.methods, instance), []);
    assert.deepEqual(unknown(declared.constructors, constructors), []);
    assert.deepEqual(unknown(lower(declared.properties), fields), []);
    assert.deepEqual(unknown(lower(declared.staticProperties), fields), []);
  });
}
