import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { Browser } from './browser.ts';
import { parcelProject } from './parcels.ts';

const JOBS = '/services/data/v67.0/jobs';
const project = parcelProject();
project.addMetadata(
  'objects/Parcel__c/fields/Code__c.field-meta.xml',
  'CustomField',
  '<fullName>Code__c</fullName><label>Code</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>',
);
let server: RunningServer;
let admin: Browser;

before(async () => {
  server = await startServer({ org: { project: project.root }, pages: false });
  admin = new Browser(server.url, server.accessToken());
});

after(async () => {
  await server.close();
  project.remove();
});

async function text(path: string): Promise<string> {
  const headers = { authorization: `Bearer ${server.accessToken()}` };
  return (await fetch(server.url + path, { headers })).text();
}

async function ingest(job: object, csv: string): Promise<Record<string, unknown> & { id: string }> {
  const { body } = await admin.post(`${JOBS}/ingest`, job);
  assert.equal(body.state, 'Open');
  const upload = await fetch(`${server.url}/${body.contentUrl}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${server.accessToken()}`, 'content-type': 'text/csv' },
    body: csv,
  });
  assert.equal(upload.status, 201);
  await admin.patch(`${JOBS}/ingest/${body.id}`, { state: 'UploadComplete' });
  for (;;) {
    const { body: now } = await admin.get(`${JOBS}/ingest/${body.id}`);
    if (!['UploadComplete', 'InProgress'].includes(now.state)) return now;
  }
}

const parcels = async (condition: string) =>
  (
    await admin.get(
      `/services/data/v67.0/query?q=${encodeURIComponent(`SELECT Name, Weight__c, Fragile__c, Account__r.Name FROM Parcel__c WHERE ${condition} ORDER BY Name`)}`,
    )
  ).body.records;

test('rows are inserted, those that can be, and each tells what became of it', async () => {
  const many = Array.from({ length: 250 }, (_, at) => `Bulk ${at},1.5,true`).join('\n');
  const job = await ingest(
    { object: 'Parcel__c', operation: 'insert' },
    `Name,Weight__c,Fragile__c\n${many}\n"Bad, because","-1",\nWorse,heavy,\n`,
  );
  assert.deepEqual([job.state, job.numberRecordsProcessed, job.numberRecordsFailed], ['JobComplete', 252, 2]);
  const successes = (await text(`${JOBS}/ingest/${job.id}/successfulResults`)).trim().split('\n');
  assert.equal(successes.length, 251);
  assert.equal(successes[0], '"sf__Id","sf__Created","Name","Weight__c","Fragile__c"');
  assert.match(successes[1] ?? '', /^"a0\w{16}","true","Bulk 0","1.5","true"$/);
  const failures = await text(`${JOBS}/ingest/${job.id}/failedResults`);
  assert.match(
    failures,
    /"","FIELD_CUSTOM_VALIDATION_EXCEPTION:A parcel weighs something.:Weight__c --","Bad, because","-1",""/,
  );
  assert.match(failures, /"JSON_PARSER_ERROR:""heavy"" is no Decimal:--","Worse","heavy",""/);
  const [first] = await parcels("Name = 'Bulk 0'");
  assert.deepEqual([first.Weight__c, first.Fragile__c], [1.5, true]);
});

test('an upsert finds its rows by an external id; an empty cell changes nothing, #N/A empties', async () => {
  const { body: known } = await admin.post('/services/data/v67.0/sobjects/Parcel__c', {
    Name: 'Known',
    Code__c: 'K',
    Weight__c: 2,
    Fragile__c: true,
  });
  const upsert = {
    object: 'Parcel__c',
    operation: 'upsert',
    externalIdFieldName: 'Code__c',
    columnDelimiter: 'SEMICOLON',
    lineEnding: 'CRLF',
  };
  const job = await ingest(upsert, 'Code__c;Name;Weight__c;Fragile__c\r\nK;;#N/A;\r\nL;Less;3;\r\n');
  assert.equal(job.numberRecordsFailed, 0);
  const successes = await text(`${JOBS}/ingest/${job.id}/successfulResults`);
  assert.ok(successes.includes(`"${known.id}";"false";"K"`), successes);
  assert.match(successes, /"true";"L";"Less";"3";""\r\n$/);
  const rows = await parcels("Code__c IN ('K', 'L')");
  assert.deepEqual(
    rows.map(({ Name, Weight__c, Fragile__c }: Record<string, unknown>) => [Name, Weight__c, Fragile__c]),
    [
      ['Known', null, true],
      ['Less', 3, false],
    ],
  );
});

test('updates and deletes go by id', async () => {
  const { body } = await admin.post('/services/data/v67.0/sobjects/Parcel__c', { Name: 'Before' });
  await ingest({ object: 'Parcel__c', operation: 'update' }, `Id,Name\n${body.id},After\n`);
  assert.equal((await parcels("Name = 'After'")).length, 1);
  await ingest({ object: 'Parcel__c', operation: 'delete' }, `Id\n${body.id}\n`);
  assert.equal((await parcels("Name = 'After'")).length, 0);
});

test('a delete job takes records of its own object only', async () => {
  const { body } = await admin.post('/services/data/v67.0/sobjects/Contact', { LastName: 'Stays' });
  const job = await ingest({ object: 'Parcel__c', operation: 'delete' }, `Id\n${body.id}\n`);
  assert.equal(job.numberRecordsFailed, 1);
  assert.match(await text(`${JOBS}/ingest/${job.id}/failedResults`), /MALFORMED_ID.* is no id of Parcel__c/);
  assert.equal((await admin.get(`/services/data/v67.0/sobjects/Contact/${body.id}`)).status, 200);
});

test('a job that can not run says why', async () => {
  assert.equal(
    (await admin.post(`${JOBS}/ingest`, { object: 'Parcel__c', operation: 'hardDelete' })).status,
    400,
  );
  const unknown = await ingest({ object: 'Parcel__c', operation: 'insert' }, 'Name,Nope__c\nA,1\n');
  assert.deepEqual(
    [unknown.state, unknown.errorMessage],
    ['Failed', 'InvalidBatch : Field name not found : Nope__c'],
  );
  const odd = await ingest({ object: 'Parcel__c', operation: 'insert' }, 'Name,Weight__c\nA\n');
  assert.match(String(odd.errorMessage), /Row 1 does not have 2 columns/);
  assert.equal((await admin.post(`${JOBS}/ingest`, { object: 'Nope__c', operation: 'insert' })).status, 404);
  assert.equal(
    (await admin.post(`${JOBS}/ingest`, { object: 'Parcel__c', operation: 'upsert' })).status,
    400,
  );
  assert.equal((await admin.get(`${JOBS}/ingest/750000000000zzz`)).status, 404);
});

test('a job that is aborted saves nothing', async () => {
  const { body } = await admin.post(`${JOBS}/ingest`, { object: 'Parcel__c', operation: 'insert' });
  assert.equal((await admin.patch(`${JOBS}/ingest/${body.id}`, { state: 'Aborted' })).body.state, 'Aborted');
  const late = await admin.patch(`${JOBS}/ingest/${body.id}`, { state: 'UploadComplete' });
  assert.equal(late.body[0].errorCode, 'INVALIDJOBSTATE');
  assert.equal((await admin.delete(`${JOBS}/ingest/${body.id}`)).status, 204);
});

test('a job that is done can not be aborted', async () => {
  const { id } = await ingest({ object: 'Parcel__c', operation: 'insert' }, 'Name\nDone\n');
  const late = await admin.patch(`${JOBS}/ingest/${id}`, { state: 'Aborted' });
  assert.equal(late.body[0].errorCode, 'INVALIDJOBSTATE');
  assert.equal((await admin.get(`${JOBS}/ingest/${id}`)).body.state, 'JobComplete');
});

test('a query gives its rows page by page', async () => {
  const { body: shop } = await admin.post('/services/data/v67.0/sobjects/Account', {
    Name: 'The "big" shop',
  });
  for (const Name of ['Q1', 'Q2', 'Q3'])
    await admin.post('/services/data/v67.0/sobjects/Parcel__c', { Name, Account__c: shop.id });
  const soql =
    "SELECT Name, Account__r.Name, Weight__c, Fragile__c FROM Parcel__c WHERE Name LIKE 'Q_' ORDER BY Name";
  const { body } = await admin.post(`${JOBS}/query`, { operation: 'query', query: soql });
  assert.equal((await admin.get(`${JOBS}/query/${body.id}`)).body.state, 'JobComplete');
  const page = async (query: string): Promise<[string, string | null]> => {
    const headers = { authorization: `Bearer ${server.accessToken()}` };
    const response = await fetch(`${server.url}${JOBS}/query/${body.id}/results?${query}`, { headers });
    return [await response.text(), response.headers.get('sforce-locator')];
  };
  const head = '"Name","Account__r.Name","Weight__c","Fragile__c"\n';
  const line = (name: string): string => `"${name}","The ""big"" shop","","false"\n`;
  assert.deepEqual(await page('maxRecords=2'), [head + line('Q1') + line('Q2'), '2']);
  assert.deepEqual(await page('locator=2&maxRecords=2'), [head + line('Q3'), 'null']);
  assert.match((await page('maxRecords=abc'))[0], /maxRecords must be a whole number/);
  const refused = async (query: string) =>
    (await admin.post(`${JOBS}/query`, { operation: 'query', query })).body[0];
  assert.equal((await refused('SELECT Nope FROM Parcel__c')).errorCode, 'INVALID_FIELD');
  assert.match((await refused('SELECT COUNT(Id) FROM Parcel__c')).message, /not supported in Bulk Query/);
});

test('what one user asked for is not another one’s', async () => {
  const { body } = await admin.post(`${JOBS}/query`, { operation: 'query', query: 'SELECT Id FROM Account' });
  const { records } = (
    await admin.get("/services/data/v67.0/query?q=SELECT+Id+FROM+User+WHERE+Alias='autoproc'")
  ).body;
  const other = new Browser(server.url, server.accessToken(records[0].Id));
  assert.equal((await other.get(`${JOBS}/query/${body.id}`)).status, 404);
});

test('queries fetch more rows than a transaction of Apex may read', async () => {
  const insert =
    "List<Account> rows = new List<Account>(); for (Integer i = 0; i < 10000; i++) rows.add(new Account(Name = 'Many')); insert rows;";
  for (let at = 0; at < 6; at++) {
    const path = `/services/data/v67.0/tooling/executeAnonymous/?anonymousBody=${encodeURIComponent(insert)}`;
    assert.equal((await admin.get(path)).body.success, true);
  }
  const soql = "SELECT Id FROM Account WHERE Name = 'Many'";
  const { body: all } = await admin.get(`/services/data/v67.0/query?q=${encodeURIComponent(soql)}`);
  assert.equal(all.totalSize, 60_000);
  const { body: job } = await admin.post(`${JOBS}/query`, { operation: 'query', query: soql });
  assert.equal((await admin.get(`${JOBS}/query/${job.id}`)).body.numberRecordsProcessed, 60_000);
});
