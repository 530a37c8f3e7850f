import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PRINCIPAL_OBJECT } from '../../src/schema/credential-principal.ts';
import { Features } from '../../src/schema/features.ts';
import { fieldOfWords } from '../../src/schema/standard/field-words.ts';
import { StandardJar } from '../../src/schema/standard/jar.ts';
import { StandardObjects, type StandardObjectData } from '../../src/schema/standard/standard-objects.ts';

const FOLDER = join(import.meta.dirname, '../../src/schema/standard');
/** What records refer to by name although Apex knows no object of that name. */
const NO_OBJECTS: ReadonlySet<string> = new Set([PRINCIPAL_OBJECT]);
const jar = new StandardJar();
const files = readdirSync(join(FOLDER, 'data'));

test('every data file is of an object of the jar, and so is each of its fields, parents and children', () => {
  assert.ok(files.length > 60);
  for (const file of files) {
    const name = file.replace('.json', '');
    const data = JSON.parse(readFileSync(join(FOLDER, 'data', file), 'utf8')) as StandardObjectData;
    const object = jar.object(name);
    assert.ok(object, name);
    const fields = new Map(object.fields.map((field) => [field.name, field.type]));
    const named = [...Object.keys(data.fields), ...(data.absent ?? []), ...Object.keys(data.labels ?? {})];
    for (const field of named) assert.ok(fields.has(field), `${name}.${field}`);
    for (const [field, words] of Object.entries(data.fields)) {
      const model = fieldOfWords(field, words);
      const type = fields.get(field) === 'SObject' ? 'Id' : fields.get(field);
      assert.equal(model.apexType, type, `${name}.${field}`);
      for (const target of model.reference?.to ?? [])
        assert.ok(jar.object(target) ?? NO_OBJECTS.has(target), `${name}.${field}: ${target}`);
    }
    for (const [relationship, field] of Object.entries(data.children ?? {})) {
      const child = object.children.get(relationship);
      assert.ok(child, `${name}.${relationship}`);
      assert.ok(
        jar.object(child)?.fields.some((one) => one.name === field),
        `${child}.${field}`,
      );
    }
  }
});

test('key prefixes are of objects of the jar, three characters long and unique', () => {
  const prefixes = new StandardObjects(new Features(['MultiCurrency'])).keyPrefixes();
  assert.equal(new Set(prefixes.values()).size, prefixes.size);
  for (const [name, prefix] of prefixes) assert.match(prefix, /^[A-Za-z0-9]{3}$/, name);
  const known = JSON.parse(readFileSync(join(FOLDER, 'key-prefixes.json'), 'utf8')) as Record<string, string>;
  for (const name of Object.keys(known)) assert.ok(jar.object(name), name);
});

test('every object of the jar can be read', () => {
  const objects = new StandardObjects(new Features([]));
  for (const name of objects.names()) {
    const draft = objects.draft(name, '000');
    if (name !== 'AggregateResult') assert.ok(draft.fields.size > 0, name);
  }
});

test('fields of features are there when the org has the feature', () => {
  const fields = (object: string, ...features: string[]): ReadonlySet<string> =>
    new Set(new StandardObjects(new Features(features)).draft(object, '001').fields.keys());
  assert.equal(fields('Account').has('currencyisocode'), false);
  assert.equal(fields('Account', 'MultiCurrency').has('currencyisocode'), true);
  assert.equal(fields('Account').has('personemail'), false);
  assert.equal(fields('Account', 'PersonAccounts').has('personemail'), true);
  assert.equal(fields('Order').has('billingcountrycode'), false);
  assert.equal(fields('Order', 'StateAndCountryPicklist').has('billingcountrycode'), true);
});

test('the lookup of children leads to their parent', () => {
  const objects = new StandardObjects(new Features([]));
  const drafts = new Map(objects.names().map((name) => [name, objects.draft(name, '000')]));
  const wrong: string[] = [];
  for (const file of files) {
    const parent = file.replace('.json', '');
    for (const [relationship, find] of drafts.get(parent)?.children ?? []) {
      const { object, field } = find();
      const targets = drafts.get(object)?.fields.get(field.toLowerCase())?.reference?.to ?? [];
      if (!files.includes(`${object}.json`)) continue;
      if (targets.length > 0 && !targets.includes(parent) && !targets.includes('Name'))
        wrong.push(`${parent}.${relationship}: ${object}.${field} to ${targets.join()}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('a word that no data file may have is an error', () => {
  assert.throws(
    () => fieldOfWords('X', 'STRING 80 requird'),
    /Unknown word "requird" in the data of the field X/,
  );
  assert.throws(() => fieldOfWords('X', 'STRING lenght=80'), /Unknown option "lenght=80"/);
});
