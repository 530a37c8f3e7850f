import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { failureOf, logOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

/*
 * Salesforce's Record Locking Cheat Sheet: a save locks the master of a detail, and what a lookup names unless the lookup
 * is cleared when its parent goes.
 */
const project = new TemporaryProject();
project.addMetadata(
  'objects/Line__c/Line__c.object-meta.xml',
  'CustomObject',
  '<label>Line</label><pluralLabel>Lines</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
);
const lookup = (name: string, content: string): void =>
  project.addMetadata(
    `objects/Line__c/fields/${name}.field-meta.xml`,
    'CustomField',
    `<fullName>${name}</fullName><label>${name}</label><referenceTo>Account</referenceTo>${content}`,
  );
lookup(
  'Master__c',
  '<type>MasterDetail</type><relationshipName>Lines</relationshipName><relationshipOrder>0</relationshipOrder>',
);
lookup(
  'Kept__c',
  '<type>Lookup</type><deleteConstraint>Restrict</deleteConstraint><relationshipName>KeptLines</relationshipName>',
);
lookup(
  'Cleared__c',
  '<type>Lookup</type><deleteConstraint>SetNull</deleteConstraint><relationshipName>ClearedLines</relationshipName>',
);
const org = createOrg({ project: project.root, cache: null });
const { locks } = org.kernel;
const ids = { Master: '', Kept: '', Cleared: '' };
type Parent = keyof typeof ids;
let line = '';

after(async () => {
  await org.close();
  project.remove();
});

beforeEach(() => {
  logOf(org, 'delete [SELECT Id FROM Line__c]; delete [SELECT Id FROM Account];');
  for (const name of Object.keys(ids) as Parent[]) ids[name] = org.insert('Account', { Name: name });
  line = org.insert('Line__c', {
    Name: 'L',
    Master__c: ids.Master,
    Kept__c: ids.Kept,
    Cleared__c: ids.Cleared,
  });
});

/** What Apex does while another transaction has the account. */
function whileLocked(account: Parent, apex: string, isRefused: boolean): void {
  const release = locks.hold([ids[account]]);
  try {
    if (isRefused) assert.match(failureOf(org, apex).exception, /UNABLE_TO_LOCK_ROW/);
    else logOf(org, apex);
  } finally {
    release();
  }
}

const insert = (): string =>
  `insert new Line__c(Name = 'N', Master__c = '${ids.Master}', Kept__c = '${ids.Kept}', Cleared__c = '${ids.Cleared}');`;

test('an insert locks the master and the parents that can not be deleted', () => {
  whileLocked('Master', insert(), true);
  whileLocked('Kept', insert(), true);
  whileLocked('Cleared', insert(), false);
});

test('an update locks the master, and another parent when the lookup changes', () => {
  const update = (values: string): string => `update new Line__c(Id = '${line}', ${values});`;
  whileLocked('Master', update("Name = 'Changed'"), true);
  whileLocked('Kept', update("Name = 'Changed'"), false);
  whileLocked('Kept', update(`Kept__c = '${ids.Cleared}'`), true);
});

test('a delete locks the master', () => {
  whileLocked('Kept', `delete new Line__c(Id = '${line}');`, false);
  anotherLine();
  whileLocked('Master', `delete new Line__c(Id = '${line}');`, true);
});

function anotherLine(): void {
  line = org.insert('Line__c', { Name: 'L', Master__c: ids.Master });
}
