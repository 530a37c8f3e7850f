import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Connection } from '@salesforce/core';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { Browser, type Answer } from './browser.ts';
import { parcelProject } from './parcels.ts';

const DATA = '/services/data/v67.0';
const project = parcelProject();
project.addMetadata(
  'objects/Parcel__c/fields/Code__c.field-meta.xml',
  'CustomField',
  '<fullName>Code__c</fullName><label>Code</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>',
);
project.addClass(
  'ParcelApi',
  `@RestResource(urlMapping='/parcels/*') global class ParcelApi {
    @HttpPost global static String add(String name) { return name + RestContext.request.headers.get('X-Kind'); }
    @HttpPut global static void echo() {
      RestContext.response.statusCode = 202;
      RestContext.response.addHeader('X-Id', RestContext.request.requestURI.substringAfterLast('/'));
      RestContext.response.responseBody = RestContext.request.requestBody;
    }
  }`,
);
project.addClass(
  'Sign',
  `public class Sign { public static String of(Integer n) {
    if (n < 0)
      return '-';
    return '+'; } }`,
);
project.addClass(
  'SignTest',
  `@IsTest private class SignTest {
    @IsTest static void positive() { System.assertEquals('+', Sign.of(1)); }
    @IsTest static void negative() { System.assertEquals('-', Sign.of(-1)); }
  }`,
);
project.addClass(
  'GuestApi',
  `@RestResource(urlMapping='/guests') global class GuestApi {
    @HttpGet global static String who() { return UserInfo.getUserType() + ' ' + UserInfo.getUserName(); }
  }`,
);
project.addMetadata(
  'profiles/Shop Profile.profile-meta.xml',
  'Profile',
  `<classAccesses><apexClass>GuestApi</apexClass><enabled>true</enabled></classAccesses>
   <custom>true</custom><userLicense>Guest User License</userLicense>`,
);
project.addMetadata(
  'objects/Sent__e/Sent__e.object-meta.xml',
  'CustomObject',
  '<label>Sent</label><pluralLabel>Sent</pluralLabel><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>',
);
project.addMetadata(
  'objects/Sent__e/fields/Text__c.field-meta.xml',
  'CustomField',
  '<fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length>',
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

const query = async (soql: string) => (await admin.get(`${DATA}/query?q=${encodeURIComponent(soql)}`)).body;

test('who has no token, or a wrong one, gets no further than the versions', async () => {
  assert.equal((await new Browser(server.url).get('/services/data')).body[0].version, '67.0');
  const token = server.accessToken();
  const others = [undefined, 'x', token.slice(0, -1), token.replace(/005\w+/, '005000000000002AAA')];
  for (const other of others) {
    const { status, body } = await new Browser(server.url, other).get(`${DATA}/limits`);
    assert.equal(status, 401);
    assert.equal(body[0].errorCode, 'INVALID_SESSION_ID');
  }
});

test('a record is created, read, changed, found by its external id and deleted', async () => {
  const { status, body } = await admin.post(`${DATA}/sobjects/Parcel__c`, {
    Name: 'One',
    Weight__c: 1.5,
    Due__c: '2026-01-31',
  });
  assert.equal(status, 201);
  const path = `${DATA}/sobjects/Parcel__c/${body.id}`;
  assert.equal((await admin.patch(path, { Code__c: 'K-1', Fragile__c: true })).status, 204);
  const { attributes, CreatedDate, ...read } = (
    await admin.get(
      `${DATA}/sobjects/Parcel__c/Code__c/K-1?fields=Name,Weight__c,Due__c,Fragile__c,Account__c,CreatedDate`,
    )
  ).body;
  assert.deepEqual(attributes, { type: 'Parcel__c', url: path });
  assert.match(CreatedDate, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
  assert.deepEqual(read, {
    Id: body.id,
    Name: 'One',
    Weight__c: 1.5,
    Due__c: '2026-01-31',
    Fragile__c: true,
    Account__c: null,
  });
  assert.equal((await admin.get(path)).body.Code__c, 'K-1');
  assert.equal((await admin.delete(path)).status, 204);
  assert.equal((await admin.get(path)).status, 404);
});

// Platform Events Developer Guide, "Publish Event Messages with Salesforce APIs".
test('the answer to a platform event has an id, and its UUID where errors would be', async () => {
  const events = `${DATA}/sobjects/Sent__e`;
  const { status, body } = await admin.post(events, { Text__c: 'One' });
  assert.equal(status, 201);
  assert.match(body.id, /^e\w{17}$/);
  const [{ message, ...enqueued }] = body.errors;
  assert.match(message, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  assert.deepEqual(enqueued, { statusCode: 'OPERATION_ENQUEUED', fields: [] });
  const records = ['a', 'b'].map((Text__c) => ({ attributes: { type: 'Sent__e' }, Text__c }));
  const many = await admin.post(`${DATA}/composite/sobjects`, { allOrNone: true, records });
  assert.deepEqual(
    many.body.map((one: Answer['body']) => [one.success, one.errors[0].statusCode]),
    [
      [true, 'OPERATION_ENQUEUED'],
      [true, 'OPERATION_ENQUEUED'],
    ],
  );
});

test('what an object has on the platform alone is said to be missing', async () => {
  const { status, body } = await admin.get(`${DATA}/sobjects/Parcel__c/updated/?start=a&end=b`);
  assert.equal(status, 404);
  assert.match(body[0].message, /does not have the resource “updated”/);
});

test('who asks for the Metadata API hears that there is none', async () => {
  const headers = { 'content-type': 'text/xml', authorization: `Bearer ${server.accessToken()}` };
  const response = await fetch(`${server.url}/services/Soap/m/67.0`, {
    method: 'POST',
    headers,
    body: '<a/>',
  });
  assert.equal(response.status, 500);
  assert.match(await response.text(), /there is no Metadata API/);
});

test('upsert makes a record once', async () => {
  const path = `${DATA}/sobjects/Parcel__c/Code__c/K%202`;
  const first = await admin.patch(path, { Name: 'Made' });
  const second = await admin.patch(path, { Name: 'Changed' });
  assert.deepEqual([first.status, first.body.created], [201, true]);
  assert.deepEqual([second.status, second.body.created, second.body.id], [200, false, first.body.id]);
  const { records } = await query("SELECT Name FROM Parcel__c WHERE Code__c = 'K 2'");
  assert.deepEqual(
    records.map(({ Name }: Record<string, string>) => Name),
    ['Changed'],
  );
});

test('FIELDS() gives all fields of few rows, a compound field as its parts', async () => {
  await admin.post(`${DATA}/sobjects/Account`, { Name: 'Fields', BillingCity: 'Berlin' });
  const of = "FROM Account WHERE Name = 'Fields'";
  const [all] = (await query(`SELECT FIELDS(ALL) ${of} LIMIT 200`)).records;
  assert.equal(all.Name, 'Fields');
  assert.equal(all.BillingAddress.city, 'Berlin');
  assert.equal((await query(`SELECT FIELDS(ALL) ${of}`))[0].errorCode, 'MALFORMED_QUERY');
  assert.equal((await query(`SELECT FIELDS(ALL) ${of} LIMIT 201`))[0].errorCode, 'MALFORMED_QUERY');
});

test('what a function gives stands under its alias', async () => {
  await admin.post(`${DATA}/sobjects/Account`, { Name: 'Alias', AnnualRevenue: 1500 });
  const { records } = await query(
    "SELECT AnnualRevenue, FORMAT(AnnualRevenue) shown FROM Account WHERE Name = 'Alias'",
  );
  assert.equal(records[0].AnnualRevenue, 1500);
  assert.equal(records[0].shown, '$1,500.00');
});

test('what is refused says why, and nothing is written', async () => {
  const cases = [
    [{ Weight__c: -1 }, 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
    [{ Nope__c: 1 }, 'INVALID_FIELD'],
    [{ Weight__c: 'heavy' }, 'JSON_PARSER_ERROR'],
    [{ Id: 'a00000000000001' }, 'INVALID_FIELD'],
  ] as const;
  for (const [fields, code] of cases) {
    const { status, body } = await admin.post(`${DATA}/sobjects/Parcel__c`, { Name: 'Refused', ...fields });
    assert.deepEqual([status, body[0].errorCode], [400, code]);
  }
  assert.equal((await query("SELECT COUNT() FROM Parcel__c WHERE Name = 'Refused'")).totalSize, 0);
  assert.equal((await admin.post(`${DATA}/sobjects/Nope__c`, {})).status, 404);
});

test('queries: parents, children, groups, what is selected and nothing else', async () => {
  const shop = await admin.post(`${DATA}/sobjects/Account`, { Name: 'Query shop' });
  await admin.post(`${DATA}/sobjects/Parcel__c`, { Name: 'Inside', Account__c: shop.body.id });
  const url = `${DATA}/sobjects/Account/${shop.body.id}`;
  const rows = await query(
    "SELECT Name, (SELECT Name, Account__r.Name FROM Parcels__r), (SELECT Id FROM Contacts) FROM Account a WHERE a.Name = 'Query shop'",
  );
  assert.equal(rows.done, true);
  const [{ attributes, Parcels__r, ...rest }] = rows.records;
  assert.deepEqual(attributes, { type: 'Account', url });
  assert.deepEqual(rest, { Name: 'Query shop', Contacts: null });
  assert.equal(Parcels__r.totalSize, 1);
  const { attributes: _, ...parcel } = Parcels__r.records[0];
  assert.deepEqual(parcel, {
    Name: 'Inside',
    Account__r: { attributes: { type: 'Account', url }, Name: 'Query shop' },
  });
  const groups = await query(
    'SELECT Account__r.Name shop, COUNT(Id) FROM Parcel__c WHERE Account__c != null GROUP BY Account__r.Name',
  );
  assert.deepEqual(groups.records, [
    { attributes: { type: 'AggregateResult' }, shop: 'Query shop', expr0: 1 },
  ]);
});

test('a query that is wrong is refused', async () => {
  assert.equal((await query('SELECT Nope FROM Account'))[0].errorCode, 'INVALID_FIELD');
  assert.equal((await query('SELECT Id FROM Nope'))[0].errorCode, 'INVALID_TYPE');
  // What tells the Salesforce CLI that the org is no Dev Hub.
  assert.equal((await query('SELECT Id FROM ScratchOrgInfo'))[0].errorCode, 'INVALID_TYPE');
  assert.equal((await query('SELECT'))[0].errorCode, 'MALFORMED_QUERY');
});

test('a search finds records of several objects, with the fields that it names', async () => {
  const { body: shop } = await admin.post(`${DATA}/sobjects/Account`, { Name: 'Seekable shop', Phone: '1' });
  await admin.post(`${DATA}/sobjects/Contact`, { LastName: 'Seekable' });
  const search = async (sosl: string) =>
    (await admin.get(`${DATA}/search?q=${encodeURIComponent(sosl)}`)).body;
  const { searchRecords } = await search('FIND {Seekable} RETURNING Account(Name), Contact');
  const [account, contact] = searchRecords;
  assert.deepEqual(account, {
    attributes: { type: 'Account', url: `${DATA}/sobjects/Account/${shop.id}` },
    Name: 'Seekable shop',
  });
  assert.deepEqual(Object.keys(contact), ['attributes', 'Id']);
  assert.equal((await search('FIND {Seekable} RETURNING Nope(Id)'))[0].errorCode, 'INVALID_TYPE');
  assert.equal((await search('FIND'))[0].errorCode, 'MALFORMED_SEARCH');
});

test('who is traced gets debug logs', async () => {
  const tooling = `${DATA}/tooling`;
  const logs = async () =>
    (
      await admin.get(
        `${tooling}/query?q=SELECT+Id,Operation,Status,LogUser.Name,LogLength+FROM+ApexLog+ORDER+BY+StartTime,Id`,
      )
    ).body.records;
  await admin.get(`${tooling}/executeAnonymous?anonymousBody=System.debug(1);`);
  assert.deepEqual(await logs(), [], 'nobody is traced');
  const { records } = await query("SELECT Id FROM User WHERE Username = 'admin@local.org'");
  const level = await admin.post(`${tooling}/sobjects/DebugLevel`, {
    DeveloperName: 'Fine',
    MasterLabel: 'Fine',
    ApexCode: 'FINEST',
  });
  // The forms in which the Salesforce CLI sends times.
  const flag = await admin.post(`${tooling}/sobjects/TraceFlag`, {
    tracedentityid: records[0].Id,
    logtype: 'DEVELOPER_LOG',
    debuglevelid: level.body.id,
    StartDate: Date.now() - 1000,
    ExpirationDate: new Date(Date.now() + 60_000).toUTCString(),
  });
  assert.equal(flag.status, 201);
  const apex = encodeURIComponent("System.debug('seen'); Integer n = 1 / 0;");
  await admin.get(`${tooling}/executeAnonymous?anonymousBody=${apex}`);
  await admin.delete(`${tooling}/sobjects/TraceFlag/${flag.body.id}`);
  await admin.get(`${tooling}/executeAnonymous?anonymousBody=System.debug(2);`);
  const log = (await logs()).find(({ Operation }: Record<string, string>) => Operation === 'Anonymous Apex');
  assert.match(log.Status, /^System\.MathException: Divide by 0/);
  assert.equal(log.LogUser.Name, 'User');
  const response = await fetch(`${server.url}${tooling}/sobjects/ApexLog/${log.Id}/Body`, {
    headers: { authorization: `Bearer ${server.accessToken()}` },
  });
  const text = await response.text();
  assert.equal(Buffer.byteLength(text), log.LogLength);
  assert.match(text, /USER_DEBUG\|\[EXTERNAL\]\|DEBUG\|seen/);
  assert.match(text, /FATAL_ERROR\|System\.MathException: Divide by 0/);
  assert.match(text, /Number of SOQL queries: 0 out of 100/);
  assert.equal(
    (await logs()).filter(({ Operation }: Record<string, string>) => Operation === 'Anonymous Apex').length,
    1,
  );
});

test('tests tell which lines they ran, where they are asked', async () => {
  const tooling = `${DATA}/tooling`;
  const coverage = async (from: string) =>
    (
      await admin.get(
        `${tooling}/query?q=${encodeURIComponent(`SELECT NumLinesCovered, NumLinesUncovered, Coverage FROM ${from}`)}`,
      )
    ).body;
  const run = (skipCodeCoverage: boolean) =>
    admin.post(`${tooling}/runTestsSynchronous`, {
      tests: [{ className: 'SignTest', testMethods: ['positive'] }],
      skipCodeCoverage,
    });
  assert.deepEqual((await run(true)).body.codeCoverage, []);
  assert.equal((await coverage('ApexCodeCoverageAggregate')).totalSize, 0);
  const { body } = await run(false);
  assert.equal(body.numFailures, 0);
  const sign = body.codeCoverage.find(({ name }: Record<string, string>) => name === 'Sign');
  assert.deepEqual(
    [sign.numLocations, sign.numLocationsNotCovered, sign.locationsNotCovered[0].line],
    [3, 1, 3],
  );
  const lines = { coveredLines: [2, 4], uncoveredLines: [3] };
  for (const where of [
    `ApexCodeCoverage WHERE ApexClassOrTrigger.Name = 'Sign' AND TestMethodName = 'positive'`,
    `ApexCodeCoverageAggregate WHERE ApexClassOrTriggerId = '${sign.id}'`,
  ]) {
    const { records } = await coverage(where);
    assert.deepEqual(
      records.map(({ Coverage }: Record<string, unknown>) => Coverage),
      [lines],
    );
    assert.equal(records[0].NumLinesCovered, 2);
  }
  const wide = await admin.get(`${tooling}/query?q=SELECT+PercentCovered+FROM+ApexOrgWideCoverage`);
  assert.ok(wide.body.records[0].PercentCovered > 0);
});

test('what only the Tooling API has is not known elsewhere', async () => {
  const soql = `q=${encodeURIComponent('SELECT Id FROM TraceFlag')}`;
  assert.equal((await admin.get(`${DATA}/tooling/query?${soql}`)).status, 200);
  assert.equal((await admin.get(`${DATA}/query?${soql}`)).body[0].errorCode, 'INVALID_TYPE');
  assert.equal((await admin.get(`${DATA}/tooling/sobjects/TraceFlag/describe`)).status, 200);
  const classes = await admin.get(`${DATA}/tooling/query?q=SELECT+Id+FROM+ApexClass`);
  assert.match(classes.body.records[0].attributes.url, /\/tooling\/sobjects\/ApexClass\//);
  assert.equal((await admin.get(`${DATA}/sobjects/TraceFlag/describe`)).status, 404);
  const run = async (apex: string) =>
    (await admin.get(`${DATA}/tooling/executeAnonymous/?anonymousBody=${encodeURIComponent(apex)}`)).body;
  assert.equal((await run('TraceFlag flag;')).compiled, false);
  assert.equal((await run('Integer n = [SELECT COUNT() FROM TraceFlag];')).compiled, false);
  assert.match((await run("Database.query('SELECT Id FROM TraceFlag');")).exceptionMessage, /not supported/);
  assert.ok((await run("Assert.isNull(Schema.getGlobalDescribe().get('TraceFlag'));")).success);
});

test('many rows come batch by batch', async () => {
  const names = Array.from({ length: 450 }, (_, at) => `Many ${at}`);
  for (let at = 0; at < names.length; at += 150) {
    const records = names.slice(at, at + 150).map((Name) => ({ attributes: { type: 'Parcel__c' }, Name }));
    const { body } = await admin.post(`${DATA}/composite/sobjects`, { records });
    assert.ok(body.every(({ success }: { success: boolean }) => success));
  }
  const connection = await jsforce();
  const found: string[] = [];
  let page = await connection.query<{ Name: string }>(
    "SELECT Name FROM Parcel__c WHERE Name LIKE 'Many %' ORDER BY CreatedDate, Id",
    { headers: { 'Sforce-Query-Options': 'batchSize=200' } },
  );
  const sizes = [page.records.length];
  found.push(...page.records.map(({ Name }) => Name));
  while (!page.done) {
    page = await connection.queryMore(page.nextRecordsUrl ?? '');
    sizes.push(page.records.length);
    found.push(...page.records.map(({ Name }) => Name));
  }
  assert.deepEqual(sizes, [200, 200, 50]);
  assert.deepEqual(found.sort(), names.sort());
  assert.equal((await admin.get(`${DATA}/query/01g000-200`)).body[0].errorCode, 'INVALID_QUERY_LOCATOR');
});

test('collections: all or none, or those that can be saved', async () => {
  const records = [{ Name: 'Good' }, { Name: 'Bad', Weight__c: -1 }].map((fields) => ({
    attributes: { type: 'Parcel__c' },
    ...fields,
  }));
  const none = await admin.post(`${DATA}/composite/sobjects`, { allOrNone: true, records });
  assert.deepEqual(
    none.body.map((one: { errors: { statusCode: string }[] }) => one.errors[0]?.statusCode),
    ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
  );
  assert.equal((await query("SELECT COUNT() FROM Parcel__c WHERE Name = 'Good'")).totalSize, 0);
  const some = await admin.post(`${DATA}/composite/sobjects`, { records });
  assert.deepEqual(
    some.body.map(({ success }: { success: boolean }) => success),
    [true, false],
  );
  const [{ id }] = some.body;
  const read = await admin.get(`${DATA}/composite/sobjects/Parcel__c?ids=${id},a00000000000zzz&fields=Name`);
  assert.deepEqual([read.body[0].Name, read.body[1]], ['Good', null]);
  const erased = await admin.delete(`${DATA}/composite/sobjects?ids=${id}`);
  assert.deepEqual(erased.body, [{ id, success: true, errors: [] }]);
});

test('a tree is saved as a whole or not at all', async () => {
  const tree = (weight: number) => ({
    records: [
      {
        attributes: { type: 'Account', referenceId: 'shop' },
        Name: 'Tree shop',
        Parcels__r: {
          records: [
            { attributes: { type: 'Parcel__c', referenceId: 'leaf' }, Name: 'Leaf', Weight__c: weight },
          ],
        },
      },
    ],
  });
  const refused = await admin.post(`${DATA}/composite/tree/Account`, tree(-1));
  assert.deepEqual([refused.status, refused.body.results[0].referenceId], [400, 'leaf']);
  assert.equal((await query("SELECT COUNT() FROM Account WHERE Name = 'Tree shop'")).totalSize, 0);
  const saved = await admin.post(`${DATA}/composite/tree/Account`, tree(1));
  assert.deepEqual([saved.status, saved.body.hasErrors], [201, false]);
  assert.equal(
    (await query("SELECT COUNT() FROM Parcel__c WHERE Account__r.Name = 'Tree shop'")).totalSize,
    1,
  );
});

test('composite: requests use what those before them made, and are undone together', async () => {
  const requests = (weight: number) => [
    {
      method: 'POST',
      url: `${DATA}/sobjects/Account`,
      referenceId: 'shop',
      body: { Name: 'Composite shop' },
    },
    {
      method: 'POST',
      url: `${DATA}/sobjects/Parcel__c`,
      referenceId: 'parcel',
      body: { Name: 'P', Account__c: '@{shop.id}', Weight__c: weight },
    },
    {
      method: 'GET',
      url: `${DATA}/query?q=SELECT+Account__r.Name+FROM+Parcel__c+WHERE+Id='@{parcel.id}'`,
      referenceId: 'found',
    },
  ];
  const statuses = (body: { compositeResponse: { httpStatusCode: number }[] }) =>
    body.compositeResponse.map(({ httpStatusCode }) => httpStatusCode);
  const count = async () =>
    (await query("SELECT COUNT() FROM Account WHERE Name = 'Composite shop'")).totalSize;
  const undone = await admin.post(`${DATA}/composite`, { allOrNone: true, compositeRequest: requests(-1) });
  assert.deepEqual(statuses(undone.body), [400, 400, 400]);
  assert.equal(await count(), 0);
  const partly = await admin.post(`${DATA}/composite`, { compositeRequest: requests(-1) });
  assert.deepEqual(statuses(partly.body), [201, 400, 400]);
  assert.equal(await count(), 1);
  const { body } = await admin.post(`${DATA}/composite`, { allOrNone: true, compositeRequest: requests(1) });
  assert.deepEqual(statuses(body), [201, 201, 200]);
  assert.equal(body.compositeResponse[2].body.records[0].Account__r.Name, 'Composite shop');
});

test('batch: each request is on its own', async () => {
  const { body } = await admin.post(`${DATA}/composite/batch`, {
    batchRequests: [
      { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'Batch shop' } },
      { method: 'GET', url: 'v67.0/sobjects/Nope/describe' },
    ],
  });
  assert.equal(body.hasErrors, true);
  assert.deepEqual(
    body.results.map(({ statusCode }: { statusCode: number }) => statusCode),
    [201, 404],
  );
});

test('the user’s rights hold', async () => {
  const clerk = new Browser(server.url, server.accessToken(await userNamed('Clerk')));
  assert.equal((await clerk.get(`${DATA}/sobjects/Parcel__c/describe`)).status, 404);
  assert.equal((await clerk.post(`${DATA}/sobjects/Parcel__c`, { Name: 'No' })).status, 404);
  assert.equal(
    (await clerk.get(`${DATA}/query?q=SELECT+Id+FROM+Parcel__c`)).body[0].errorCode,
    'INVALID_TYPE',
  );
  assert.equal((await clerk.get(`${DATA}/tooling/executeAnonymous?anonymousBody=Integer+x;`)).status, 403);
  assert.equal((await clerk.get('/services/oauth2/userinfo')).body.preferred_username, 'clerk@example.com');
});

test('Apex REST: JSON to a method’s parameters, any body to one without', async () => {
  const call = async (method: string, headers: Record<string, string>, body: string) => {
    const response = await fetch(`${server.url}/services/apexrest/parcels/7`, {
      method,
      headers: { authorization: `Bearer ${server.accessToken()}`, ...headers },
      body,
    });
    return [response.status, await response.text(), response.headers.get('x-id')];
  };
  assert.deepEqual(
    await call('POST', { 'content-type': 'application/json', 'x-kind': '!' }, '{"name":"Ann"}'),
    [200, '"Ann!"', null],
  );
  assert.deepEqual(await call('PUT', { 'content-type': 'text/csv' }, 'a;b'), [202, 'a;b', '7']);
});

test('the site answers who has no token as its guest, with the classes of the guest’s profile', async () => {
  const guest = new Browser(server.url);
  const body = { name: 'Ann' };
  const errorOf = ({ status, body: [error] }: Answer) => [status, error.errorCode, error.message];
  assert.deepEqual(errorOf(await guest.post('/services/apexrest/parcels/7', body)), [
    401,
    'INVALID_SESSION_ID',
    'Session expired or invalid',
  ]);
  assert.deepEqual((await guest.get('/site/services/apexrest/guests')).body, 'Guest guest@local.org');
  assert.deepEqual(errorOf(await guest.post('/site/services/apexrest/parcels/7', body)), [
    403,
    'FORBIDDEN',
    'You do not have access to the Apex class named: ParcelApi',
  ]);
  assert.deepEqual(errorOf(await guest.get('/site/services/apexrest/nothing')), [
    404,
    'NOT_FOUND',
    'Could not find a match for URL',
  ]);
  assert.equal((await guest.get('/site/services/data/v67.0/limits')).status, 404);
  assert.equal((await new Browser(server.url, 'x').get('/site/services/apexrest/guests')).status, 401);
  assert.equal((await admin.get('/site/services/apexrest/guests')).body, 'Standard admin@local.org');
});

test('a token ends with its user', async () => {
  const id = await userNamed('Leaver');
  const leaver = new Browser(server.url, server.accessToken(id));
  assert.equal((await leaver.get(`${DATA}/limits`)).status, 200);
  await admin.patch(`${DATA}/sobjects/User/${id}`, { IsActive: false });
  assert.deepEqual((await leaver.get(`${DATA}/limits`)).body, [
    { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' },
  ]);
});

test('jsforce: identity, describe, records', async () => {
  const connection = await jsforce();
  const identity = await connection.identity();
  assert.equal(identity.username, 'admin@local.org');
  const described = await connection.describe('Parcel__c');
  const weight = described.fields.find(({ name }) => name === 'Weight__c');
  assert.deepEqual([weight?.type, weight?.precision, weight?.nillable], ['double', 8, true]);
  const { sobjects } = await connection.describeGlobal();
  assert.ok(sobjects.some(({ name }) => name === 'Parcel__c'));
  const saved = await connection.sobject('Parcel__c').create([{ Name: 'J1' }, { Name: 'J2' }]);
  const ids = saved.map(({ id }) => id ?? '');
  const updated = await connection.sobject('Parcel__c').update(ids.map((Id) => ({ Id, Weight__c: 3 })));
  assert.ok(updated.every(({ success }) => success));
  const heavy = await connection.sobject('Parcel__c').find({ Weight__c: 3 }, ['Name']);
  assert.deepEqual(heavy.map(({ Name }) => Name).sort(), ['J1', 'J2']);
  await connection.sobject('Parcel__c').destroy(ids);
  assert.equal(await connection.sobject('Parcel__c').count({ Weight__c: 3 }), 0);
});

/** A new user with the Standard User profile; gives the id. */
async function userNamed(name: string): Promise<string> {
  const profiles = await query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const { body } = await admin.post(`${DATA}/sobjects/User`, {
    LastName: name,
    Alias: name.toLowerCase(),
    Username: `${name.toLowerCase()}@example.com`,
    Email: `${name.toLowerCase()}@example.com`,
    ProfileId: profiles.records[0].Id,
    TimeZoneSidKey: 'Europe/Zurich',
    LocaleSidKey: 'en_GB',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  return body.id;
}

/** jsforce as the Salesforce CLI uses it; what it keeps, it keeps in the project's folder. */
async function jsforce(): Promise<Connection> {
  process.env.HOME = join(project.root, 'home');
  process.env.SF_DISABLE_LOG_FILE = 'true';
  mkdirSync(process.env.HOME, { recursive: true });
  const { AuthInfo, Connection } = await import('@salesforce/core');
  const options = { accessToken: server.accessToken(), instanceUrl: server.url, loginUrl: server.url };
  const authInfo = await AuthInfo.create({ accessTokenOptions: options });
  return Connection.create({ authInfo, connectionOptions: { version: '67.0' } });
}
