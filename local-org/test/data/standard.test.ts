import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserAccess } from '../../src/access/user-access.ts';
import { Blob } from '../../src/values/blob.ts';
import { ApexDate } from '../../src/values/date.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { fieldXml, objectXml, schemaOf, TestOrg } from './project.ts';

const schema = schemaOf(
  {
    'customPermissions/Sync.customPermission-meta.xml':
      '<CustomPermission><label>Sync</label></CustomPermission>',
    'permissionsets/Rep.permissionset-meta.xml':
      '<PermissionSet><label>Rep</label><customPermissions><enabled>true</enabled><name>Sync</name></customPermissions><classAccesses><apexClass>Foo</apexClass><enabled>true</enabled></classAccesses><objectPermissions><allowRead>true</allowRead><object>Account</object></objectPermissions></PermissionSet>',
    'objects/Kind__mdt/Kind__mdt.object-meta.xml': objectXml('<label>Kind</label>'),
    'objects/Kind__mdt/fields/On__c.field-meta.xml': fieldXml(
      '<label>On</label><type>Checkbox</type><defaultValue>false</defaultValue>',
    ),
    'objects/Kind__mdt/fields/Rank__c.field-meta.xml': fieldXml(
      '<label>Rank</label><type>Number</type><precision>3</precision><scale>0</scale>',
    ),
    'customMetadata/Kind.Good.md-meta.xml':
      '<CustomMetadata xmlns:xsi="x"><label>Good</label><values><field>On__c</field><value xsi:type="xsd:boolean">true</value></values><values><field>Rank__c</field><value xsi:type="xsd:double">7.0</value></values></CustomMetadata>',
  },
  { namespace: 'acme' },
);

function rows(org: TestOrg, object: string, condition = '1 = 1'): Map<string, unknown>[] {
  const model = org.schema.object(object);
  assert.ok(model, object);
  return org.store.rows(model, condition);
}

test('a new org has its setup data', () => {
  const org = new TestOrg(schema);
  assert.equal(rows(org, 'Organization')[0]?.get('namespaceprefix'), 'acme');
  assert.ok(rows(org, 'Profile').some((row) => row.get('name') === 'Minimum Access - Salesforce'));
  assert.equal(rows(org, 'Pricebook2', '"IsStandard" = 1')[0]?.get('id'), org.setup.standardPricebookId);
  assert.deepEqual(
    rows(org, 'OrderStatus').map((row) => [row.get('apiname'), row.get('statuscode')]),
    [
      ['Draft', 'Draft'],
      ['Activated', 'Activated'],
    ],
  );
  assert.deepEqual(
    rows(org, 'ApexClass').map((row) => row.get('name')),
    ['Foo'],
  );
  const [kind] = rows(org, 'Kind__mdt');
  assert.deepEqual(
    ['developername', 'qualifiedapiname', 'acme__on__c', 'acme__rank__c'].map((name) => kind?.get(name)),
    ['Good', 'acme__Good', 1, 7],
  );
});

test('a permission set opens its classes and custom permissions to whom it is assigned', () => {
  const org = new TestOrg(schema);
  const [set] = rows(org, 'PermissionSet', `"Name" = 'Rep'`);
  const id = String(set?.get('id'));
  assert.deepEqual(
    rows(org, 'SetupEntityAccess', `"ParentId" = '${id}'`).map((row) => row.get('setupentitytype')),
    ['ApexClass', 'CustomPermission'],
  );
  assert.equal(rows(org, 'ObjectPermissions', `"ParentId" = '${id}'`)[0]?.get('permissionsread'), 1);
  const admin = org.setup.administratorId;
  const access = new UserAccess(org.store, schema);
  const holds = (name: string) => access.rightsOf(admin).hasCustomPermission(name);
  assert.equal(holds('Sync'), false);
  org.insert('PermissionSetAssignment', { AssigneeId: admin, PermissionSetId: id });
  assert.deepEqual([holds('sync'), holds('acme__Sync'), holds('Other')], [true, true, false]);
});

test('an order sums its items, which take product and list price of their price book entry', () => {
  const org = new TestOrg(schema);
  const account = org.insert('Account', { Name: 'A' });
  const product = org.insert('Product2', { Name: 'P', ProductCode: 'p-1', IsActive: true });
  const pricebook = org.setup.standardPricebookId;
  const entry = org.insert('PricebookEntry', {
    Pricebook2Id: pricebook,
    Product2Id: product,
    UnitPrice: Decimal.of('12.50'),
    IsActive: true,
  });
  assert.deepEqual([org.stored(entry, 'Name'), org.stored(entry, 'ProductCode')], ['P', 'p-1']);
  const order = org.insert('Order', {
    AccountId: account,
    EffectiveDate: ApexDate.of(2026, 5, 1),
    Status: 'Draft',
    Pricebook2Id: pricebook,
  });
  assert.match(String(org.stored(order, 'OrderNumber')), /^\d{8}$/);
  const item = org.insert('OrderItem', {
    OrderId: order,
    PricebookEntryId: entry,
    Quantity: Decimal.of('3'),
    UnitPrice: Decimal.of('10.10'),
  });
  assert.deepEqual(
    [
      org.stored(item, 'Product2Id'),
      org.stored(item, 'ListPrice'),
      org.stored(item, 'TotalPrice'),
      org.stored(order, 'TotalAmount'),
    ],
    [product, 12.5, 30.3, 30.3],
  );
  org.save('update', org.record('Order', { Id: order, Status: 'Activated' }));
  assert.deepEqual(
    [org.stored(order, 'StatusCode'), org.stored(order, 'ActivatedById')],
    ['Activated', org.setup.administratorId],
  );
  assert.deepEqual(org.errors(org.save('insert', org.record('Order', { AccountId: account }))[0]), [
    'REQUIRED_FIELD_MISSING: Required fields are missing: [EffectiveDate, Status] [EffectiveDate, Status]',
  ]);
});

test('names of people and closed states are computed', () => {
  const org = new TestOrg(schema);
  assert.equal(org.stored(org.insert('Contact', { FirstName: 'Ann', LastName: 'Lee' }), 'Name'), 'Ann Lee');
  const opportunity = org.insert('Opportunity', {
    Name: 'O',
    StageName: 'Closed Won',
    CloseDate: ApexDate.of(2026, 5, 1),
  });
  assert.deepEqual(
    ['IsClosed', 'IsWon', 'Probability'].map((name) => org.stored(opportunity, name)),
    [1, 1, 100],
  );
  const task = org.insert('Task', { Subject: 'Call', Status: 'Completed' });
  assert.deepEqual([org.stored(task, 'IsClosed'), org.stored(task, 'Priority')], [1, 'Normal']);
});

test('a first version of a file makes its document and its link', () => {
  const org = new TestOrg(schema);
  const account = org.insert('Account', { Name: 'A' });
  const version = org.insert('ContentVersion', {
    PathOnClient: 'a/report.txt',
    Title: 'Report',
    VersionData: Blob.ofText('hello'),
    FirstPublishLocationId: account,
  });
  const document = String(org.stored(version, 'ContentDocumentId'));
  assert.deepEqual(
    [org.stored(version, 'FileExtension'), org.stored(version, 'ContentSize'), org.stored(document, 'Title')],
    ['txt', 5, 'Report'],
  );
  assert.equal(org.stored(document, 'LatestPublishedVersionId'), version);
  assert.equal(rows(org, 'ContentDocumentLink', `"LinkedEntityId" = '${account}'`).length, 1);
  const next = org.insert('ContentVersion', {
    PathOnClient: 'b.txt',
    ContentDocumentId: document,
    VersionData: Blob.ofText('x'),
  });
  assert.deepEqual(
    [org.stored(version, 'IsLatest'), org.stored(next, 'IsLatest'), org.stored(next, 'VersionNumber')],
    [0, 1, '2'],
  );
});
