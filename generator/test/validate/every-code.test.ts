/** A broken model for each code of the validator, and a check that none is forgotten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiType, IntegrationModel, MappingModel, SystemModel } from '../../src/model/model.ts';
import { validateCodes } from '../../src/model/validate/index.ts';
import { edited, type Editable } from '../support/edit.ts';
import {
  arrayOf,
  field,
  here,
  limited,
  mapping,
  meterTypes,
  named,
  object,
  objectType,
  operation,
  path,
  profile,
  property,
  resource,
  row,
  standardField,
  standardObject,
  system,
  testModel,
  valueMap,
} from '../support/model.ts';
import { diagnosticsOf } from '../support/validate.ts';

type Change = (model: Editable<IntegrationModel>, parts: Parts) => void;
interface Parts {
  readonly system: Editable<SystemModel>;
  readonly mapping: Editable<MappingModel>;
}
interface Case {
  readonly code: keyof typeof validateCodes;
  readonly name: string;
  readonly change: Change;
  /** What the message has to name. */
  readonly says: RegExp;
}

const at = (text: string) => path(meterTypes, 'Customer', text);
const add = <T>(list: readonly T[], ...more: readonly unknown[]): void =>
  void (list as unknown[]).push(...more);

const liveChoice = (operationName: string, value: string) => ({
  field: 'DefaultCycle__c',
  from: { kind: 'live' as const, operation: operationName, value, label: value, also: [] },
  source: here(),
});

function broken(change: Change): IntegrationModel {
  return edited(testModel(), (model) => {
    const [first] = model.systems;
    const [mapped] = first?.mappings ?? [];
    assert.ok(first && mapped);
    change(model, { system: first, mapping: mapped });
  });
}

const account = ({ core }: Editable<IntegrationModel>) => {
  const found = core.standardObjects[0];
  assert.ok(found);
  return found;
};
const connection = ({ core }: Editable<IntegrationModel>) => {
  const found = core.objects[0];
  assert.ok(found);
  return found;
};
const rowOf = ({ mapping: { rows } }: Parts, name: string) => {
  const found = rows.find(({ field: one }) => one === name);
  assert.ok(found);
  return found;
};
const standardOf = (model: Editable<IntegrationModel>, name: string) => {
  const found = account(model).standardFields.find((one) => one.name === name);
  assert.ok(found);
  return found;
};
const mapOf = ({ system: { valueMaps } }: Parts) => {
  const [found] = valueMaps;
  assert.ok(found);
  return found;
};
const operationOf = ({ system: { profile: one } }: Parts, name: string) => {
  const found = one.resources[0]?.operations.find((each) => each.name === name);
  assert.ok(found);
  return found;
};
const typeOf = ({ system: { types } }: Parts, name: string) => {
  const found = types.find((type) => type.name === name);
  assert.ok(found?.kind === 'object');
  return found;
};

/** A set that leaves a field out of an object with a required field and a master. */
function leavesOut(model: Editable<IntegrationModel>, without: string): void {
  const fields = [
    field('Required__c', 'Text', { required: true }),
    field('Master__c', 'MasterDetail', { target: 'BillingConnection__c', relationship: 'Notes' }),
    field('Name__c', 'Text'),
  ];
  add(model.core.objects, object('Note__c', fields));
  add(model.core.permissionSets, {
    name: 'BillingRep',
    label: 'Rep',
    objects: [{ object: 'Note__c', access: 'read', create: false, without: [without] }],
    fieldsOn: [],
    classes: [],
    customPermissions: [],
    tabs: 'none',
    app: false,
    needs: [],
    doc: 'For reps.',
    source: here(),
  });
}

const longName = 'A'.repeat(41);

const cases: readonly Case[] = [
  {
    code: 'BW2001',
    name: 'a billing text longer than the field',
    says: /companyName.*60 characters.*Account\.Name takes 50/,
    change: (model, parts) => {
      rowOf(parts, 'Name').owner = 'shared';
      standardOf(model, 'Name').length = 50;
    },
  },
  {
    code: 'BW2002',
    name: 'a field longer than the billing text',
    says: /Account\.Name may have 255 characters.*takes 60/,
    change: (model) => {
      standardOf(model, 'Name').length = 255;
    },
  },
  {
    code: 'BW2002',
    name: 'a natural key that can’t hold a record id',
    says: /record id may have 18 characters.*takes 10/,
    change: (_, { mapping: { key } }) => {
      if (key) Object.assign(key.property, { type: limited(10) });
    },
  },
  {
    code: 'BW2003',
    name: 'an enum member longer than the text field',
    says: /takes 4 characters, too few for "CLOSED"/,
    change: (model, parts) => {
      delete rowOf(parts, 'BillingStatus__c').values;
      account(model).added[1] = field('BillingStatus__c', 'Text', { length: 4 }) as never;
    },
  },
  {
    code: 'BW2003',
    name: 'a picklist value longer than the billing text',
    says: /takes 60 characters, too few for "B{61}"|takes 60 characters, too few for/,
    change: (model) => {
      const name = standardOf(model, 'Name');
      Object.assign(name, { type: 'Picklist', values: ['B'.repeat(61)] });
    },
  },
  {
    code: 'BW2004',
    name: 'a read-only property written from Salesforce',
    says: /"status" is read-only/,
    change: (_, parts) => {
      rowOf(parts, 'BillingStatus__c').owner = 'salesforce';
    },
  },
  {
    code: 'BW2005',
    name: 'one billing property from two fields',
    says: /companyName.*the field Name.*the field BillingEmail__c/,
    change: (_, { mapping: { rows } }) =>
      add(rows, row('BillingEmail__c', 'salesforce', at('party(company).companyName'))),
  },
  {
    code: 'BW2005',
    name: 'one element of an array by two ways',
    says: /contacts\[\]|contacts\[kind=email\]/,
    change: (_, { mapping: { rows } }) =>
      add(rows, row('Name', 'salesforce', at('contacts[kind=email].address'))),
  },
  {
    code: 'BW2006',
    name: 'one field with two owners',
    says: /BillingEmail__c is owned by shared.*again by billing/,
    change: (_, { mapping: { rows } }) => add(rows, row('BillingEmail__c', 'billing', at('number'))),
  },
  {
    code: 'BW2007',
    name: 'one field filled by two mappings',
    says: /BillingStatus__c is filled from billing by account and by copy/,
    change: (_, { mapping: mapped, system: { mappings } }) =>
      add(mappings, { ...structuredClone(mapped), name: 'copy', type: 'copy' }),
  },
  {
    code: 'BW2008',
    name: 'an order written by billing',
    says: /Order\.Status would be written/,
    change: (model, { system: { mappings } }) => {
      add(model.core.standardObjects, standardObject('Order', [standardField('Status')]));
      add(
        mappings,
        mapping('order', 'Order', 'Customer', at('id'), [row('Status', 'billing', at('number'))]),
      );
    },
  },
  {
    code: 'BW2009',
    name: 'a required property that nothing fills',
    says: /"cycle" is required to create Customer/,
    change: (_, { mapping: mapped }) => {
      mapped.defaults = [];
    },
  },
  {
    code: 'BW2009',
    name: 'a required property of a nested object that nothing fills',
    says: /"party\(person\)\.lastName" is required/,
    change: (_, { mapping: mapped }) => {
      mapped.rows = mapped.rows.filter(({ field: name }) => name !== 'LastName');
    },
  },
  {
    code: 'BW2009',
    name: 'a required property of an array’s element',
    says: /"contacts\[email, BILLS\]\.address" is required/,
    change: (_, parts) => {
      typeOf(parts, 'EmailContact').properties.push(
        property('verified', 'boolean', { optional: true }) as never,
      );
      rowOf(parts, 'BillingEmail__c').path = edited(
        at('contacts[kind=email,use=BILLS].address'),
        ({ steps }) => {
          steps.splice(-1, 1, {
            kind: 'property',
            name: 'verified',
            of: 'EmailContact',
            type: { kind: 'scalar', scalar: 'boolean' },
          });
        },
      ) as never;
    },
  },
  {
    code: 'BW2009',
    name: 'records for which no member of a union is chosen',
    says: /"party\.kind" is required|"party" is required/,
    change: (_, { mapping: mapped }) => {
      mapped.rows = mapped.rows.filter(({ field: name }) => name !== 'Name');
    },
  },
  {
    code: 'BW2010',
    name: 'a connection field that does not exist',
    says: /BillingConnection__c has no field "DefaultCicle__c"/,
    change: (_, { mapping: { defaults } }) => {
      if (defaults[0]) defaults[0].connectionField = 'DefaultCicle__c';
    },
  },
  {
    code: 'BW2011',
    name: 'a field that the object does not have',
    says: /Account has no field "BillingEmal__c"/,
    change: (_, parts) => {
      rowOf(parts, 'BillingEmail__c').field = 'BillingEmal__c';
    },
  },
  {
    code: 'BW2012',
    name: 'a link to the wrong object',
    says: /leads to Product2, but "customer" is the mapping of Account/,
    change: (model, { mapping: { rows } }) => {
      add(account(model).added, field('Product__c', 'Lookup', { target: 'Product2' }));
      add(model.core.standardObjects, standardObject('Product2', []));
      add(rows, row('Product__c', 'salesforce', at('notes'), { link: 'customer' }));
    },
  },
  {
    code: 'BW2013',
    name: 'objects that wait for each other',
    says: /customer needs customer/,
    change: (model, { mapping: { rows } }) => {
      add(account(model).standardFields, standardField('ParentId', { type: 'Lookup', target: 'Account' }));
      add(rows, row('ParentId', 'salesforce', at('cycle'), { link: 'customer' }));
    },
  },
  {
    code: 'BW2014',
    name: 'a formula filled from billing',
    says: /Account\.Computed__c is computed by the platform/,
    change: (model, { mapping: { rows } }) => {
      add(
        account(model).added,
        field('Computed__c', 'Formula', { formula: { returns: 'Text', text: '"x"' } }),
      );
      add(rows, row('Computed__c', 'billing', at('number')));
    },
  },
  {
    code: 'BW2101',
    name: 'a value map that misses a member',
    says: /misses "CLOSED" of "status"/,
    change: (_, parts) => void mapOf(parts).rows.pop(),
  },
  {
    code: 'BW2102',
    name: 'a value map that misses a picklist value',
    says: /misses "Other" of the picklist Account\.BillingStatus__c/,
    change: (model, parts) => {
      account(model).added[1]?.values?.push('Other');
      rowOf(parts, 'BillingStatus__c').owner = 'salesforce';
      mapOf(parts).toBilling = { kind: 'keep' };
    },
  },
  {
    code: 'BW2103',
    name: 'a value map with an unknown billing value',
    says: /holds "CLOSD"/,
    change: (_, parts) =>
      add(mapOf(parts).rows, { billing: 'CLOSD', salesforce: 'Closed', alsoAccepted: [] }),
  },
  {
    code: 'BW2104',
    name: 'a value map with a value that the picklist lacks',
    says: /holds "Closd"/,
    change: (_, parts) => {
      mapOf(parts).toSalesforce = { kind: 'use', value: 'Closd' };
    },
  },
  {
    code: 'BW2105',
    name: 'a value map with a billing value twice',
    says: /two rows for "OPEN" on the side of billing/,
    change: (_, parts) => add(mapOf(parts).rows, { billing: 'OPEN', salesforce: 'Closed', alsoAccepted: [] }),
  },
  {
    code: 'BW2105',
    name: 'a value map that can’t go back',
    says: /two rows for "open" on the side of Salesforce/,
    change: (_, parts) => {
      rowOf(parts, 'BillingStatus__c').owner = 'shared';
      Object.assign(
        mapOf(parts),
        valueMap(
          'customerStatus',
          [
            ['OPEN', 'Open'],
            ['CLOSED', 'Closed', 'open'],
          ],
          { ignoreCase: true },
        ),
      );
    },
  },
  {
    code: 'BW2106',
    name: 'a value map with a value of two cells',
    says: /customerStatus" holds "Open\\tagain"/,
    change: (_, parts) => add(mapOf(parts).rows[0]?.alsoAccepted ?? [], 'Open\tagain'),
  },
  {
    code: 'BW2201',
    name: 'an operation that is missing',
    says: /update with "Customer\.updat"/,
    change: (_, { mapping: mapped }) => {
      mapped.update = 'updat';
    },
  },
  {
    code: 'BW2201',
    name: 'a connection test that is missing',
    says: /connection test "Customer\.lst"/,
    change: (_, { system: { profile: one } }) => {
      one.connectionTest = 'Customer.lst';
    },
  },
  {
    code: 'BW2202',
    name: 'a create without a body',
    says: /can't create.*takes no body/,
    change: (_, parts) => void delete operationOf(parts, 'create').request,
  },
  {
    code: 'BW2202',
    name: 'a list that is none',
    says: /can't read many.*is not a list/,
    change: (_, { mapping: { bulk } }) => {
      if (bulk) bulk.operation = 'read';
    },
  },
  {
    code: 'BW2202',
    name: 'a create without a natural key',
    says: /creates a Customer but has no natural key/,
    change: (_, { mapping: mapped }) => void delete mapped.key,
  },
  {
    code: 'BW2202',
    name: 'a connection test that changes something',
    says: /connection test "Customer\.create" is unfit/,
    change: (_, { system: { profile: one } }) => {
      one.connectionTest = 'Customer.create';
    },
  },
  {
    code: 'BW2010',
    name: 'a choice for a field that the connection lacks',
    says: /BillingConnection__c has no field "Nothing__c"/,
    change: (_, { system: { profile: one } }) => {
      one.choices = [{ field: 'Nothing__c', from: { kind: 'fixed', values: [] }, source: here() }];
    },
  },
  {
    code: 'BW2201',
    name: 'choices read with an operation that is missing',
    says: /choices are read with "Customer\.lst"/,
    change: (_, { system: { profile: one } }) => {
      one.choices = [liveChoice('Customer.lst', 'id')];
    },
  },
  {
    code: 'BW2202',
    name: 'choices read with an operation that is no list',
    says: /choices can\'t be read with "Customer\.read"/,
    change: (_, { system: { profile: one } }) => {
      one.choices = [liveChoice('Customer.read', 'id')];
    },
  },
  {
    code: 'BW2201',
    name: 'choices with a property that the element lacks',
    says: /choices take "identity" from Customer/,
    change: (_, { system: { profile: one } }) => {
      one.choices = [liveChoice('Customer.list', 'identity')];
    },
  },
  {
    code: 'BW2203',
    name: 'a bulk parameter that the list does not take',
    says: /takes no query parameter "ids"/,
    change: (_, { mapping: { bulk } }) => {
      if (bulk) bulk.byId = 'ids';
    },
  },
  {
    code: 'BW2204',
    name: 'a path with a parameter of another name',
    says: /"\/customers\/\{id\}" of Customer\.read/,
    change: (_, parts) => {
      operationOf(parts, 'read').pathParameters = ['customerId'];
    },
  },
  {
    code: 'BW2205',
    name: 'a sample that is not JSON',
    says: /"Customer\.create\.request" is not JSON/,
    change: (_, { system: { samples } }) =>
      add(samples, {
        name: 'Customer.create.request',
        operation: 'Customer.create',
        direction: 'request',
        section: '1',
        text: '{',
      }),
  },
  {
    code: 'BW2206',
    name: 'a sample that its schema refuses',
    says: /\/cycle must be string/,
    change: (_, { system: { samples } }) =>
      add(samples, {
        name: 'Customer.create.request',
        operation: 'Customer.create',
        direction: 'request',
        section: '1',
        text: '{\n  "party": { "kind": "company", "companyName": "A" },\n  "cycle": 7\n}\n',
      }),
  },
  {
    code: 'BW2207',
    name: 'a type that is not there',
    says: /There is no type "Nowhere"/,
    change: (_, parts) => add(typeOf(parts, 'Customer').properties, property('x', arrayOf(named('Nowhere')))),
  },
  {
    code: 'BW2301',
    name: 'a class with a reserved name',
    says: /"DeSc"/,
    change: (model) => {
      const types = [objectType('Sc', [property('id', 'id')])];
      const list = operation('list', 'GET', '/s', { kind: 'list', response: named('Sc') });
      add(
        model.systems,
        system('other', 'De', {
          types,
          profile: profile([resource('Sc', [list])], { connectionTest: 'Sc.list' }),
        }),
      );
    },
  },
  {
    code: 'BW2301',
    name: 'a property without a letter',
    says: /Customer\._+ would have no name/,
    change: (_, parts) => add(typeOf(parts, 'Customer').properties, property('__', 'string')),
  },
  {
    code: 'BW2302',
    name: 'a class with a long name',
    says: /class "MtrA+" .*44 characters/i,
    change: (_, { system: { types } }) => add(types, objectType(`A${'a'.repeat(40)}`, [])),
  },
  {
    code: 'BW2302',
    name: 'an object with a long name',
    says: /object "A{41}__c" has 41 characters/,
    change: (model) => add(model.core.objects, object(`${longName}__c`, [], { label: 'A', plural: 'A' })),
  },
  {
    code: 'BW2303',
    name: 'two systems with one class',
    says: /"MtrSystem" would be the class of the system other/,
    change: (model) => {
      const types = [objectType('Thing', [property('id', 'id')])];
      const list = operation('list', 'GET', '/things', { kind: 'list', response: named('Thing') });
      add(
        model.systems,
        system('other', 'Mtr', {
          types,
          profile: profile([resource('Thing', [list])], { connectionTest: 'Thing.list' }),
        }),
      );
    },
  },
  {
    code: 'BW2303',
    name: 'a hand-written class of that name',
    says: /"BilLingClient".*hand-written class BillingClient/,
    change: (_, { system: one }) => {
      one.prefix = 'Bil';
      add(one.types, objectType('LingClient', []));
    },
  },
  {
    code: 'BW2303',
    name: 'two fields that differ in case',
    says: /already a field of BillingConnection__c "defaultcycle__c"/,
    change: (model) => add(connection(model).fields, field('defaultcycle__c', 'Text')),
  },
  {
    code: 'BW2304',
    name: 'two properties with one Apex name',
    says: /"externalKey" and "external_key" of Customer/,
    change: (_, parts) =>
      add(typeOf(parts, 'Customer').properties, property('external_key', 'string', { optional: true })),
  },
  {
    code: 'BW2305',
    name: 'a field with two underscores',
    says: /"My__Field__c"/,
    change: (model) => add(connection(model).fields, field('My__Field__c', 'Text')),
  },
  {
    code: 'BW2305',
    name: 'a prefix in lower case',
    says: /prefix "mtr"/,
    change: (_, { system: one }) => {
      one.prefix = 'mtr';
    },
  },
  {
    code: 'BW2306',
    name: 'a label of 41 characters',
    says: /label of BillingConnection__c\.X__c has 41 characters/,
    change: (model) => add(connection(model).fields, field('X__c', 'Text', { label: longName })),
  },
  {
    code: 'BW2306',
    name: 'a help text of 511 characters',
    says: /help text of BillingConnection__c\.X__c has 511/,
    change: (model) => add(connection(model).fields, field('X__c', 'Text', { help: 'h'.repeat(511) })),
  },
  {
    code: 'BW2306',
    name: 'a description of 1001 characters',
    says: /description of BillingConnection__c\.X__c has 1001/,
    change: (model) => add(connection(model).fields, field('X__c', 'Text', { doc: 'd'.repeat(1001) })),
  },
  {
    code: 'BW2401',
    name: 'a tenth field on Account',
    says: /Account\.Extra8__c is field 10/,
    change: (model) =>
      add(
        account(model).added,
        ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => field(`Extra${number}__c`, 'Text')),
      ),
  },
  {
    code: 'BW2402',
    name: 'a lookup to nowhere',
    says: /leads to "Nowhere__c"/,
    change: (model) => add(connection(model).fields, field('X__c', 'Lookup', { target: 'Nowhere__c' })),
  },
  {
    code: 'BW2403',
    name: 'master-detail to a standard object',
    says: /BillingConnection__c\.X__c is master-detail between BillingConnection__c and Account/,
    change: (model) => {
      connection(model).sharing = 'ControlledByParent';
      add(connection(model).fields, field('X__c', 'MasterDetail', { target: 'Account' }));
    },
  },
  {
    code: 'BW2403',
    name: 'a detail with a sharing of its own',
    says: /Detail__c is a detail, but its sharing is Read/,
    change: (model) =>
      add(
        model.core.objects,
        object('Detail__c', [field('X__c', 'MasterDetail', { target: 'BillingConnection__c' })]),
      ),
  },
  {
    code: 'BW2404',
    name: 'a picklist with a value twice',
    says: /the value "one" twice/,
    change: (model) => add(connection(model).fields, field('X__c', 'Picklist', { values: ['One', 'one'] })),
  },
  {
    code: 'BW2404',
    name: 'a required lookup that is emptied',
    says: /required lookup/,
    change: (model) => add(connection(model).fields, field('X__c', 'Lookup', { required: true })),
  },
  {
    code: 'BW2405',
    name: 'a summary through a lookup',
    says: /"Connection__c" is no master-detail field of Detail__c/,
    change: (model) => {
      const summary = { operation: 'count', of: 'Detail__c', through: 'Connection__c' } as const;
      add(connection(model).fields, field('Count__c', 'Summary', { summary }));
      add(
        model.core.objects,
        object('Detail__c', [field('Connection__c', 'Lookup', { target: 'BillingConnection__c' })]),
      );
    },
  },
  {
    code: 'BW2406',
    name: 'a formula over an unknown field',
    says: /names "DefaultCicle__c"/,
    change: (model) =>
      add(
        connection(model).fields,
        field('X__c', 'Formula', { formula: { returns: 'Text', text: 'DefaultCicle__c & "Nothing__c"' } }),
      ),
  },
  {
    code: 'BW2407',
    name: 'a list view over an unknown field',
    says: /list view "All" of BillingConnection__c names "Nothing__c"/,
    change: (model) => add(connection(model).listViews[0]?.columns ?? [], 'Nothing__c'),
  },
  {
    code: 'BW2407',
    name: 'a related list of no lookup',
    says: /related list "Things__r"/,
    change: (model) => add(connection(model).page.relatedLists, 'Things__r'),
  },
  {
    code: 'BW2408',
    name: 'a compact layout of eleven fields',
    says: /has 11 fields/,
    change: (model) => {
      connection(model).compact = Array.from({ length: 11 }, () => 'Name');
    },
  },
  {
    code: 'BW2409',
    name: 'a quick action without its component',
    says: /opens "billingSink"/,
    change: (model) =>
      add(model.core.quickActions, {
        name: 'BillingSync',
        label: 'Sync',
        component: 'billingSink',
        type: 'screen',
        on: ['Account'],
        doc: '',
        source: here(),
      }),
  },
  {
    code: 'BW2409',
    name: 'a tab of an unknown component',
    says: /The tab Desk shows "billingSink", which is no component/,
    change: (model) =>
      add(model.core.componentTabs, {
        name: 'Desk',
        label: 'Desk',
        component: 'billingSink',
        motif: 'Custom67: Gears',
        doc: '',
        source: here(),
      }),
  },
  {
    code: 'BW2410',
    name: 'a permission set with an unknown class',
    says: /names "BilingClient", which is no class/,
    change: (model) =>
      add(model.core.permissionSets, {
        name: 'BillingRep',
        label: 'Rep',
        objects: [],
        fieldsOn: [],
        classes: ['BilingClient'],
        customPermissions: [],
        tabs: 'all',
        app: false,
        needs: [],
        doc: '',
        source: here(),
      }),
  },
  ...[
    { name: 'an unknown field', field: 'Nome__c', says: /leaves out "Nome__c", which is no field of/ },
    {
      name: 'a required field',
      field: 'Required__c',
      says: /Required__c, which whoever sees the record sees/,
    },
    { name: 'a master', field: 'Master__c', says: /Master__c, which whoever sees the record sees/ },
  ].map(({ name, field, says }) => ({
    code: 'BW2415' as const,
    name: `a permission set without ${name}`,
    says,
    change: ((model) => leavesOut(model, field)) satisfies Change,
  })),
  {
    code: 'BW2411',
    name: 'an app with an unknown tab',
    says: /shows "Nothing__c"/,
    change: (model) =>
      add(model.core.apps, {
        name: 'Billing',
        label: 'Billing',
        colour: '#000000',
        tabs: ['Nothing__c'],
        doc: '',
        source: here(),
      }),
  },
  {
    code: 'BW2413',
    name: 'a page with an unknown component',
    says: /page of BillingConnection__c shows "billingPannel", which is no component/,
    change: (model) => {
      const { page } = connection(model);
      Object.assign(page, { components: ['billingPannel'] });
    },
  },
  {
    code: 'BW2414',
    name: 'a list with a button of another object',
    says: /lists of BillingConnection__c show the button "BillingSync", which is not in/,
    change: (model) => {
      Object.assign(connection(model), { listButtons: ['BillingSync'] });
    },
  },
  {
    code: 'BW2412',
    name: 'a text area in a compact layout',
    says: /compact layout of BillingConnection__c names "Message__c", which is a TextArea/,
    change: (model) => {
      add(connection(model).fields, field('Message__c', 'TextArea'));
      add(connection(model).compact, 'Message__c');
    },
  },
  {
    code: 'BW2412',
    name: 'a long text in a compact layout',
    says: /compact layout of BillingConnection__c names "Notes__c", which is a LongTextArea/,
    change: (model) => {
      add(connection(model).fields, field('Notes__c', 'LongTextArea'));
      add(connection(model).compact, 'Notes__c');
    },
  },
  {
    code: 'BW2412',
    name: 'a long text in search results',
    says: /search layout of BillingConnection__c names "Notes__c"/,
    change: (model) => {
      add(connection(model).fields, field('Notes__c', 'LongTextArea'));
      add(connection(model).search, 'Notes__c');
    },
  },
  {
    code: 'BW2412',
    name: 'a long text as a column of a list view',
    says: /list view "All" of BillingConnection__c names "Notes__c"/,
    change: (model) => {
      add(connection(model).fields, field('Notes__c', 'LongTextArea'));
      add(connection(model).listViews[0]?.columns ?? [], 'Notes__c');
    },
  },
];

test('the whole model has no fault', () => {
  assert.deepEqual(diagnosticsOf(testModel()), []);
});

for (const { code, name, change, says } of cases) {
  test(`${code}: ${name}`, () => {
    const found = diagnosticsOf(broken(change));
    const match = found.find((one) => one.code === code && says.test(one.what));
    assert.ok(
      match,
      `expected ${code} ${says}, got\n${found.map((one) => `${one.code} ${one.what}`).join('\n')}`,
    );
    for (const text of [match.what, match.why, match.fix]) assert.match(text, /[.?]$/, 'a sentence');
    assert.ok(match.source.line > 0 && match.source.length > 0);
  });
}

test('each code has a broken model', () => {
  const ofLock = ['BW2601', 'BW2602', 'BW2603'];
  const tested = new Set<string>([...cases.map(({ code }) => code), ...ofLock]);
  assert.deepEqual(
    Object.keys(validateCodes).filter((code) => !tested.has(code)),
    [],
  );
});

test('a value that all members of a union have asks for nothing more', () => {
  const model = broken((_, parts) => {
    const taxId = property('taxId', 'string', { optional: true });
    for (const name of ['Company', 'Person']) add(typeOf(parts, name).properties, taxId);
    add(
      parts.mapping.rows,
      row('Name', 'salesforce', path(parts.system.types as ApiType[], 'Customer', 'party.taxId')),
    );
  });
  assert.deepEqual(diagnosticsOf(model), []);
});

test('a text area may stand in search results and list views', () => {
  const model = broken((whole) => {
    add(connection(whole).fields, field('Message__c', 'TextArea'));
    add(connection(whole).search, 'Message__c');
    add(connection(whole).listViews[0]?.columns ?? [], 'Message__c');
  });
  assert.deepEqual(diagnosticsOf(model), []);
});

for (const value of ['one\ttwo', 'one\ntwo', 'one\rtwo', '', ' '])
  test(`the mapped value ${JSON.stringify(value)} is refused wherever it stands`, () => {
    const codesOf = (change: (map: ReturnType<typeof mapOf>) => void) =>
      diagnosticsOf(broken((_, parts) => change(mapOf(parts)))).map(({ code }) => code);
    const places: ((map: ReturnType<typeof mapOf>) => void)[] = [
      ({ rows }) => add(rows, { billing: value, salesforce: 'Open', alsoAccepted: [] }),
      ({ rows }) => add(rows, { billing: 'OTHER', salesforce: value, alsoAccepted: [] }),
      ({ rows }) => add(rows[0]?.alsoAccepted ?? [], value),
      (map) => void (map.toBilling = { kind: 'use', value }),
      (map) => void (map.toSalesforce = { kind: 'use', value }),
    ];
    for (const place of places) assert.ok(codesOf(place).includes('BW2106'));
  });

test('a circle that the reader reports is not told twice', () => {
  const { change } = cases.find(({ code }) => code === 'BW2013') ?? assert.fail();
  const model = broken(change);
  const files = model.systems.flatMap(({ mappings }) => mappings.map(({ source }) => source.file));
  assert.deepEqual(diagnosticsOf(model, { halfRead: files }), []);
});

test('what was only half read is not blamed for what it lacks', () => {
  const half = broken((_, { mapping: mapped }) => {
    mapped.defaults = [];
    mapped.rows = [];
  });
  const [first] = half.systems;
  assert.ok(first);
  assert.notDeepEqual(diagnosticsOf(half), []);
  assert.deepEqual(diagnosticsOf(half, { halfRead: [first.mappings[0]?.source.file ?? ''] }), []);
  assert.deepEqual(diagnosticsOf(half, { halfRead: ['generator/mappings/core/elsewhere.ts'] }), []);
});

test('a misspelt name comes with the one that was meant', () => {
  const [found] = diagnosticsOf(
    broken((_, parts) => void (rowOf(parts, 'BillingEmail__c').field = 'BillingEmal__c')),
  );
  assert.match(found?.fix ?? '', /Did you mean "BillingEmail__c"\?/);
});
