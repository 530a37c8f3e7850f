import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { Browser } from './browser.ts';
import { parcelProject } from './parcels.ts';
import { SalesforceCli, type CliResult } from './salesforce-cli.ts';

const project = parcelProject();
project.addClass(
  'ParcelPost',
  `public class ParcelPost { public static Id send(String name) {
    Parcel__c parcel = new Parcel__c(Name = name);
    insert parcel;
    return parcel.Id; }
    public static void lose() {
    throw new IllegalArgumentException(); } }`,
);
project.addClass(
  'ParcelTest',
  `@IsTest private class ParcelTest {
    @IsTest static void passes() { ParcelPost.send('Test'); System.assertEquals(1, [SELECT COUNT() FROM Parcel__c]); }
    @IsTest static void fails() { System.assertEquals(1, 2, 'wrong'); }
  }`,
);
const cli = new SalesforceCli();
let server: RunningServer;

const sf = (...args: string[]): Promise<CliResult> => cli.run([...args, '--target-org', 'local']);

before(async () => {
  server = await startServer({ org: { project: project.root }, pages: false });
  const login = [
    'org',
    'login',
    'access-token',
    '--instance-url',
    server.url,
    '--no-prompt',
    '--alias',
    'local',
  ];
  const { json } = await cli.run(login, { SF_ACCESS_TOKEN: server.accessToken() });
  assert.equal(json.result.username, 'admin@local.org');
});

after(async () => {
  await server.close();
  cli.remove();
  project.remove();
});

test('a token of another server is refused', async () => {
  const wrong = server.accessToken().replace(/.{4}$/, (end) => (end === '0000' ? '1111' : '0000'));
  const login = [
    'org',
    'login',
    'access-token',
    '--instance-url',
    server.url,
    '--no-prompt',
    '--alias',
    'other',
  ];
  const { exitCode, json } = await cli.run(login, { SF_ACCESS_TOKEN: wrong });
  assert.equal(exitCode, 1);
  assert.match(json.message, /Session expired or invalid/);
});

test('records are created and queried', async () => {
  const created = await sf(
    'data',
    'create',
    'record',
    '--sobject',
    'Parcel__c',
    '--values',
    "Name='By the CLI' Weight__c=2",
  );
  assert.match(created.json.result.id, /^a0/);
  const { json } = await sf('data', 'query', '--query', 'SELECT Name, Owner.Name, Weight__c FROM Parcel__c');
  assert.equal(json.result.totalSize, 1);
  const [{ attributes, ...fields }] = json.result.records;
  assert.equal(attributes.type, 'Parcel__c');
  assert.deepEqual(
    { ...fields, Owner: fields.Owner.Name },
    { Name: 'By the CLI', Owner: 'User', Weight__c: 2 },
  );
});

test('records are imported and exported in bulk', async () => {
  const file = join(project.root, 'parcels.csv');
  writeFileSync(file, 'Name,Weight__c\nBulk imported,4\n');
  const imported = await sf(
    'data',
    'import',
    'bulk',
    '--sobject',
    'Parcel__c',
    '--file',
    file,
    '--wait',
    '1',
  );
  assert.equal(imported.json.result?.processedRecords, 1, JSON.stringify(imported.json));
  const output = join(project.root, 'exported.csv');
  const soql = "SELECT Name, Weight__c FROM Parcel__c WHERE Name LIKE 'Bulk%'";
  const flags = ['--query', soql, '--output-file', output, '--wait', '1'];
  const exported = await sf('data', 'export', 'bulk', ...flags);
  assert.equal(exported.json.result?.totalSize, 1, JSON.stringify(exported.json));
  assert.match(readFileSync(output, 'utf8'), /Bulk imported"?,"?4/);
});

test('a refused record says why', async () => {
  const { exitCode, json } = await sf(
    'data',
    'create',
    'record',
    '--sobject',
    'Parcel__c',
    '--values',
    'Weight__c=-1',
  );
  assert.equal(exitCode, 1);
  assert.equal(json.message, 'A parcel weighs something.');
});

test('anonymous Apex runs, with its log, or says what is wrong with it', async () => {
  const file = join(project.root, 'some.apex');
  writeFileSync(file, "System.debug('hello'); insert new Account(Name = 'By Apex & co');");
  const { json } = await sf('apex', 'run', '--file', file);
  assert.equal(json.result.success, true);
  assert.match(json.result.logs, /USER_DEBUG\|\[EXTERNAL\]\|DEBUG\|hello/);
  const names = await sf('data', 'query', '--query', "SELECT Name FROM Account WHERE Name LIKE 'By Apex%'");
  assert.equal(names.json.result.records[0].Name, 'By Apex & co');
  writeFileSync(file, 'Integer x = 1;\nInteger y = unknown;');
  const wrong = await sf('apex', 'run', '--file', file);
  assert.equal(wrong.exitCode, 1);
  assert.match(JSON.stringify(wrong.json), /unknown/);
});

test('a search finds what was created', async () => {
  const { json } = await sf('data', 'search', '--query', 'FIND {CLI} RETURNING Parcel__c(Name)');
  assert.deepEqual(
    json.result.searchRecords.map(({ Name }: Record<string, string>) => Name),
    ['By the CLI'],
  );
});

test('debug logs of a traced user are listed and read', async () => {
  const admin = new Browser(server.url, server.accessToken());
  const tooling = '/services/data/v67.0/tooling';
  const users = await admin.get(`${tooling}/query?q=SELECT+Id+FROM+User+WHERE+Username='admin@local.org'`);
  await admin.post(`${tooling}/sobjects/TraceFlag`, {
    TracedEntityId: users.body.records[0].Id,
    LogType: 'USER_DEBUG',
    ExpirationDate: new Date(Date.now() + 600_000).toISOString(),
  });
  await admin.get(`${tooling}/executeAnonymous?anonymousBody=System.debug('traced');`);
  const { json } = await sf('apex', 'get', 'log', '--number', '2');
  assert.ok(json.result.some(({ log }: Record<string, string>) => /USER_DEBUG.*\|traced/.test(log ?? '')));
});

for (const [how, ...flags] of [
  ['between the requests', '--wait', '2'],
  ['at once', '--synchronous'],
] as const) {
  test(`tests run ${how}`, async () => {
    const names = ['--class-names', 'ParcelTest', '--code-coverage'];
    const { exitCode, json } = await sf('apex', 'run', 'test', ...names, ...flags);
    assert.equal(exitCode, 100);
    assert.equal(json.result.summary.outcome, 'Failed');
    assert.equal(json.result.summary.testsRan, 2);
    const outcomes = json.result.tests.map((one: Record<string, string>) => [
      one.FullName,
      one.Outcome,
      one.Message || null,
    ]);
    assert.deepEqual(outcomes.sort(), [
      ['ParcelTest.fails', 'Fail', 'System.AssertException: Assertion Failed: wrong: Expected: 1, Actual: 2'],
      ['ParcelTest.passes', 'Pass', null],
    ]);
    const [covered] = json.result.coverage.coverage;
    assert.deepEqual(
      [covered.name, covered.totalLines, covered.totalCovered, covered.coveredPercent],
      ['ParcelPost', 4, 3, 75],
    );
    const left = await sf('data', 'query', '--query', "SELECT Id FROM Parcel__c WHERE Name = 'Test'");
    assert.equal(left.json.result.totalSize, 0);
  });
}
