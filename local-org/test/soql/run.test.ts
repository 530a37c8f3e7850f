import assert from 'node:assert/strict';
import { FULL_ACCESS } from '../../src/data/access.ts';
import { test } from 'node:test';
import { ApexDate } from '../../src/values/date.ts';
import { ApexDatetime } from '../../src/values/datetime.ts';
import { Decimal } from '../../src/values/decimal.ts';
import type { SObject } from '../../src/values/sobject.ts';
import { World } from './harness.ts';

const LINES = 'FROM Order_Line__c';

/** Three accounts, two contacts, four lines. */
function filled(): World & { acme: string; bolt: string } {
  const world = new World();
  const user = world.add('User', { Username: 'ann@x.y', LastName: 'Lee', FirstName: 'Ann', Name: 'Ann Lee' });
  const acme = world.add('Account', { Name: 'Acme', OwnerId: user, Industry: 'Energy' });
  const bolt = world.add('Account', { Name: 'bolt', OwnerId: user, ParentId: acme });
  world.add('Account', { Name: 'Zed' });
  world.add('Contact', { LastName: 'One', Name: 'One', AccountId: acme });
  world.add('Contact', { LastName: 'Two', Name: 'Two', AccountId: acme });
  world.add('Contact', { LastName: 'Lone', Name: 'Lone' });
  world.add('Order_Line__c', {
    Name: 'a',
    Key__c: 'K1',
    Amount__c: 0.1,
    Count__c: 1,
    Due__c: '2026-07-15',
    Status__c: 'Open',
    Tags__c: 'red;blue',
    Account__c: acme,
    Paid__c: 1,
  });
  world.add('Order_Line__c', {
    Name: 'b',
    Key__c: 'K2',
    Amount__c: 0.2,
    Count__c: 2,
    Due__c: '2026-07-01',
    Status__c: 'Closed',
    Tags__c: 'green',
    Account__c: acme,
  });
  world.add('Order_Line__c', {
    Name: 'c',
    Key__c: 'K3',
    Amount__c: 30,
    Count__c: 3,
    Status__c: 'Billed',
    Account__c: bolt,
  });
  world.add('Order_Line__c', { Name: '10%_d', Key__c: 'K4' });
  return Object.assign(world, { acme, bolt });
}

test('text compares without case; unequal and NOT take the empty ones along', () => {
  const world = filled();
  const names = (where: string, ...binds: unknown[]) =>
    world.values('Name', `SELECT Name FROM Account WHERE ${where} ORDER BY Name`, ...binds);
  assert.deepEqual(names("Name = 'ACME'"), ['Acme']);
  assert.deepEqual(names("Industry != 'energy'"), ['bolt', 'Zed']);
  assert.deepEqual(names("NOT(Industry = 'Energy')"), ['bolt', 'Zed']);
  assert.deepEqual(names("NOT(Industry LIKE 'e%')"), ['bolt', 'Zed']);
  assert.deepEqual(names('Industry = null'), ['bolt', 'Zed']);
  assert.deepEqual(names("Industry = ''"), ['bolt', 'Zed']);
  assert.deepEqual(names('Industry = :x', null), ['bolt', 'Zed']);
  assert.deepEqual(names('Industry != :x', null), ['Acme']);
  assert.deepEqual(names("Industry NOT IN ('Energy')"), ['bolt', 'Zed']);
  assert.deepEqual(names("Industry IN ('Energy', null)"), ['Acme', 'bolt', 'Zed']);
  assert.deepEqual(names('Industry IN :x', world.list('String', 'energy', null)), ['Acme', 'bolt', 'Zed']);
  assert.deepEqual(names('Industry IN :x', world.list('String')), []);
  assert.deepEqual(names('Industry NOT IN :x', world.list('String')), ['Acme', 'bolt', 'Zed']);
  assert.deepEqual(names("Name > 'acme' AND Name <= 'BOLT'"), ['bolt']);
});

test('LIKE knows both wildcards and their escapes', () => {
  const world = filled();
  const like = (pattern: string) => world.values('Name', `SELECT Name ${LINES} WHERE Name LIKE '${pattern}'`);
  assert.deepEqual(like('A'), ['a']);
  assert.deepEqual(like('_'), ['a', 'b', 'c']);
  assert.deepEqual(like('10\\%\\_d'), ['10%_d']);
  assert.deepEqual(like('a\\%'), []);
  assert.deepEqual(world.values('Name', `SELECT Name ${LINES} WHERE Name LIKE :x`, '10\\%%'), ['10%_d']);
  assert.deepEqual(
    world.values('Name', `SELECT Name ${LINES} WHERE Name LIKE :x`, world.list('String', 'A%', 'b')),
    ['a', 'b'],
  );
});

test('INCLUDES needs all of one text, EXCLUDES none of them', () => {
  const world = filled();
  const tagged = (where: string) => world.values('Name', `SELECT Name ${LINES} WHERE Tags__c ${where}`);
  assert.deepEqual(tagged("INCLUDES ('blue;RED')"), ['a']);
  assert.deepEqual(tagged("INCLUDES ('blue;green')"), []);
  assert.deepEqual(tagged("INCLUDES ('blue;green', 'green')"), ['b']);
  assert.deepEqual(tagged("EXCLUDES ('red')"), ['b', 'c', '10%_d']);
});

test('values come as Apex values, and the Id always', () => {
  const world = filled();
  const [line] = world.records(
    `SELECT Amount__c, Count__c, Due__c, Paid__c, Status__c, toLabel(Account__r.Industry) ${LINES} WHERE Key__c = 'k1'`,
  );
  world.inside(() => {
    assert.equal(line!.get('amount__c').toString(), '0.10');
    assert.ok(line!.get('amount__c') instanceof Decimal);
    assert.ok(line!.get('due__c').equals(ApexDate.of(2026, 7, 15)));
    assert.equal(line!.get('paid__c'), true);
    assert.equal(line!.id?.length, 18);
    assert.throws(
      () => line!.get('name'),
      (error: SObject) =>
        /without querying|querying the requested field/.test(String((error as never)['$message'])),
    );
  });
});

test('parents are nested records, missing ones are null', () => {
  const world = filled();
  const records = world.records(
    'SELECT Name, Account.Parent.Name, Account.Owner.Name FROM Contact ORDER BY Name',
  );
  const [lone, one] = records;
  world.inside(() => {
    assert.equal(lone!.parent('account'), null);
    const account = one!.parent('account')!;
    assert.equal(account.id, world.acme);
    assert.equal(one!.get('accountid'), world.acme);
    assert.equal(account.parent('parent'), null);
    assert.equal(account.parent('owner')!.get('name'), 'Ann Lee');
  });
});

test('a filter on a parent may meet no parent', () => {
  const world = filled();
  assert.deepEqual(
    world.values('Name', "SELECT Name FROM Contact WHERE Account.Name = 'acme' ORDER BY Name DESC"),
    ['Two', 'One'],
  );
  assert.deepEqual(world.values('Name', "SELECT Name FROM Contact WHERE Account.Name != 'acme'"), ['Lone']);
  assert.deepEqual(world.values('Name', 'SELECT Name FROM Contact WHERE Account.Name = null'), ['Lone']);
});

test('a polymorphic parent is seen through Name', () => {
  const world = filled();
  world.add('Task', { Subject: 'call', WhatId: world.acme });
  world.add('Task', { Subject: 'none' });
  const [call, none] = world.records('SELECT Subject, What.Name, What.Type FROM Task ORDER BY Subject');
  world.inside(() => {
    assert.equal(call!.parent('what')!.get('name'), 'Acme');
    assert.equal(call!.parent('what')!.get('type'), 'Account');
    assert.equal(none!.parent('what'), null);
  });
  assert.deepEqual(
    world.values('Subject', "SELECT Subject FROM Task WHERE What.Type = 'Account' AND What.Name = 'ACME'"),
    ['call'],
  );
});

test('children come in lists, with LIMIT for each parent', () => {
  const world = filled();
  const [acme, bolt] = world.records(
    'SELECT Name, (SELECT Name FROM Contacts ORDER BY Name DESC LIMIT 1) FROM Account ORDER BY Name',
  );
  world.inside(() => {
    assert.deepEqual(
      acme!.children('contacts').items.map((each: SObject) => each.get('name')),
      ['Two'],
    );
    assert.equal(acme!.children('contacts').type.name, 'List<Contact>');
    assert.deepEqual(bolt!.children('contacts').items, []);
  });
  assert.equal(world.used.get('queries'), 1);
  assert.equal(world.used.get('aggregateQueries'), 1);
  assert.equal(world.used.get('queryRows'), 4);
});

test('semi-joins and anti-joins', () => {
  const world = filled();
  const names = (where: string) =>
    world.values('Name', `SELECT Name FROM Account WHERE ${where} ORDER BY Name`);
  assert.deepEqual(names('Id IN (SELECT AccountId FROM Contact)'), ['Acme']);
  assert.deepEqual(names('Id NOT IN (SELECT AccountId FROM Contact)'), ['bolt', 'Zed']);
  assert.deepEqual(names("Id IN (SELECT Account__c FROM Order_Line__c WHERE Account__r.Name = 'bolt')"), [
    'bolt',
  ]);
});

test('order: empty first, picklists by position, ties by Id', () => {
  const world = filled();
  const names = (order: string) => world.values('Name', `SELECT Name ${LINES} ORDER BY ${order}`);
  assert.deepEqual(names('Due__c'), ['c', '10%_d', 'b', 'a']);
  assert.deepEqual(names('Due__c DESC NULLS LAST'), ['a', 'b', 'c', '10%_d']);
  assert.deepEqual(names('Status__c NULLS LAST'), ['a', 'c', 'b', '10%_d']);
  assert.deepEqual(names('Account__r.Name DESC, Name DESC'), ['10%_d', 'c', 'b', 'a']);
  assert.deepEqual(world.values('Name', `SELECT Name ${LINES} LIMIT 2 OFFSET 1`), ['b', 'c']);
  assert.deepEqual(world.values('Name', `SELECT Name ${LINES} ORDER BY Name LIMIT :n OFFSET :m`, 1, 3), [
    'c',
  ]);
});

test('date literals are ranges in the time zone of the user', () => {
  const world = new World();
  const at = (text: string) =>
    world.add('Order_Line__c', { Name: text, CreatedDate: Date.parse(text), Due__c: text.slice(0, 10) });
  // It is 23:30 on 15 July in Berlin, two hours ahead of GMT.
  at('2026-07-14T21:59:59Z');
  at('2026-07-14T22:00:00Z');
  at('2026-07-15T21:59:59Z');
  at('2026-07-15T22:00:00Z');
  const count = (where: string) => world.run(`SELECT COUNT() ${LINES} WHERE ${where}`).count;
  assert.equal(count('CreatedDate = TODAY'), 2);
  assert.equal(count('CreatedDate < TODAY'), 1);
  assert.equal(count('CreatedDate > TODAY'), 1);
  assert.equal(count('CreatedDate <= TODAY'), 3);
  assert.equal(count('CreatedDate != TODAY'), 2);
  assert.equal(count('CreatedDate IN (YESTERDAY, TOMORROW)'), 2);
  assert.equal(count('CreatedDate = LAST_N_DAYS:1'), 3);
  assert.equal(count('Due__c = TODAY'), 2);
  assert.equal(count('Due__c = THIS_QUARTER'), 4);
  assert.equal(count('Due__c = NEXT_N_MONTHS:2'), 0);
  assert.equal(count('CreatedDate = :x'.replace(':x', '2026-07-15T00:00:00+02:00')), 1);
});

test('moments of binds have milliseconds, dates are midnight in GMT', () => {
  const world = new World();
  world.add('Order_Line__c', { Name: 'x', CreatedDate: Date.parse('2026-07-15T00:00:00Z') });
  const names = (bind: unknown) => world.values('Name', `SELECT Name ${LINES} WHERE CreatedDate = :x`, bind);
  assert.deepEqual(names(new ApexDatetime(Date.parse('2026-07-15T00:00:00.000Z'))), ['x']);
  assert.deepEqual(names(new ApexDatetime(Date.parse('2026-07-15T00:00:00.900Z'))), []);
  assert.deepEqual(names(ApexDate.of(2026, 7, 15)), ['x']);
});

test('date functions are those of GMT, with convertTimezone those of the user', () => {
  const world = new World();
  world.add('Order_Line__c', {
    Name: 'x',
    CreatedDate: Date.parse('2026-12-31T23:30:00Z'),
    Due__c: '2026-04-10',
  });
  const one = (call: string) => {
    const [row] = world.records(`SELECT ${call} v ${LINES} GROUP BY ${call}`);
    const value = row!.read('v');
    return typeof value === 'number' ? value : value.toIsoString();
  };
  assert.equal(one('CALENDAR_YEAR(CreatedDate)'), 2026);
  assert.equal(one('CALENDAR_YEAR(convertTimezone(CreatedDate))'), 2027);
  assert.equal(one('HOUR_IN_DAY(convertTimezone(CreatedDate))'), 0);
  assert.equal(one('DAY_ONLY(convertTimezone(CreatedDate))'), '2027-01-01');
  assert.equal(one('CALENDAR_QUARTER(Due__c)'), 2);
  assert.equal(one('FISCAL_MONTH(Due__c)'), 4);
  assert.equal(one('DAY_IN_MONTH(Due__c)'), 10);
  assert.equal(one('DAY_IN_WEEK(Due__c)'), 6);
  assert.equal(one('DAY_IN_YEAR(Due__c)'), 100);
  assert.equal(one('WEEK_IN_MONTH(Due__c)'), 2);
  assert.equal(one('WEEK_IN_YEAR(Due__c)'), 15);
  assert.equal(
    world.run(`SELECT COUNT() ${LINES} WHERE CALENDAR_YEAR(convertTimezone(CreatedDate)) = 2027`).count,
    1,
  );
});

test('aggregates have names, types and exact sums', () => {
  const world = filled();
  const [row] = world.records(
    `SELECT COUNT(Id), COUNT(Due__c) due, SUM(Amount__c), AVG(Count__c), MIN(Name), MAX(Due__c) last, COUNT_DISTINCT(Account__c) ${LINES}`,
  );
  world.inside(() => {
    assert.equal(row!.read('expr0'), 4);
    assert.equal(row!.read('due'), 2);
    assert.equal(row!.read('expr1').toString(), '30.30');
    assert.equal(row!.read('expr2').toString(), '2');
    assert.equal(row!.read('expr3'), '10%_d');
    assert.equal(row!.read('last').toIsoString(), '2026-07-15');
    assert.equal(row!.read('expr4'), 2);
    assert.equal(row!.object.name, 'AggregateResult');
  });
  assert.equal(world.used.get('queryRows'), 4);
});

test('groups, HAVING, aliases in ORDER BY', () => {
  const world = filled();
  const rows = world.records(
    `SELECT Account__r.Name, SUM(Amount__c) total ${LINES} GROUP BY Account__r.Name HAVING COUNT(Id) < :n ORDER BY total DESC NULLS LAST`,
    [5],
  );
  const plain = rows.map((row) => [row.read('name'), row.read('total')?.toString() ?? null]);
  assert.deepEqual(plain, [
    ['bolt', '30.00'],
    ['Acme', '0.30'],
    [null, null],
  ]);
  assert.deepEqual(world.run('SELECT COUNT() FROM Account WHERE Name != null LIMIT 2').count, 2);
  assert.equal(world.used.get('queries'), 2);
});

test('the recycle bin is seen only with ALL ROWS', () => {
  const world = new World();
  world.add('Account', { Name: 'gone', IsDeleted: 1 });
  assert.deepEqual(world.values('Name', 'SELECT Name FROM Account'), []);
  assert.deepEqual(world.values('Name', 'SELECT Name FROM Account ALL ROWS'), ['gone']);
});

test('ten thousand ids fit one query; records stand for their ids', () => {
  const world = filled();
  const many = world.list('Id', ...Array.from({ length: 10_000 }, () => world.acme));
  assert.deepEqual(world.values('Name', 'SELECT Name FROM Account WHERE Id IN :x', many), ['Acme']);
  const accounts = world.list('Account', ...world.records("SELECT Id FROM Account WHERE Name = 'bolt'"));
  assert.deepEqual(world.values('Name', `SELECT Name ${LINES} WHERE Account__c IN :x`, accounts), ['c']);
  assert.deepEqual(world.values('Name', 'SELECT Name FROM Account WHERE Id = :x', world.acme.slice(0, 15)), [
    'Acme',
  ]);
});

test('what is no id is refused', () => {
  const world = filled();
  assert.equal(
    world.failure(() => world.run("SELECT Id FROM Account WHERE Id = 'x'")),
    'System.QueryException: invalid ID field: x',
  );
});

test('an offset from a bind has the same maximum', () => {
  const world = filled();
  const failure = world.failure(() => world.run('SELECT Id FROM Account OFFSET :x', [2001]));
  assert.equal(failure, 'System.QueryException: Maximum SOQL offset allowed is 2000');
});

test('a user who may not read a field is told that there is none', () => {
  const world = new World({
    ...FULL_ACCESS,
    mayReadField: (_, field) => field.name !== 'Amount__c',
  });
  const failure = (access: 'user' | 'securityEnforced') =>
    world.failure(() => world.run(`SELECT Id ${LINES} WHERE Amount__c > 1`, [], access));
  assert.match(
    failure('user'),
    /^System\.QueryException: No such column 'Amount__c' on entity 'Order_Line__c'/,
  );
  assert.throws(() => failure('securityEnforced'), /Nothing was thrown/);
  assert.match(
    world.failure(() => world.run(`SELECT Amount__c ${LINES}`, [], 'securityEnforced')),
    /secure query included inaccessible field/,
  );
});
