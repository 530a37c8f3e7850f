import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, World } from './harness.ts';

function worldOfAccounts(): World {
  const world = new World();
  for (const [Name, Industry, Type] of [
    ['a', 'Media', 'Hot'],
    ['b', 'Media', 'Warm'],
    ['c', 'Media', null],
    ['d', 'Retail', 'Hot'],
    ['e', null, 'Hot'],
  ] as const)
    world.add('Account', { Name, Site: Industry, AccountNumber: Type });
  return world;
}

function rows(world: World, text: string, ...names: string[]): string[] {
  return world
    .records(text)
    .map((record) => names.map((name) => String(world.inside(() => record.read(name)))).join(' '));
}

test('ROLLUP adds a subtotal after each group, from right to left, and the total', () => {
  const text =
    'SELECT Site s, AccountNumber n, GROUPING(Site) gs, GROUPING(AccountNumber) gn, COUNT(Id) c FROM Account' +
    ' GROUP BY ROLLUP(Site, AccountNumber)';
  assert.deepEqual(rows(worldOfAccounts(), text, 's', 'n', 'gs', 'gn', 'c'), [
    'null Hot 0 0 1',
    'null null 0 1 1',
    'Media null 0 0 1',
    'Media Hot 0 0 1',
    'Media Warm 0 0 1',
    'Media null 0 1 3',
    'Retail Hot 0 0 1',
    'Retail null 0 1 1',
    'null null 1 1 5',
  ]);
});

test('CUBE adds a subtotal for every combination', () => {
  const text =
    'SELECT Site s, AccountNumber n, COUNT(Id) c FROM Account GROUP BY CUBE(Site, AccountNumber)' +
    ' HAVING GROUPING(Site) = 1 ORDER BY COUNT(Id) DESC, AccountNumber DESC';
  assert.deepEqual(rows(worldOfAccounts(), text, 's', 'n', 'c'), [
    'null null 5',
    'null Hot 3',
    'null null 1',
    'null Warm 1',
  ]);
});

test('groups of subtotals are sorted without case, and paged', () => {
  const world = new World();
  for (const Site of ['b', 'A', 'C']) world.add('Account', { Name: 'x', Site });
  const text = 'SELECT Site s, COUNT(Id) c FROM Account GROUP BY ROLLUP(Site)';
  assert.deepEqual(rows(world, text, 's'), ['A', 'b', 'C', 'null']);
  assert.deepEqual(rows(world, `${text} ORDER BY Site DESC NULLS LAST LIMIT 2 OFFSET 1`, 's'), ['b', 'A']);
});

test('a filter counts for every subtotal, and so does a field that is aggregated, too', () => {
  const text =
    "SELECT Site s, COUNT(Site) c, MIN(Name) m FROM Account WHERE Parent.Name = null AND Site = 'media' GROUP BY ROLLUP(Site)";
  assert.deepEqual(rows(worldOfAccounts(), text, 's', 'c', 'm'), ['Media 3 a', 'null 3 a']);
});

test('rows behind subtotals count as they do behind groups', () => {
  const world = worldOfAccounts();
  world.run('SELECT Site, MIN(Name) FROM Account GROUP BY ROLLUP(Site)');
  assert.equal(world.used.get('queryRows'), 10);
});

for (const text of [
  'SELECT Site, Name, Type, COUNT(Id) FROM Account GROUP BY CUBE(Site, Name, Type)',
  'SELECT CALENDAR_YEAR(CreatedDate) y, GROUPING(Site) g FROM Account GROUP BY ROLLUP(CALENDAR_YEAR(CreatedDate), Site)',
])
  test(`nothing is wrong with ${text}`, () => assert.deepEqual(codes(text), []));

for (const [text, code] of [
  ['SELECT COUNT(Id) FROM Account GROUP BY ROLLUP(Site, Name, Type, Phone)', 'soql/group-by'],
  ['SELECT GROUPING(Name) FROM Account GROUP BY Name', 'soql/function'],
  ['SELECT GROUPING(Name) FROM Account GROUP BY ROLLUP(Site)', 'soql/function'],
  ['SELECT COUNT(Id) FROM Account GROUP BY AnnualRevenue', 'soql/group-by'],
  ['SELECT COUNT(Id) FROM Account GROUP BY CreatedDate', 'soql/group-by'],
] as const)
  test(`refused: ${text}`, () => assert.deepEqual(codes(text), [code]));
