/** The model of the made-up system, word for word. `UPDATE_GOLDEN=1` writes it anew; read the difference first. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMappings } from '../../src/read/index.ts';
import { jsonText, type Json } from '../../src/text/json.ts';
import { acmeDir, root } from './acme.ts';

const golden = join(import.meta.dirname, 'golden/acme.json');
const twoSystemsDir = 'generator/test/fixtures/two-systems/mappings';

test('the model of Acme is what its mappings say', () => {
  const { model, diagnostics } = readMappings({ root, mappingsDir: acmeDir });
  assert.deepEqual(diagnostics, []);
  // Going through JSON shows that the model is plain data: nothing is lost.
  const plain = JSON.parse(JSON.stringify(model)) as Json;
  assert.deepEqual(plain, model);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, jsonText(plain));
  assert.equal(jsonText(plain), readFileSync(golden, 'utf8'));
});

test('reading twice gives the same text', () => {
  const text = () => JSON.stringify(readMappings({ root, mappingsDir: acmeDir }));
  assert.equal(text(), text());
});

test('two systems are read at once, each with its own types and maps', () => {
  const { model, diagnostics } = readMappings({ root, mappingsDir: twoSystemsDir });
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    model.systems.map(({ name, types, valueMaps }) => [
      name,
      types.map((type) => type.name),
      valueMaps.flatMap(({ rows }) => rows.map(({ billing }) => billing)),
    ]),
    [
      ['north', ['Customer', 'CustomerState'], ['open', 'closed']],
      ['south', ['Customer', 'CustomerState'], ['OPEN', 'SHUT']],
    ],
  );
});

test('only the systems that are asked for are read, and core always', () => {
  const { model } = readMappings({ root, mappingsDir: twoSystemsDir, systems: ['south'] });
  assert.deepEqual(
    model.systems.map(({ name }) => name),
    ['south'],
  );
  assert.deepEqual(
    model.core.objects.map(({ name }) => name),
    ['BillingConnection__c'],
  );
});
