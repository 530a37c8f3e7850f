import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, World } from './harness.ts';
import type { AccessRights } from '../../src/data/access.ts';

test('TYPEOF gives each parent as what it is, ELSE gives the others as Name, without ELSE they are left out', () => {
  const world = new World();
  const acme = world.add('Account', { Name: 'Acme', Phone: '1' });
  const deal = world.add('Opportunity', { Name: 'Deal' });
  for (const [Subject, WhatId] of [
    ['1', acme],
    ['2', deal],
    ['3', null],
  ] as const)
    world.add('Task', { Subject, WhatId });
  const parents = (text: string) =>
    world
      .records(`SELECT ${text} FROM Task ORDER BY Subject`)
      .map((task) => world.inside(() => task.parent('what')));
  const full = parents('TYPEOF What WHEN Account THEN Phone, Parent.Name ELSE Name END');
  assert.deepEqual(
    full.map((parent) => parent?.object.name ?? null),
    ['Account', 'Name', null],
  );
  assert.equal(full[0]!.id, acme);
  assert.equal(
    world.inside(() => full[0]!.parent('parent')),
    null,
  );
  assert.equal(
    world.inside(() => full[1]!.get('name')),
    'Deal',
  );
  const partly = parents('TYPEOF What WHEN Account THEN Phone END');
  assert.deepEqual(
    partly.map((parent) => parent?.id ?? null),
    [acme, null, null],
  );
  assert.match(
    world.failure(() => partly[0]!.get('name')),
    /without querying the requested field: Account.Name/,
  );
});

test('in user mode a field of a branch that the user may not read does not exist', () => {
  const rights = {
    mayReadObject: () => true,
    mayReadField: (_object: unknown, { name }: { name: string }) => name !== 'Phone',
  } as unknown as AccessRights;
  const world = new World(rights);
  const text = 'SELECT TYPEOF What WHEN Account THEN Phone END FROM Task';
  assert.match(
    world.failure(() => world.run(text, [], 'user')),
    /No such column 'Phone' on entity 'Account'/,
  );
});

for (const text of [
  'SELECT Id, (SELECT TYPEOF What WHEN Account THEN Name END FROM Tasks) FROM Account',
  'SELECT TYPEOF Owner WHEN User THEN Username, Profile.Name WHEN Group THEN Name END FROM Case',
])
  test(`nothing is wrong with ${text}`, () => assert.deepEqual(codes(text), []));

for (const [text, code] of [
  ['SELECT TYPEOF Account WHEN Account THEN Name END FROM Contact', 'soql/typeof'],
  ['SELECT TYPEOF What WHEN Acount THEN Name END FROM Task', 'soql/unknown-object'],
  ['SELECT TYPEOF What WHEN Account THEN Nam END FROM Task', 'soql/unknown-field'],
  ['SELECT TYPEOF What WHEN Account THEN Name ELSE Industry END FROM Task', 'soql/unknown-field'],
  ['SELECT TYPEOF What WHEN Account THEN Name WHEN account THEN Id END FROM Task', 'soql/typeof'],
  ['SELECT TYPEOF Who WHEN Account THEN Name END FROM Task', 'soql/typeof'],
  ['SELECT What.Name, TYPEOF What WHEN Account THEN Phone END FROM Task', 'soql/typeof'],
] as const)
  test(`refused: ${text}`, () => assert.deepEqual(codes(text), [code]));
