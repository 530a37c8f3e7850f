import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { sampleCore, sampleModel, emitted, textOf } from './sample.ts';

interface FieldPermission {
  readonly field: string;
  readonly editable: boolean;
  readonly readable: boolean;
}

const parser = new XMLParser({ isArray: (name) => name === 'fieldPermissions' });

function fieldsOf(set: string, model = sampleModel): Map<string, FieldPermission> {
  const xml = parser.parse(textOf(emitted(model), `${set}.permissionset-meta.xml`)) as {
    PermissionSet: { fieldPermissions?: FieldPermission[] };
  };
  return new Map((xml.PermissionSet.fieldPermissions ?? []).map((entry) => [entry.field, entry]));
}

test('required fields and masters are never listed', () => {
  const fields = fieldsOf('ParcelClerk');
  for (const name of ['Parcel__c.Key__c', 'Parcel__c.Depot__c', 'ParcelItem__c.Parcel__c'])
    assert.ok(!fields.has(name));
  assert.ok(fields.has('ParcelItem__c.Amount__c'));
});

test('what a grant leaves out is not granted, and nothing else is left out', () => {
  const fields = fieldsOf('ParcelClerk');
  assert.ok(!fields.has('Parcel__c.Area__c'));
  assert.ok(fields.has('Parcel__c.Long__c'));
  assert.ok(fieldsOf('ParcelReader').has('Parcel__c.Area__c'), 'Each set has a word of its own.');
});

test('computed fields can only be read', () => {
  const fields = fieldsOf('ParcelClerk');
  assert.equal(fields.get('Parcel__c.Formula__c')?.editable, false);
  assert.equal(fields.get('Parcel__c.Total__c')?.editable, false);
  assert.equal(fields.get('Parcel__c.Text__c')?.editable, true);
});

test('a field that billing alone sets can only be read, one that any system takes from Salesforce can be edited', () => {
  const fields = fieldsOf('ParcelClerk');
  assert.equal(fields.get('Account.BillingStatus__c')?.editable, false);
  assert.equal(fields.get('Account.BillingEmail__c')?.editable, true);
  assert.equal(fields.get('Account.BillingCycle__c')?.editable, true);
});

test('what code stamps can only be read', () => {
  assert.equal(fieldsOf('ParcelClerk').get('Parcel__c.DateTime__c')?.editable, false);
});

test('who may make records may fill what billing alone sets', () => {
  const [ledger] = sampleModel.systems;
  const [mapping] = ledger?.mappings ?? [];
  const [status] = mapping?.rows ?? [];
  assert.ok(ledger && mapping && status);
  const onDepot = { ...mapping, object: 'Depot__c', rows: [{ ...status, field: 'Code__c' }] };
  const fields = fieldsOf('ParcelClerk', { ...sampleModel, systems: [{ ...ledger, mappings: [onDepot] }] });
  assert.equal(fields.get('Depot__c.Code__c')?.editable, true);
});

test('nothing in a set is anybody else’s', () => {
  for (const set of sampleCore.permissionSets) {
    const text = textOf(emitted(), `${set.name}.permissionset-meta.xml`);
    assert.doesNotMatch(text, /<userPermissions>|<license>|<object>Account</);
    assert.doesNotMatch(text, /BillingAddress|ManageNamedCredentials/);
  }
});

test('what the package can’t grant is data instead', () => {
  const text = textOf(emitted(), 'BillingNeededPermission.ParcelClerk_ManageNamedCredentials.md-meta.xml');
  assert.match(text, /<field>Why__c<\/field>\s*<value xsi:type="xsd:string">Set-up makes credentials\./);
  assert.match(text, /<field>Object__c<\/field>\s*<value xsi:nil="true"\/>/);
});
