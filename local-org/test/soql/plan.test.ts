import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileQuery } from '../../src/soql/compile.ts';
import { parseQuery } from '../../src/syntax/parse.ts';
import type { BindShape, TextMode } from '../../src/soql/expressions.ts';
import { schema, World } from './harness.ts';

/** What SQLite does to run the query, without the values' own scans. */
function steps(text: string, shapes: readonly BindShape[], texts: TextMode = 'plain'): string[] {
  const { store } = new World();
  const plan = compileQuery(parseQuery(text), schema, shapes, null, texts);
  for (const table of plan.statement.tables) store.table(table);
  const rows = store.all(
    `EXPLAIN QUERY PLAN ${plan.statement.text}`,
    ...plan.statement.parameters.map(() => null),
  );
  return rows.map(({ detail }) => String(detail)).filter((detail) => !/json_each|SUBQUERY/.test(detail));
}

const INDEXED: readonly [string, BindShape, RegExp][] = [
  [
    'SELECT Id FROM Account WHERE Id = :x',
    'value',
    /SEARCH q USING .*INDEX sqlite_autoindex_Account_1 \(Id=\?\)/,
  ],
  [
    'SELECT Id FROM Account WHERE Id IN :x',
    'list',
    /SEARCH q USING .*INDEX sqlite_autoindex_Account_1 \(Id=\?\)/,
  ],
  [
    'SELECT Id FROM Order_Line__c WHERE Key__c = :x',
    'value',
    /SEARCH q USING INDEX Order_Line__c.Key__c \(Key__c=\?\)/,
  ],
  [
    'SELECT Id FROM Order_Line__c WHERE Key__c IN :x',
    'list',
    /SEARCH q USING INDEX Order_Line__c.Key__c \(Key__c=\?\)/,
  ],
  [
    'SELECT Id FROM Contact WHERE AccountId IN :x',
    'list',
    /SEARCH q USING INDEX Contact.AccountId \(AccountId=\?\)/,
  ],
  [
    'SELECT Id, Account.Name FROM Contact WHERE AccountId = :x',
    'value',
    /SEARCH q USING INDEX Contact.AccountId/,
  ],
  [
    'SELECT Id FROM Order_Line__c WHERE Account__r.Id = :x',
    'value',
    /SEARCH q_1 USING .*INDEX sqlite_autoindex_Account_1/,
  ],
];

for (const [text, shape, expected] of INDEXED) {
  test(`an index serves ${text}`, () =>
    assert.ok(
      steps(text, [shape]).some((step) => expected.test(step)),
      steps(text, [shape]).join('\n'),
    ));
}

test('an index serves a key with letters beyond ASCII', () => {
  const found = steps('SELECT Id FROM Order_Line__c WHERE Key__c = :x', ['value'], 'spelled');
  assert.ok(
    found.some((step) => /SEARCH q USING INDEX Order_Line__c.Key__c/.test(step)),
    found.join('\n'),
  );
});

test('a parent is joined once', () => {
  const { statement } = compileQuery(
    parseQuery(
      "SELECT Account.Name, Account.Industry FROM Contact WHERE Account.Name = 'x' ORDER BY Account.Name",
    ),
    schema,
    [],
  );
  assert.equal(statement.text.match(/LEFT JOIN/g)?.length, 1);
});
