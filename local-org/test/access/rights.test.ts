import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserAccess } from '../../src/access/user-access.ts';
import type { UserRights } from '../../src/access/user-rights.ts';
import { fieldXml, objectXml, schemaOf, TestOrg } from '../data/project.ts';

const FILES = {
  'objects/Bill__c/Bill__c.object-meta.xml': objectXml(
    '<label>Bill</label><nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>',
  ),
  'objects/Bill__c/fields/Amount__c.field-meta.xml': fieldXml(
    '<fullName>Amount__c</fullName><label>Amount</label><type>Number</type><precision>18</precision><scale>2</scale>',
  ),
  'objects/Account/fields/Ban__c.field-meta.xml': fieldXml(
    '<fullName>Ban__c</fullName><label>BAN</label><type>Text</type><length>20</length>',
  ),
  'permissionsets/Clerk.permissionset-meta.xml': `<?xml version="1.0"?><PermissionSet><label>Clerk</label>
    <objectPermissions><object>Bill__c</object><allowRead>true</allowRead><allowEdit>true</allowEdit></objectPermissions>
    <objectPermissions><object>Account</object><allowRead>true</allowRead></objectPermissions>
    <fieldPermissions><field>Bill__c.Amount__c</field><readable>true</readable><editable>false</editable></fieldPermissions>
    <fieldPermissions><field>Account.Ban__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
    <fieldPermissions><field>Account.Phone</field><readable>true</readable></fieldPermissions></PermissionSet>`,
};

class Office {
  readonly org: TestOrg;
  readonly access: UserAccess;

  constructor(given: Parameters<typeof schemaOf>[1] = {}) {
    this.org = new TestOrg(schemaOf(FILES, given));
    this.access = new UserAccess(this.org.store, this.org.schema);
  }

  id(object: string, name: string): string {
    const model = this.org.schema.object(object)!;
    return String(this.org.store.rows(model, '"Name" = ?', name)[0]?.get('id'));
  }

  user(name: string, profile = 'Minimum Access - Salesforce'): string {
    return this.org.insert('User', {
      LastName: name,
      Alias: name,
      Username: `${name}@office.test`,
      Email: `${name}@office.test`,
      ProfileId: this.id('Profile', profile),
      TimeZoneSidKey: 'Europe/Berlin',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
  }

  assign(user: string, set: string): void {
    this.org.insert('PermissionSetAssignment', {
      AssigneeId: user,
      PermissionSetId: this.id('PermissionSet', set),
    });
  }

  may(rights: UserRights, path: string): string {
    const [objectName = '', fieldName = ''] = path.split('.');
    const object = this.org.schema.object(objectName)!;
    const field = object.fields.get(fieldName)!;
    const words = [
      rights.mayReadField(object, field) && 'read',
      rights.mayWriteField(object, field) && 'edit',
    ];
    return words.filter(Boolean).join(' ');
  }
}

test('rights follow what is assigned, and what is rolled back never was', () => {
  const office = new Office();
  const clerk = office.user('clerk');
  const bill = office.org.schema.object('Bill__c')!;
  const reads = (): boolean => office.access.rightsOf(clerk).mayReadObject(bill);
  assert.equal(reads(), false);
  office.org.store.begin();
  office.assign(clerk, 'Clerk');
  assert.equal(reads(), true);
  office.org.store.rollback();
  assert.equal(reads(), false);
  office.assign(clerk, 'Clerk');
  assert.equal(reads(), true);
  assert.equal(office.access.rightsOf(clerk).mayWriteObject(bill, 'delete'), false);
});

test('users with the same permission sets share their rights', () => {
  const office = new Office();
  const [one, two] = [office.user('one'), office.user('two')];
  assert.equal(office.access.rightsOf(one), office.access.rightsOf(two));
});

test('fields are open as the permission set says', () => {
  const office = new Office();
  const clerk = office.user('clerk');
  office.assign(clerk, 'Clerk');
  const rights = office.access.rightsOf(clerk);
  assert.equal(office.may(rights, 'Bill__c.Amount__c'), 'read');
  assert.equal(office.may(rights, 'Account.Ban__c'), 'read edit');
  assert.equal(office.may(rights, 'Account.Phone'), 'read');
  assert.equal(office.may(rights, 'Account.Fax'), '');
});

test('as installed a permission set opens the package’s fields of Account, but neither Account nor its own fields', () => {
  const office = new Office({ namespace: 'acme', asInstalled: true });
  const clerk = office.user('clerk');
  office.assign(clerk, 'Clerk');
  const rights = office.access.rightsOf(clerk);
  assert.equal(office.may(rights, 'Bill__c.Amount__c'), 'read');
  assert.equal(office.may(rights, 'Account.Ban__c'), 'read edit');
  assert.equal(office.may(rights, 'Account.Phone'), '');
  assert.equal(rights.mayReadObject(office.org.schema.object('Account')!), false);
  assert.equal(rights.mayReadObject(office.org.schema.object('Bill__c')!), true);
});

test('with a sales profile beside it the standard fields are open, and those of the package stay as they are', () => {
  const office = new Office({ namespace: 'acme', asInstalled: true });
  const seller = office.user('seller', 'Standard User');
  assert.equal(office.may(office.access.rightsOf(seller), 'Account.Phone'), 'read edit');
  assert.equal(office.may(office.access.rightsOf(seller), 'Account.Ban__c'), '');
  assert.equal(office.may(office.access.rightsOf(seller), 'Account.Tradestyle'), '');
});

test('how far a user may go with records: own, public, others', () => {
  const office = new Office();
  const [clerk, other] = [office.user('clerk'), office.user('other')];
  for (const user of [clerk, other]) office.assign(user, 'Clerk');
  const bill = office.org.schema.object('Bill__c')!;
  const account = office.org.schema.object('Account')!;
  const mine = office.org.insert('Bill__c', { Name: 'Mine', OwnerId: clerk });
  const theirs = office.org.insert('Bill__c', { Name: 'Theirs', OwnerId: other });
  const open = office.org.insert('Account', { Name: 'Open', OwnerId: other });
  const records = office.access.recordAccessOf(clerk);
  assert.deepEqual(
    [...records.levels(bill, [mine, theirs])],
    [
      [mine, 'all'],
      [theirs, 'none'],
    ],
  );
  assert.deepEqual([...records.levels(account, [open])], [[open, 'edit']]);
  assert.equal(records.restricts(bill), true);
  assert.equal(records.restricts(account), false);
  assert.equal(office.access.recordAccessOf(office.org.setup.administratorId).isUnrestricted, true);
});
