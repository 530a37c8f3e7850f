import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, namespaced, problems, schema } from './harness.ts';
import { checkQuery } from '../../src/soql/check.ts';
import { parseQuery } from '../../src/syntax/parse.ts';
import { primitive } from '../../src/types/make.ts';

const RIGHT = [
  'SELECT Id, Name, Owner.Name, Parent.Parent.Owner.Profile.Name FROM Account',
  "SELECT Id, (SELECT Id, Name FROM Contacts WHERE LastName LIKE 'A%' ORDER BY Name LIMIT 3) FROM Account a WHERE a.Name != null",
  "SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE a.Industry = 'x'",
  'SELECT Contact.Name FROM Contact',
  'SELECT COUNT() FROM Account LIMIT 4',
  'SELECT Name n, COUNT(Id) total, MAX(CreatedDate) FROM Account GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC, Name, total',
  'SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate) ORDER BY CALENDAR_YEAR(CreatedDate)',
  "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Name = 'x') AND Id NOT IN (SELECT WhatId FROM Task)",
  "SELECT Id FROM Order_Line__c WHERE Tags__c INCLUDES ('red;blue', 'green') AND Due__c = LAST_N_DAYS:3 AND Account__r.Name = ''",
  'SELECT Id FROM Account WHERE HOUR_IN_DAY(convertTimezone(CreatedDate)) = 3 AND DAY_ONLY(CreatedDate) = TODAY',
  'SELECT toLabel(Status__c) FROM Order_Line__c FOR UPDATE',
  'SELECT Id FROM Account ALL ROWS',
  'SELECT What.Name, Who.Type FROM Task',
  'SELECT BillingAddress, Owner.Address FROM Account',
  'SELECT Status__c, toLabel(Status__c) label, FORMAT(Amount__c) FROM Order_Line__c',
  "SELECT FORMAT(MIN(Due__c)) d FROM Order_Line__c WHERE toLabel(Status__c) = 'x'",
];

for (const text of RIGHT) test(`nothing is wrong with ${text}`, () => assert.deepEqual(problems(text), []));

const WRONG: readonly [string, ...string[]][] = [
  ['SELECT Id FROM Acount', 'soql/unknown-object'],
  ['SELECT Nam FROM Account', 'soql/unknown-field'],
  ['SELECT Id, Ownr.Name FROM Account', 'soql/unknown-relationship'],
  ['SELECT Id, (SELECT Id FROM Contact) FROM Account', 'soql/unknown-relationship'],
  ['SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account', 'soql/depth'],
  ["SELECT Id FROM Order_Line__c WHERE Notes__c = 'x'", 'soql/not-filterable'],
  ['SELECT Id FROM Order_Line__c ORDER BY Notes__c', 'soql/order-by'],
  ['SELECT COUNT(Id) FROM Order_Line__c GROUP BY Notes__c', 'soql/group-by'],
  ["SELECT Id FROM Account WHERE Id LIKE '001%'", 'soql/operator'],
  ["SELECT Id FROM Account WHERE Name INCLUDES ('x')", 'soql/operator'],
  ['SELECT Id FROM Order_Line__c WHERE Paid__c > true', 'soql/operator'],
  ["SELECT Id FROM Order_Line__c WHERE Amount__c = '5'", 'soql/value-type'],
  ['SELECT Id FROM Account WHERE Name = 5', 'soql/value-type'],
  ['SELECT Id FROM Account WHERE CreatedDate = 2026-01-01', 'soql/value-type'],
  ['SELECT Id FROM Order_Line__c WHERE Due__c = 2026-01-01T00:00:00Z', 'soql/value-type'],
  ["SELECT Id FROM Account WHERE Name IN 'x'", 'soql/operator'],
  ['SELECT Name, COUNT(Id) FROM Account', 'soql/not-grouped'],
  ['SELECT Name, Owner.Name, COUNT(Id) FROM Account GROUP BY Name, Owner.Name', 'soql/duplicate-alias'],
  ['SELECT Name n FROM Account', 'soql/alias'],
  ['SELECT Id, Name, id FROM Account', 'soql/duplicate-field'],
  ['SELECT COUNT(), Id FROM Account', 'soql/count'],
  ['SELECT SUM(Name) FROM Account', 'soql/aggregate'],
  ['SELECT Id FROM Account WHERE COUNT(Id) > 1', 'soql/aggregate'],
  ['SELECT COUNT(Id) FROM Account LIMIT 1', 'soql/limit'],
  ['SELECT COUNT(Id) FROM Account GROUP BY Name ORDER BY Industry', 'soql/order-by'],
  ['SELECT Id FROM Account OFFSET 2001', 'soql/offset'],
  ['SELECT Id FROM Account ORDER BY Name FOR UPDATE', 'soql/for-update'],
  ['SELECT Id FROM Account WHERE Name IN (SELECT AccountId FROM Contact)', 'soql/semi-join'],
  ['SELECT Id FROM Account WHERE Id IN (SELECT Name FROM Contact)', 'soql/semi-join'],
  ['SELECT Id FROM Account WHERE ParentId IN (SELECT Id FROM Account)', 'soql/semi-join'],
  ["SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)", 'soql/semi-join'],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT WhoId FROM Task))',
    'soql/semi-join',
  ],
  ['SELECT FIELDS(ALL) FROM Account LIMIT 200', 'soql/fields'],
  ['SELECT Id FROM Account WHERE BillingAddress = null', 'soql/not-filterable'],
  ['SELECT Id FROM Account ORDER BY BillingAddress', 'soql/order-by'],
  ['SELECT Id FROM Account USING SCOPE team', 'unsupported/soql'],
  ['SELECT Id FROM Profile USING SCOPE mine', 'soql/scope'],
  [
    'SELECT Id, (SELECT Id, (SELECT Id, (SELECT Id, (SELECT Id, (SELECT Id FROM ChildAccounts) FROM ChildAccounts) FROM ChildAccounts) FROM ChildAccounts) FROM ChildAccounts) FROM Account',
    'soql/depth',
  ],
  ['SELECT Id FROM Order_Line__c WHERE Amount__c > USD5', 'unsupported/soql'],
  ['SELECT convertCurrency(Amount__c) FROM Order_Line__c', 'unsupported/soql'],
  ['SELECT FORMAT(Name) FROM Order_Line__c', 'soql/function'],
  ['SELECT Amount__c, FORMAT(Amount__c) FROM Order_Line__c', 'soql/duplicate-field'],
  ['SELECT Id FROM Order_Line__c ORDER BY toLabel(Status__c)', 'soql/order-by'],
  ["SELECT Id FROM Order_Line__c WHERE toLabel(Name) = 'x'", 'soql/function'],
];

for (const [text, ...expected] of WRONG)
  test(`${expected.join()}: ${text}`, () => assert.deepEqual(codes(text), expected));

test('a name that is nearly right comes with a suggestion', () => {
  assert.equal(problems('SELECT Nmae FROM Account')[0]?.suggestion, 'Did you mean "Name"?');
  assert.match(problems('SELECT Id FROM Acount')[0]?.suggestion ?? '', /"Account"/);
  assert.match(
    problems('SELECT Id, (SELECT Id FROM Contacs) FROM Account')[0]?.suggestion ?? '',
    /"Contacts"/,
  );
});

test('the message of an unknown field is that of the platform', () => {
  assert.equal(
    problems('SELECT Nam FROM Account')[0]?.message,
    "No such column 'Nam' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c'" +
      ' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.',
  );
});

test('inside a namespace names go with and without it', () => {
  assert.deepEqual(codes('SELECT Key__c, acme__Key__c, Account__r.Name FROM Order_Line__c', namespaced), [
    'soql/duplicate-field',
  ]);
  assert.deepEqual(codes('SELECT acme__Amount__c FROM acme__Order_Line__c', namespaced), []);
  assert.deepEqual(codes('SELECT (SELECT Id FROM Lines__r) FROM Account', namespaced), []);
  const { object } = checkQuery(parseQuery('SELECT Id FROM Order_Line__c'), namespaced, [], () => undefined);
  assert.equal(object, 'acme__Order_Line__c');
});

test('the shape of a query is told', () => {
  const shape = (text: string) => checkQuery(parseQuery(text), schema, [], () => undefined);
  assert.deepEqual(shape('SELECT COUNT() FROM account'), {
    object: 'Account',
    isAggregate: false,
    isCount: true,
  });
  assert.deepEqual(shape('SELECT COUNT(Id) FROM Account'), {
    object: 'Account',
    isAggregate: true,
    isCount: false,
  });
  assert.deepEqual(shape('SELECT Name FROM Account GROUP BY Name'), {
    object: 'Account',
    isAggregate: true,
    isCount: false,
  });
});

test('the type of a bind must fit', () => {
  const check = (text: string, type: Parameters<typeof primitive>[0]): string[] => {
    const found: string[] = [];
    checkQuery(parseQuery(text), schema, [primitive(type)], (problem) => found.push(problem.message));
    return found;
  };
  assert.deepEqual(check('SELECT Id FROM Account WHERE Name = :x', 'Integer'), [
    'Invalid bind expression type of Integer for column of type String',
  ]);
  assert.deepEqual(check('SELECT Id FROM Account WHERE Id = :x', 'String'), []);
  assert.deepEqual(check('SELECT Id FROM Account WHERE Id IN :x', 'Id'), [
    'IN operator must be used with an iterable expression',
  ]);
  assert.deepEqual(check('SELECT Id FROM Account LIMIT :x', 'String'), [
    'LIMIT takes an Integer of at least 0.',
  ]);
});
