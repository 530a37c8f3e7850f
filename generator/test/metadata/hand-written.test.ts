import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ComponentSet } from '@salesforce/source-deploy-retrieve';
import { componentsOfFile } from '../../src/emit/metadata/index.ts';

const folder = fileURLToPath(new URL('../../../force-app/main/default', import.meta.url));
const noText = (): string => assert.fail('the file need not be read');

test('every hand-written file is the component that Salesforce’s library takes it for', async () => {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const ours = paths.flatMap((path) =>
    componentsOfFile(path, () => readFileSync(join(folder, path), 'utf8')),
  );
  // From here on: the library takes every folder above that happens to be called lwc for one of components.
  const { Package } = await ComponentSet.fromSource(relative('', folder)).getObject();
  const theirs = Package.types.flatMap(({ name, members }) => members.map((member) => `${name}:${member}`));
  assert.deepEqual(ours.map(({ type, name }) => `${type}:${name}`).sort(), theirs.sort());
});

test('a part of an object is named after it', () => {
  const path = 'objects/Setting__c/fields/Digest__c.field-meta.xml';
  assert.deepEqual(componentsOfFile(path, noText), [{ type: 'CustomField', name: 'Setting__c.Digest__c' }]);
});

test('a file that only belongs to a component is none', () => {
  assert.deepEqual(componentsOfFile('classes/BillingSync.cls', noText), []);
});

test('a type that is not known yet is said, not left out', () => {
  assert.throws(() => componentsOfFile('bots/Helper.bot-meta.xml', noText), /no type for \.bot/);
});
