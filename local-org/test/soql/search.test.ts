import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOrg } from '../../src/index.ts';
import { TemporaryProject } from '../temporary-project.ts';

const project = new TemporaryProject({});
const org = createOrg({ project: project.root });
test.after(async () => {
  await org.close();
  project.remove();
});

const ACCOUNTS = [
  { Name: 'Blue Harbour Ltd', Phone: '555 0101', Description: 'Boats and ropes' },
  { Name: 'Green Valley Inc', Phone: '555 0102', Description: 'Seeds by the harbour' },
  { Name: 'Élan Sport', Website: 'https://elan.example' },
];
for (const account of ACCOUNTS) org.insert('Account', account);

/** The names of the accounts that are found. */
function found(text: string, group = 'ALL'): string {
  const search = `FIND {${text}} IN ${group} FIELDS RETURNING Account(Name ORDER BY Name)`;
  const { exception, log } = org.execute(
    `for (SObject each : Search.query('${search.replaceAll("'", "\\'")}')[0]) System.debug(each.get('Name'));`,
  );
  assert.equal(exception, null);
  return log.map((entry) => entry.text).join(', ');
}

test('words are found whole, in any case, in all fields or in names alone', () => {
  assert.equal(found('HARBOUR'), 'Blue Harbour Ltd, Green Valley Inc');
  assert.equal(found('harbour', 'NAME'), 'Blue Harbour Ltd');
  assert.equal(found('harb'), '');
  assert.equal(found('élan'), 'Élan Sport');
  assert.equal(found('0102', 'PHONE'), 'Green Valley Inc');
});

test('wildcards, phrases, operators and brackets', () => {
  assert.equal(found('harb*'), 'Blue Harbour Ltd, Green Valley Inc');
  assert.equal(found('gre?n'), 'Green Valley Inc');
  assert.equal(found('"blue harbour"'), 'Blue Harbour Ltd');
  assert.equal(found('"harbour blue"'), '');
  assert.equal(found('blue ropes'), 'Blue Harbour Ltd');
  assert.equal(found('sport OR seeds'), 'Élan Sport, Green Valley Inc');
  assert.equal(found('harbour AND NOT (boats OR sport)'), 'Green Valley Inc');
});
