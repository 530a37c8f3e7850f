import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldXml, objectXml, schemaOf } from '../data/project.ts';

const INVOICE = objectXml(
  '<label>Invoice</label><pluralLabel>Invoices</pluralLabel><nameField><label>No</label><displayFormat>I-{0000}</displayFormat><type>AutoNumber</type></nameField><sharingModel>Private</sharingModel>',
);
const FILES = {
  'objects/Invoice__c/Invoice__c.object-meta.xml': INVOICE,
  'objects/Invoice__c/fields/Account__c.field-meta.xml': fieldXml(
    '<label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Invoices</relationshipName><deleteConstraint>Restrict</deleteConstraint>',
  ),
  'objects/Line__c/Line__c.object-meta.xml': objectXml(
    '<label>Line</label><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
  ),
  'objects/Line__c/fields/Invoice__c.field-meta.xml': fieldXml(
    '<label>Invoice</label><type>MasterDetail</type><referenceTo>Invoice__c</referenceTo><relationshipName>Lines</relationshipName>',
  ),
  'objects/Line__c/fields/Amount__c.field-meta.xml': fieldXml(
    '<label>Amount</label><type>Currency</type><precision>10</precision><scale>3</scale>',
  ),
  'objects/Invoice__c/fields/Total__c.field-meta.xml': fieldXml(
    '<label>Total</label><type>Summary</type><summaryForeignKey>Line__c.Invoice__c</summaryForeignKey><summarizedField>Line__c.Amount__c</summarizedField><summaryOperation>sum</summaryOperation>',
  ),
  'objects/Account/fields/Region__c.field-meta.xml': fieldXml(
    '<label>Region</label><type>Picklist</type><valueSet><valueSetName>Regions</valueSetName></valueSet>',
  ),
  'objects/Account/recordTypes/Partner.recordType-meta.xml':
    '<RecordType><active>true</active><label>A Partner</label></RecordType>',
  'objects/Old__c.object': objectXml(
    '<label>Old</label><nameField><label>Name</label><type>Text</type></nameField><fields><fullName>A__c</fullName><label>A</label><type>Number</type><precision>4</precision><scale>1</scale></fields>',
  ),
  // An Aura application is none of the App Launcher's.
  'aura/Tool/Tool.app': '<aura:application></aura:application>',
  'aura/Tool/Tool.app-meta.xml': '<AuraDefinitionBundle></AuraDefinitionBundle>',
  'globalValueSets/Regions.globalValueSet-meta.xml':
    '<GlobalValueSet><customValue><fullName>North</fullName><default>true</default><label>The North</label></customValue></GlobalValueSet>',
  'standardValueSets/Industry.standardValueSet-meta.xml':
    '<StandardValueSet><standardValue><fullName>Fishing</fullName><label>Fishing</label></standardValue></StandardValueSet>',
  'labels/CustomLabels.labels-meta.xml':
    '<CustomLabels><labels><fullName>Hello</fullName><language>en_US</language><value>Tom &amp; &quot;Jo&quot;</value></labels></CustomLabels>',
  'objects/Setting__mdt/Setting__mdt.object-meta.xml': objectXml('<label>Setting</label>'),
  'objects/Setting__mdt/fields/Value__c.field-meta.xml': fieldXml(
    '<label>Value</label><type>Text</type><length>20</length>',
  ),
  'customMetadata/Setting.One.md-meta.xml':
    '<CustomMetadata xmlns:xsi="x"><label>First</label><protected>false</protected><values><field>Value__c</field><value xsi:type="xsd:string"> 007 </value></values></CustomMetadata>',
  'permissionsets/Rep.permissionset-meta.xml':
    '<PermissionSet><label>Rep</label><objectPermissions><allowRead>true</allowRead><object>Account</object></objectPermissions><objectPermissions><allowRead>true</allowRead><object>Invoice__c</object></objectPermissions><fieldPermissions><readable>true</readable><editable>false</editable><field>Account.Region__c</field></fieldPermissions><fieldPermissions><readable>true</readable><editable>true</editable><field>Account.Industry</field></fieldPermissions><userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions></PermissionSet>',
};

test('objects, fields, relationships and names of both kinds of source', () => {
  const schema = schemaOf(FILES);
  assert.deepEqual(schema.diagnostics, []);
  const invoice = schema.object('INVOICE__C');
  assert.equal(invoice?.fields.get('name')?.autoNumber?.format, 'I-{0000}');
  assert.equal(invoice?.parentRelationships.get('account__r')?.name, 'Account__c');
  assert.deepEqual(schema.object('Account')?.childRelationships.get('invoices__r'), {
    name: 'Invoices__r',
    object: 'Invoice__c',
    field: 'Account__c',
    onDelete: 'restrict',
  });
  assert.equal(invoice?.childRelationships.get('lines__r')?.onDelete, 'cascade');
  assert.equal(schema.object('Line__c')?.fields.has('ownerid'), false);
  assert.equal(schema.object('Line__c')?.fields.get('invoice__c')?.isNillable, false);
  assert.equal(schema.object('Old__c')?.fields.get('a__c')?.scale, 1);
  assert.equal(schema.object('Invoice__Share')?.fields.has('accesslevel'), true);
  assert.equal(schema.object('Nothing__c'), null);
});

test('a roll-up has the type of what it sums, and its summary names the fields', () => {
  const total = schemaOf(FILES).object('Invoice__c')?.fields.get('total__c');
  assert.deepEqual([total?.type, total?.scale, total?.isUpdateable], ['CURRENCY', 3, false]);
  assert.deepEqual(
    [total?.summary?.childObject, total?.summary?.foreignKey, total?.summary?.field],
    ['Line__c', 'Invoice__c', 'Amount__c'],
  );
});

test('shared and standard value sets give picklists their values', () => {
  const account = schemaOf(FILES).object('Account');
  assert.deepEqual(account?.fields.get('region__c')?.picklist, {
    isRestricted: true,
    values: [{ value: 'North', label: 'The North', isActive: true, isDefault: true }],
  });
  assert.deepEqual(
    account?.fields.get('industry')?.picklist?.values.map((entry) => entry.value),
    ['Fishing'],
  );
});

test('RecordTypeId exists where there are record types', () => {
  const schema = schemaOf(FILES);
  assert.equal(schema.object('Account')?.fields.has('recordtypeid'), true);
  assert.equal(schema.object('Contact')?.fields.has('recordtypeid'), false);
  assert.deepEqual(schema.object('Account')?.recordTypes, [
    { name: 'Partner', label: 'A Partner', isActive: true, isDefault: true },
  ]);
});

test('with a namespace own components carry it and are found with and without', () => {
  const schema = schemaOf(FILES, { namespace: 'acme' });
  assert.equal(schema.object('invoice__c')?.name, 'acme__Invoice__c');
  assert.equal(schema.object('acme__Invoice__c'), schema.object('Invoice__c'));
  const account = schema.object('Account');
  assert.equal(account?.fields.get('region__c')?.name, 'acme__Region__c');
  assert.equal(account?.childRelationships.get('invoices__r')?.object, 'acme__Invoice__c');
  assert.equal(
    schema.object('Line__c')?.fields.get('invoice__c')?.reference?.relationshipName,
    'acme__Invoice__r',
  );
  assert.equal(schema.object('Invoice__c')?.fields.get('total__c')?.summary?.foreignKey, 'acme__Invoice__c');
  assert.equal(schema.labels.get('hello')?.value, 'Tom & "Jo"');
  assert.equal(schema.customMetadata.get('setting__mdt')?.get('one')?.values.get('acme__value__c'), ' 007 ');
});

test('an installed permission set has lost what is not of the package', () => {
  const plain = schemaOf(FILES, { namespace: 'acme' }).permissionSets.get('rep');
  assert.deepEqual([...(plain?.objects.keys() ?? [])], ['account', 'acme__invoice__c']);
  assert.deepEqual([...(plain?.userPermissions ?? [])], ['ViewSetup']);
  const installed = schemaOf(FILES, { namespace: 'acme', asInstalled: true }).permissionSets.get('rep');
  assert.deepEqual([...(installed?.objects.keys() ?? [])], ['acme__invoice__c']);
  assert.deepEqual([...(installed?.fields.keys() ?? [])], ['account.acme__region__c']);
  assert.deepEqual([...(installed?.userPermissions ?? [])], []);
});

test('a broken file is reported with its place and everything else is there', () => {
  const schema = schemaOf({
    ...FILES,
    'objects/Invoice__c/fields/Bad__c.field-meta.xml': '<CustomField>\n<label>Bad</labl>\n</CustomField>',
    'objects/Invoice__c/fields/Odd__c.field-meta.xml': fieldXml('<type>Magic</type>'),
  });
  assert.deepEqual(
    schema.diagnostics.map(({ file, span, code }) => [file, span.line, code]),
    [
      ['force-app/objects/Invoice__c/fields/Bad__c.field-meta.xml', 2, 'metadata/invalid'],
      ['force-app/objects/Invoice__c/fields/Odd__c.field-meta.xml', 1, 'metadata/invalid'],
    ],
  );
  assert.equal(schema.object('Invoice__c')?.fields.has('account__c'), true);
});
