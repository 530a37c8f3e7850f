/** What a mapper is told about its mapping. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathText } from '../../src/emit/apex/path.ts';
import { isRequired, readOnlyNames, requiredRoots } from '../../src/emit/apex/required.ts';
import { rowKey, rowMembers, rowMethodNames } from '../../src/emit/apex/rows.ts';
import type { FieldType, PathModel, RowModel } from '../../src/model/model.ts';
import {
  arrayOf,
  core,
  documented,
  field,
  here,
  meterMapping,
  meterTypes,
  named,
  objectType,
  path,
  property,
  row,
  scalar,
  standardObject,
  testModel,
} from '../support/model.ts';

const [meter] = testModel().systems;
if (meter === undefined) throw new Error('The test model has a system.');
const at = (text: string): PathModel => path(meterTypes, 'Customer', text);

describe('paths', () => {
  test('narrowing and choosing are joined to their property', () => {
    assert.equal(
      pathText(at('contacts[kind=email,use=BILLS].address')),
      'contacts[kind=email,use=BILLS].address',
    );
    assert.equal(pathText(at('party(company).companyName')), 'party(kind=company).companyName');
  });

  test('special characters are encoded', () => {
    const odd: PathModel = {
      steps: [{ kind: 'property', name: 'a.b[c]=50%', of: 'Odd', type: scalar('string') }],
      type: scalar('string'),
      text: '',
      mark: documented,
      optional: false,
      readOnly: false,
      source: here(),
    };
    assert.equal(pathText(odd), 'a%2Eb%5Bc%5D%3D50%25');
  });

  test('what narrows the object itself has no name before it', () => {
    const narrowed = at('party(company).companyName');
    assert.equal(pathText({ ...narrowed, steps: narrowed.steps.slice(1) }), '(kind=company).companyName');
  });
});

describe('rows', () => {
  test('a field names its row', () => {
    const mapping = meterMapping();
    assert.deepEqual(
      mapping.rows.map((one) => rowKey(mapping, one)),
      ['Name', 'FirstName', 'LastName', 'BillingEmail__c', 'BillingStatus__c'],
    );
  });

  test('several rows of a field are told apart by their property', () => {
    const rows = [row('Name', 'salesforce', at('cycle')), row('Name', 'salesforce', at('notes'))];
    const mapping = meterMapping({ rows });
    assert.deepEqual(
      rows.map((one) => rowKey(mapping, one)),
      ['Name:cycle', 'Name:notes'],
    );
  });

  test('several rows with the same property are told apart by their path', () => {
    const rows = [
      row('Name', 'salesforce', at('contacts[kind=phone,use=BILLS].number')),
      row('Name', 'salesforce', at('contacts[kind=phone,use=NEWS].number')),
    ];
    const mapping = meterMapping({ rows });
    assert.deepEqual(
      rows.map((one) => rowKey(mapping, one)),
      ['Name:contacts[kind=phone,use=BILLS].number', 'Name:contacts[kind=phone,use=NEWS].number'],
    );
    assert.equal(new Set(rowMethodNames(mapping).values()).size, 2);
  });
});

describe('what a field can hold', () => {
  const linesOf = (type: FieldType, at: PathModel, over: Partial<RowModel> = {}): string[] => {
    const fields = [field('Made__c', type, type === 'Lookup' ? { target: 'Account' } : {})];
    const mapping = meterMapping({ rows: [row('Made__c', 'billing', at, over)] });
    const known = core({ standardObjects: [standardObject('Account', [], fields)] });
    const members = rowMembers(known, { ...meter, mappings: [mapping] }, mapping);
    return members.flat().map((text) => text.trim());
  };
  const decimal: PathModel = { ...at('cycle'), type: scalar('decimal') };

  test('text has a length', () => {
    assert.ok(linesOf('Text', at('notes')).includes('row.salesforceLength = 80;'));
    assert.ok(linesOf('LongTextArea', at('notes')).includes('row.salesforceLength = 32768;'));
    assert.ok(linesOf('Url', at('notes')).includes('row.salesforceLength = 255;'));
    assert.doesNotMatch(linesOf('Picklist', at('notes')).join('\n'), /salesforceLength/);
  });

  test('a number has digits after the point', () => {
    assert.ok(linesOf('Number', decimal).includes('row.scale = 0;'));
    assert.ok(linesOf('Currency', decimal).includes('row.scale = 2;'));
    assert.ok(linesOf('Percent', decimal).includes('row.scale = 2;'));
    assert.doesNotMatch(linesOf('Text', at('notes')).join('\n'), /row\.scale/);
  });

  test('an email is in lower case', () => {
    assert.ok(linesOf('Email', at('notes')).includes('row.ignoreCase = true;'));
    assert.doesNotMatch(linesOf('Text', at('notes')).join('\n'), /ignoreCase/);
  });

  test('a lookup that billing owns has no reason to block, unless it is required', () => {
    const own = linesOf('Lookup', at('id'), { link: 'customer' });
    assert.ok(own.includes("row.link = 'customer';"));
    assert.doesNotMatch(own.join('\n'), /unlinkedReason/);
    const required = linesOf('MasterDetail', at('id'), { link: 'customer' });
    assert.ok(required.includes("row.unlinkedReason = 'missingRequiredField';"));
  });
});

describe('required properties', () => {
  test('the body says which outermost ones', () => {
    assert.deepEqual(requiredRoots(meter, meterMapping()), ['party', 'cycle']);
  });

  test('the type says which ones of what is made inside its parent', () => {
    const { create: _, ...nested } = meterMapping();
    assert.deepEqual(requiredRoots(meter, nested), ['party', 'cycle']);
  });

  test('what billing alone fills has none', () => {
    const { create: _, ...mirror } = meterMapping({ rows: [row('Name', 'billing', at('number'))] });
    assert.deepEqual(requiredRoots(meter, mirror), []);
  });

  test('the type says which inner ones', () => {
    assert.equal(isRequired(meter, meterMapping(), at('party(company).companyName')), true);
    assert.equal(isRequired(meter, meterMapping(), at('party(person).firstName')), false);
    assert.equal(isRequired(meter, meterMapping(), at('cycle')), true);
    assert.equal(isRequired(meter, meterMapping(), at('notes')), false);
  });

  test('of a union each member has to demand it', () => {
    const inParty = (name: string): PathModel => ({
      ...at('party(person).firstName'),
      steps: [
        { kind: 'property', name: 'party', of: 'Customer', type: named('Party') },
        { kind: 'property', name, of: 'Party', type: scalar('string') },
      ],
    });
    assert.equal(pathText(inParty('kind')), 'party.kind');
    assert.equal(isRequired(meter, meterMapping(), inParty('kind')), true);
    assert.equal(isRequired(meter, meterMapping(), inParty('lastName')), false);
  });
});

describe('read-only properties', () => {
  const types = meterTypes.map((type) =>
    type.name === 'EmailContact' && type.kind === 'object'
      ? objectType('EmailContact', [
          ...type.properties,
          property('checked', 'boolean', { readOnly: true }),
          property('copies', arrayOf(named('EmailContact')), { optional: true }),
        ])
      : type,
  );

  test('those inside what is sent back are named', () => {
    assert.deepEqual(readOnlyNames({ ...meter, types }, meterMapping()), ['contacts.checked']);
  });

  test('without an update nothing is sent back', () => {
    const { update: _, ...mapping } = meterMapping();
    assert.deepEqual(readOnlyNames({ ...meter, types }, mapping), []);
  });
});
