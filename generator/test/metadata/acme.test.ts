/** A whole made-up system through reader and emitters, so that nothing about a real vendor is baked in. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import type { EmittedFile } from '../../src/emit/emitted-file.ts';
import { readMappings } from '../../src/read/index.ts';
import { emitted, textOf } from './sample.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = 'force-app/main/generated';
let files: EmittedFile[] = [];

before(() => {
  files = emitted(readMappings({ root, mappingsDir: 'generator/test/fixtures/acme/mappings' }).model);
});

test('each file is well-formed and has a component and a path of its own', () => {
  assert.ok(files.length > 50);
  for (const { path, content } of files) assert.equal(XMLValidator.validate(content), true, path);
  const components = files.map(({ component }) => `${component?.type}:${component?.name}`);
  assert.equal(new Set(components).size, files.length);
  assert.equal(new Set(files.map(({ path }) => path.toLowerCase())).size, files.length);
});

test('a system has records only; all else is of core', () => {
  const own = files.filter(({ path }) => path.startsWith(`${folder}/acme/`));
  assert.ok(own.length > 10);
  for (const { path } of own)
    assert.match(path, /\/acme\/customMetadata\/Billing(System|Endpoint|ValueMap)\./);
  for (const { path } of files.filter((file) => !own.includes(file)))
    assert.match(path, /\/generated\/core\//);
});

test('an operation of the system is a record in its words', () => {
  const record = textOf(files, 'acme/customMetadata/BillingEndpoint.Acm_Customer_create.md-meta.xml');
  assert.match(record, /<label>Customer\.create<\/label>/);
  assert.match(record, /<field>System__c<\/field>\s*<value xsi:type="xsd:string">acme</);
});
