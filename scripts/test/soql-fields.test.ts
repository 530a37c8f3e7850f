import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soqlFields } from '../src/checks/soql-fields.ts';
import { apexClass, cleanProject, findingsOf } from './support/project.ts';

test('a project whose queries are right has no finding', async () => {
  const { looked, findings } = await soqlFields.run(cleanProject());
  assert.deepEqual(findings, []);
  assert.equal(looked, 1);
});

const RIGHT = [
  'SELECT Id, Name, OwnerId, Owner.Name, Account__r.Owner.Name FROM Subscription__c',
  'SELECT Id, (SELECT Id, Price__c FROM Items__r WHERE Price__c > 0) FROM Subscription__c',
  'SELECT Id, (SELECT Status__c FROM Subscriptions__r), (SELECT Id FROM Contacts) FROM Account',
  'SELECT s.Id, s.Account__r.Name FROM Subscription__c s WHERE s.Status__c = NULL',
  'SELECT billwright__Status__c, Account__r.billwright__BillingNumber__c FROM billwright__Subscription__c',
  'SELECT COUNT(Id) total, Status__c state FROM Subscription__c GROUP BY Status__c ORDER BY COUNT(Id)',
  'SELECT CALENDAR_YEAR(CreatedDate) y, SUM(Total__c) FROM Subscription__c GROUP BY CALENDAR_YEAR(CreatedDate)',
  'SELECT COUNT() FROM Subscription__c WHERE Account__c IN (SELECT AccountId FROM Contact)',
  'SELECT TYPEOF What WHEN Account THEN Phone WHEN Order THEN OrderNumber END FROM Task',
  'SELECT Id FROM Subscription__c WITH USER_MODE ORDER BY Account__r.Name NULLS LAST LIMIT 5 FOR UPDATE',
  'SELECT MasterLabel, QualifiedApiName, Path__c FROM Setting__mdt',
  'SELECT ParentId, RowCause FROM Subscription__Share',
  'SELECT FIELDS(STANDARD) FROM Subscription__c LIMIT 200',
];

for (const query of RIGHT) {
  test(`takes ${query}`, async (t) => {
    assert.deepEqual(await findingsOf(t, soqlFields, inClass(query)), []);
  });
}

const WRONG: readonly [query: string, expected: RegExp][] = [
  [
    'SELECT Gone__c FROM Subscription__c',
    /^force-app\/main\/default\/classes\/Queries\.cls:3 field Gone__c: Subscription__c has no field/,
  ],
  ['SELECT Id FROM Gone__c', /object There is no object Gone__c/],
  ['SELECT Id FROM Subscription__c WHERE Gone__c = 1', /has no field Gone__c/],
  ['SELECT Id FROM Subscription__c ORDER BY Gone__c', /has no field Gone__c/],
  ['SELECT COUNT(Id) FROM Subscription__c GROUP BY Gone__c', /has no field Gone__c/],
  ['SELECT Account__r.Gone__c FROM Subscription__c', /Account has no field Gone__c/],
  ['SELECT Account__c.Name FROM Subscription__c', /no relationship Account__c/],
  ['SELECT Gone__r.Name FROM Subscription__c', /no relationship Gone__r/],
  [
    'SELECT Id, (SELECT Gone__c FROM Items__r) FROM Subscription__c',
    /SubscriptionItem__c has no field Gone__c/,
  ],
  [
    'SELECT Id, (SELECT Id FROM SubscriptionItem__c) FROM Subscription__c',
    /no child relationship SubscriptionItem__c/,
  ],
  ['SELECT Id FROM Account WHERE Id IN (SELECT Gone__c FROM Contact)', /Contact has no field Gone__c/],
  ['SELECT OwnerId FROM SubscriptionItem__c', /SubscriptionItem__c has no field OwnerId/],
  ['SELECT TYPEOF What WHEN Account THEN Gone__c END FROM Task', /Account has no field Gone__c/],
  ['SELECT Name, COUNT(Id) FROM Subscription__c GROUP BY Status__c', /grouping Name must be in GROUP BY/],
  ['SELECT SUM(Gone__c) FROM Subscription__c', /has no field Gone__c/],
];

for (const [query, expected] of WRONG) {
  test(`finds the fault in ${query}`, async (t) => {
    const found = await findingsOf(t, soqlFields, inClass(query));
    assert.equal(found.length, 1, found.join('\n') || 'nothing found');
    assert.match(found[0] ?? '', expected);
  });
}

test('finds a field token that is not there, but not in a text or a comment', async (t) => {
  const text =
    "public class Tokens {\n  // Account.Gone__c\n  String a = 'Account.Gone__c';\n  Object b = Account.Gone__c;\n}\n";
  const found = await findingsOf(t, soqlFields, apexClass('Tokens', text));
  assert.deepEqual(found, [
    'force-app/main/default/classes/Tokens.cls:4 field Account has no field Gone__c.',
  ]);
});

test('takes tokens of our fields and relationships', async (t) => {
  const text =
    'public class Tokens {\n  Object b = Account.BillingNumber__c;\n  Object c = Schema.Subscription__c.Status__c;\n}\n';
  assert.deepEqual(await findingsOf(t, soqlFields, apexClass('Tokens', text)), []);
});

function inClass(query: string): Record<string, string> {
  return apexClass(
    'Queries',
    `public class Queries {\n  void run() {\n    Object found = [${query}];\n  }\n}\n`,
  );
}
