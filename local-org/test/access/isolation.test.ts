import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { assertPassed, resultsOf } from '../run/apex.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({
  IsolationTest: `@IsTest private class IsolationTest {
    @TestSetup static void setup() { insert new Account(Name = 'Of the setup'); }
    @IsTest static void seesItsOwnData() {
      Assert.areEqual('Of the setup', [SELECT Name FROM Account].Name);
      Account made = new Account(Name = 'Of the test');
      insert made;
      Assert.areEqual(2, [SELECT COUNT() FROM Account]);
      Assert.areEqual(0, [SELECT COUNT() FROM Pricebook2 WHERE IsStandard = FALSE]);
    }
    @IsTest static void seesSetup() {
      Assert.areEqual(1, [SELECT COUNT() FROM User WHERE LastName = 'Rep']);
      Assert.isTrue([SELECT COUNT() FROM Profile] > 5);
      Assert.isNotNull(Test.getStandardPricebookId());
    }
  }`,
  SeeAllTest: `@IsTest(SeeAllData=true) private class SeeAllTest {
    @IsTest static void seesTheData() { Assert.areEqual('Of the org', [SELECT Name FROM Account].Name); }
  }`,
  OneSeesAllTest: `@IsTest private class OneSeesAllTest {
    @IsTest(SeeAllData=true) static void seesTheData() { Assert.areEqual('Of the org', [SELECT Name FROM Account].Name); }
    @IsTest static void seesNone() { Assert.areEqual(0, [SELECT COUNT() FROM Account]); }
  }`,
});
const org = createOrg({ project: project.root, cache: null });
const id = org.insert('Account', { Name: 'Of the org' });
org.insert('Pricebook2', { Name: 'Of the org' });
org.addUser({ name: 'Rep' });
after(async () => {
  await org.close();
  project.remove();
});

test('a test does not see the data of the org, but its users and the like', async () => {
  assertPassed(resultsOf(org, 'IsolationTest'), 'seesItsOwnData', 'seesSetup');
});

test('with SeeAllData a class or a method sees them', async () => {
  assertPassed(resultsOf(org, 'SeeAllTest'), 'seesTheData');
  assertPassed(resultsOf(org, 'OneSeesAllTest'), 'seesTheData', 'seesNone');
});

test('afterwards the data are there, and new records get new ids', () => {
  assert.deepEqual(org.query('SELECT Id FROM Account'), [{ Id: id }]);
  assert.notEqual(org.insert('Account', { Name: 'Next' }), id);
  assert.equal(org.query('SELECT COUNT() FROM Account')[0]?.count, 2);
});
