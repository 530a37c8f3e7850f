import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classes } from '../../src/library/objects/index.ts';
import type { Value } from '../../src/library/library.ts';
import { ApexList } from '../../src/values/list.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { SObject } from '../../src/values/sobject.ts';
import { account, contact, inFake, method, thrown, types } from './fakes.ts';

const call = (key: string): ((...args: Value[]) => Value) => method('System.SObject', key, classes);
const get = call('get(String)');
const put = call('put(String,Object)');

describe('SObject', () => {
  it(
    'reads an empty field as null, an empty checkbox as false by dot and null by get',
    inFake(() => {
      const row = new SObject(account);
      assert.equal(row.get('name'), null);
      assert.equal(row.get('active__c'), false);
      assert.equal(get(row, 'Active__c'), null);
      row.put('active__c', null);
      assert.equal(row.get('active__c'), false);
    }),
  );

  it(
    'throws for a field that the query did not select',
    inFake(() => {
      const row = new SObject(account);
      row.load('name', 'Acme');
      row.load('industry', null);
      assert.equal(row.get('industry'), null);
      const text =
        'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: ';
      assert.equal(
        thrown(() => row.get('annualrevenue')),
        `${text}Account.AnnualRevenue`,
      );
      assert.equal(
        thrown(() => row.children('contacts')),
        `${text}Account.Contacts`,
      );
      row.put('annualrevenue', null);
      assert.equal(row.get('annualrevenue'), null);
      assert.equal(row.get('id'), null);
    }),
  );

  it(
    'checks names and types of dynamic writes',
    inFake(() => {
      const row = new SObject(account);
      assert.equal(put(row, 'NAME', 'Acme'), null);
      assert.equal(put(row, 'name', 'Other'), 'Acme');
      put(row, 'AnnualRevenue', 5);
      assert.ok(row.get('annualrevenue') instanceof Decimal);
      assert.equal(
        thrown(() => put(row, 'x', 1)),
        'System.SObjectException: Invalid field x for Account',
      );
      const message = 'System.SObjectException: Illegal assignment from String to Integer';
      assert.equal(
        thrown(() => put(row, 'Employees', '5')),
        message,
      );
      assert.equal(
        thrown(() => put(row, 'CreatedDate', null)),
        'System.SObjectException: Field CreatedDate is not editable',
      );
      assert.match(
        thrown(() => put(row, 'Id', 'xyz')),
        /^System.StringException: Invalid id: xyz/,
      );
    }),
  );

  it(
    'gives parents and child lists',
    inFake(() => {
      const parent = new SObject(account);
      const child = new SObject(contact);
      call('putSObject(String,SObject)')(child, 'Account', parent);
      assert.equal(call('getSObject(String)')(child, 'account'), parent);
      assert.equal(new SObject(contact).parent('account'), null);
      assert.equal(parent.children('contacts').type, types.get('List<Contact>'));
      assert.match(
        thrown(() => call('getSObject(String)')(child, 'x')),
        /Invalid relationship x for Contact/,
      );
      const rows = new ApexList(types.get('List<Contact>'), [child]);
      parent.loadChildren('contacts', rows);
      assert.equal(call('getSObjects(String)')(parent, 'Contacts'), rows);
    }),
  );

  it(
    "tells populated fields in the schema's spelling",
    inFake(() => {
      const row = new SObject(account);
      row.put('industry', null);
      row.put('name', 'Acme');
      assert.deepEqual(
        [...call('getPopulatedFieldsAsMap()')(row).entries()],
        [
          ['Industry', null],
          ['Name', 'Acme'],
        ],
      );
      assert.ok(call('isSet(String)')(row, 'INDUSTRY'));
      assert.ok(!call('isSet(String)')(row, 'Employees'));
    }),
  );

  it(
    'clones without the id unless told',
    inFake(() => {
      const row = new SObject(account);
      row.id = '001000000000001AAA';
      row.put('name', 'Acme');
      const copy = call('clone()')(row);
      assert.deepEqual(
        [copy.id, copy.get('name'), copy.isClone, copy.cloneSourceId],
        [null, 'Acme', true, row.id],
      );
      assert.equal(call('clone(Boolean)')(row, true).id, row.id);
    }),
  );

  it(
    'is read-only where the platform says so',
    inFake(() => {
      const row = new SObject(account);
      row.isReadOnly = true;
      assert.equal(
        thrown(() => row.put('name', 'x')),
        'System.FinalException: Record is read-only',
      );
    }),
  );

  it(
    'collects errors',
    inFake(() => {
      const row = new SObject(account);
      call('addError(String)')(row, 'Wrong');
      call('addError(String,String)')(row, 'name', 'Bad name');
      assert.deepEqual(
        row.errors.map(({ message, fields }) => [message, fields]),
        [
          ['Wrong', []],
          ['Bad name', ['Name']],
        ],
      );
      assert.ok(call('hasErrors()')(row));
    }),
  );
});
