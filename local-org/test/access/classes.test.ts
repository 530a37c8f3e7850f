import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  Greeter: `public with sharing class Greeter {
    @AuraEnabled public static String greet() { return 'Hello, ' + UserInfo.getLastName(); }
  }`,
});
project.addMetadata(
  'permissionsets/Greeted.permissionset-meta.xml',
  'PermissionSet',
  '<label>Greeted</label><classAccesses><apexClass>Greeter</apexClass><enabled>true</enabled></classAccesses>',
);
const org = createOrg({ project: project.root, cache: null });
after(async () => {
  await org.close();
  project.remove();
});

const greet = (user: string) => org.invoke({ className: 'Greeter', method: 'greet', user });

test('a component calls only the classes that a permission set opens to its user', () => {
  assert.equal(greet(org.addUser({ name: 'Open', permissionSets: ['Greeted'] })), 'Hello, Open');
  const closed = org.addUser({ name: 'Closed' });
  assert.throws(
    () => greet(closed),
    (error: { body?: { message?: string } }) =>
      error.body?.message === "You do not have access to the Apex class named 'Greeter'.",
  );
});

test('who writes Apex calls any class', () => {
  assert.equal(org.invoke({ className: 'Greeter', method: 'greet' }), 'Hello, User');
});

test('a user needs a profile and permission sets that exist', () => {
  assert.throws(() => org.addUser({ name: 'Nobody', profile: 'Nothing' }), /There is no Profile Nothing/);
});
