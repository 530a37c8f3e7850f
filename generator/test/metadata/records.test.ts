import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { billingEndpointFiles } from '../../src/emit/metadata/records/billing-endpoints.ts';
import { billingValueMapFiles } from '../../src/emit/metadata/records/billing-value-maps.ts';
import type { SystemModel } from '../../src/model/model.ts';
import { operation, profile, resource, system, valueMap } from '../support/model.ts';
import { emitted, sampleModel, textOf } from './sample.ts';

interface Entry {
  readonly field: string;
  readonly value: string | { readonly '#text'?: string; readonly '@_xsi:type'?: string };
}

/** Fields and values as a parser with its usual settings reads them, which trims. */
function valuesOf(xml: string): Record<string, string | undefined> {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
  const { CustomMetadata } = parser.parse(xml) as { CustomMetadata: { values: Entry[] } };
  return Object.fromEntries(
    CustomMetadata.values.map(({ field, value }) => [
      field,
      typeof value === 'string' ? value : value['#text'],
    ]),
  );
}

const small = (over: Partial<SystemModel> = {}): SystemModel =>
  system('small', 'Sml', { profile: profile([]), types: [], ...over });

test('a system is found by its key', () => {
  const xml = textOf(emitted(), 'meter/customMetadata/BillingSystem.meter.md-meta.xml');
  assert.deepEqual(valuesOf(xml), { ApexClass__c: 'MtrSystem', Prefix__c: 'Mtr' });
  assert.match(xml, /<label>Meter<\/label>\s*<protected>true<\/protected>/);
});

test('each operation is a record, in the folder of its system', () => {
  const xml = textOf(emitted(), 'meter/customMetadata/BillingEndpoint.Mtr_Customer_create.md-meta.xml');
  assert.deepEqual(valuesOf(xml), {
    System__c: 'meter',
    Operation__c: 'Customer.create',
    Method__c: 'POST',
    Path__c: '/v1/customers',
    Mark__c: 'documented',
    Sources__c: 'T1',
  });
});

test('sources are cut to the length of their field', () => {
  const mark = { status: 'inferred', sources: ['a reason in a few words; '.repeat(20)] } as const;
  const at = small({
    profile: profile([resource('Bill', [operation('read', 'GET', '/bills/{id}', { mark })])]),
  });
  const [file] = billingEndpointFiles(at);
  assert.ok((valuesOf(file?.content ?? '')['Sources__c']?.length ?? 0) <= 255);
});

test('a value map says what becomes of unknown values', () => {
  const { ToSalesforce__c, ToBilling__c, IgnoreCase__c } = valuesOf(
    textOf(emitted(), 'BillingValueMap.Mtr_country.md-meta.xml'),
  );
  assert.deepEqual([ToSalesforce__c, ToBilling__c, IgnoreCase__c], ['use:Other', 'same', 'true']);
});

const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text);

test('the rows of a value map survive an XML parser', () => {
  const rows = fc.array(fc.tuple(word, word, fc.array(word, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(rows, (all) => {
      const table = all.map(([billing, salesforce, also]) => [billing, salesforce, ...also] as const);
      const [file] = billingValueMapFiles(small({ valueMaps: [valueMap('words', table)] }));
      const text = valuesOf(file?.content ?? '')['Rows__c'] ?? '';
      assert.deepEqual(
        text.split('\n').map((line) => line.split('\t')),
        table,
      );
    }),
  );
});

test('the same model gives the same bytes', () => {
  const again = structuredClone(sampleModel);
  assert.deepEqual(emitted(again), emitted());
});
