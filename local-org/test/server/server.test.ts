import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { Browser } from './browser.ts';
import { parcelProject } from './parcels.ts';

const UI = '/services/data/v67.0/ui-api';
const project = parcelProject();
const RECORDS = `
  Account shop = new Account(Name = 'Shop', BillingCity = 'Bern');
  insert shop;
  insert new List<Parcel__c>{
    new Parcel__c(Name = 'Feather', Weight__c = 0.5, Account__c = shop.Id),
    new Parcel__c(Name = 'Anvil', Weight__c = 1200.5, Account__c = shop.Id, State__c = 'Sent', Due__c = Date.newInstance(2026, 1, 31))
  };`;
// Users and records don't go into one transaction.
const USERS = `
  User clerk = new User(LastName = 'Clerk', Alias = 'clerk', Username = 'clerk@example.com', Email = 'clerk@example.com', Title = 'Parcel clerk',
    ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, TimeZoneSidKey = 'Europe/Zurich', LocaleSidKey = 'en_GB',
    LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
  insert clerk;
  insert new PermissionSetAssignment(AssigneeId = clerk.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);`;

let server: RunningServer;
let clerk: Browser;
let admin: Browser;
const ids: Record<string, string> = {};

before(async () => {
  const apex = [join(project.root, 'records.apex'), join(project.root, 'users.apex')] as const;
  writeFileSync(apex[0], RECORDS);
  writeFileSync(apex[1], USERS);
  server = await startServer({ org: { project: project.root }, apex, pages: false });
  assert.equal(server.errors, 0);
  clerk = new Browser(server.url);
  admin = new Browser(server.url);
  const { body } = await admin.get('/local/app');
  const administrator = body.users.find(({ name }: { name: string }) => name === 'User');
  assert.equal((await admin.post('/local/session', { userId: administrator.id })).status, 200);
  const list = await admin.get(`${UI}/list-records/Parcel__c/All`);
  for (const record of list.body.records) ids[record.fields.Name.value] = record.id;
});

after(async () => {
  await server.close();
  project.remove();
});

test('the app: who works, what there is, labels, permissions', async () => {
  const { status, body } = await clerk.get('/local/app');
  assert.equal(status, 200);
  assert.equal(body.user.name, 'Clerk');
  assert.equal(body.user.profile, 'Standard User');
  assert.deepEqual(body.user.permissionSets, ['Clerk']);
  assert.deepEqual(body.customPermissions, ['SeeSecrets']);
  assert.equal(body.labels['c.ParcelTitle'], 'My parcels');
  assert.deepEqual(
    body.users.map(({ name, title }: Record<string, string>) => `${name}, ${title}`),
    ['Clerk, Parcel clerk', 'User, System Administrator'],
  );
  assert.deepEqual(body.apps, [
    {
      name: 'Parcels',
      label: 'Parcel Post',
      colour: '#112233',
      tabs: [
        { name: 'Parcel__c', label: 'Parcels', kind: 'object', object: 'Parcel__c', icon: 'custom:custom40' },
        {
          name: 'standard-Account',
          label: 'Accounts',
          kind: 'object',
          object: 'Account',
          icon: 'standard:account',
        },
      ],
    },
  ]);
});

test('a tab stands in the bar of whom a permission set shows it to', async () => {
  const tabs = async (browser: Browser): Promise<string[]> =>
    (await browser.get('/local/app')).body.apps[0].tabs.map(({ name }: { name: string }) => name);
  assert.deepEqual(await tabs(clerk), ['Parcel__c', 'standard-Account']);
  assert.deepEqual(await tabs(admin), ['Parcel__c', 'standard-Account', 'Desk']);
});

test('a session switches the user; an unknown user is refused', async () => {
  const browser = new Browser(server.url);
  const { body: app } = await browser.get('/local/app');
  const other = app.users.find(({ id }: { id: string }) => id !== app.user.id);
  const who = async (): Promise<string> =>
    (await browser.post('/local/apex', { className: 'ParcelController', method: 'user', params: {} })).body
      .value;
  assert.equal(await who(), app.user.id);
  assert.equal((await browser.post('/local/session', { userId: other.id })).status, 200);
  assert.equal(await who(), other.id);
  assert.equal((await browser.post('/local/session', { userId: '001000000000001' })).status, 404);
  assert.equal((await browser.post('/local/session', {})).status, 404);
  assert.equal(await who(), other.id);
});

test('Apex gives its value or the error that a component gets', async () => {
  const call = (method: string, params = {}) =>
    clerk.post('/local/apex', { className: 'ParcelController', method, params });
  assert.deepEqual(await call('greet', { name: 'Ann' }), { status: 200, body: { value: 'Hello Ann' } });
  assert.deepEqual(await call('refuse'), { status: 200, body: { error: { message: 'No parcels today.' } } });
  assert.match((await call('nothing')).body.error.message, /nothing/);
  assert.equal((await clerk.post('/local/apex', { className: 'ParcelController' })).status, 400);
});

test('a class that nobody opened to the user can’t be called', async () => {
  const answer = await clerk.post('/local/apex', {
    className: 'HiddenController',
    method: 'peek',
    params: {},
  });
  assert.deepEqual(answer, {
    status: 200,
    body: { error: { message: "You do not have access to the Apex class named 'HiddenController'." } },
  });
  assert.equal(
    (await admin.post('/local/apex', { className: 'HiddenController', method: 'peek', params: {} })).body
      .value,
    1,
  );
});

test('a record with fields, parents and values for people', async () => {
  const { status, body } = await admin.get(
    `${UI}/records/${ids.Anvil}?fields=Parcel__c.Name,Parcel__c.Weight__c,Parcel__c.State__c&optionalFields=Parcel__c.Account__r.Name,Parcel__c.Due__c,Parcel__c.Nope`,
  );
  assert.equal(status, 200);
  assert.equal(body.apiName, 'Parcel__c');
  assert.equal(body.id, ids.Anvil);
  assert.deepEqual(body.fields.Weight__c, { displayValue: '1,200.50', value: 1200.5 });
  assert.deepEqual(body.fields.State__c, { displayValue: 'On its way', value: 'Sent' });
  assert.deepEqual(body.fields.Due__c, { displayValue: '1/31/2026', value: '2026-01-31' });
  assert.equal(body.fields.Account__r.displayValue, 'Shop');
  assert.equal(body.fields.Account__r.value.fields.Name.value, 'Shop');
  assert.equal('Nope' in body.fields, false);
});

test('an address comes as its parts', async () => {
  const { body } = await admin.get(`${UI}/search?q=Sho`);
  const id = body.results[0].records[0].id;
  const record = await admin.get(`${UI}/records/${id}?fields=Account.BillingAddress`);
  assert.equal(record.body.fields.BillingCity.value, 'Bern');
});

test('values for people follow the user’s locale', async () => {
  const { body } = await clerk.get(`${UI}/records/${ids.Anvil}?fields=Parcel__c.Name,Parcel__c.CreatedDate`);
  assert.match(body.fields.CreatedDate.displayValue, /^\d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}$/);
});

test('what is not there or may not be seen is refused', async () => {
  const missing = await admin.get(`${UI}/records/${ids.Anvil}?fields=Parcel__c.Nope`);
  assert.equal(missing.status, 400);
  assert.equal(missing.body[0].errorCode, 'INVALID_FIELD');
  assert.equal((await admin.get(`${UI}/records/a00000000000999AAA?fields=Parcel__c.Name`)).status, 404);
  assert.equal((await admin.get(`${UI}/records/nonsense`)).status, 404);
  const hidden = await clerk.get(`${UI}/records/${ids.Anvil}?fields=Parcel__c.Due__c`);
  assert.equal(hidden.body[0].errorCode, 'INVALID_FIELD');
});

test('create, change, delete', async () => {
  const made = await admin.post(`${UI}/records`, {
    apiName: 'Parcel__c',
    fields: { Name: 'New', Weight__c: 2 },
  });
  assert.equal(made.status, 201);
  assert.equal(made.body.fields.Weight__c.value, 2);
  const path = `${UI}/records/${made.body.id}`;
  const changed = await admin.patch(path, { fields: { Weight__c: 3 } });
  assert.equal(changed.body.fields.Weight__c.value, 3);
  assert.deepEqual(await admin.delete(path), { status: 204, body: null });
  assert.equal((await admin.get(`${path}?fields=Parcel__c.Name`)).status, 404);
});

test('a refused save names its fields', async () => {
  const { status, body } = await admin.patch(`${UI}/records/${ids.Anvil}`, { fields: { Weight__c: -1 } });
  assert.equal(status, 400);
  const [error] = body;
  assert.equal(error.errorCode, 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
  assert.equal(error.output.fieldErrors.Weight__c[0].message, 'A parcel weighs something.');
  assert.equal(error.output.fieldErrors.Weight__c[0].fieldLabel, 'Weight');
  const wrong = await admin.patch(`${UI}/records/${ids.Anvil}`, { fields: { Weight__c: 'heavy' } });
  assert.equal(wrong.status, 400);
  assert.equal((await admin.post(`${UI}/records`, { fields: {} })).status, 400);
});

test('who may not write is refused', async () => {
  const { status, body } = await clerk.patch(`${UI}/records/${ids.Feather}`, { fields: { Weight__c: 9 } });
  assert.equal(status, 400);
  assert.match(JSON.stringify(body), /Weight__c|INSUFFICIENT|CANNOT/);
  assert.notEqual((await clerk.delete(`${UI}/records/${ids.Feather}`)).status, 204);
});

test('object info follows the user’s rights', async () => {
  const { body } = await clerk.get(`${UI}/object-info/Parcel__c`);
  assert.equal(body.label, 'Parcel');
  assert.equal(body.createable, true);
  assert.equal(body.deletable, false);
  assert.equal(body.fields.Weight__c.dataType, 'Double');
  assert.equal(body.fields.Weight__c.updateable, false);
  assert.equal('Due__c' in body.fields, false);
  assert.equal(body.fields.Name.nameField, true);
  assert.match(body.themeInfo.iconUrl, /custom40/);
  const full = (await admin.get(`${UI}/object-info/Parcel__c`)).body;
  assert.equal(full.fields.Account__c.referenceToInfos[0].apiName, 'Account');
  assert.equal(full.defaultRecordTypeId, '012000000000000AAA');
  assert.equal((await admin.get(`${UI}/object-info/Nothing__c`)).status, 404);
});

test('picklist values', async () => {
  const one = await admin.get(`${UI}/object-info/Parcel__c/picklist-values/012000000000000AAA/State__c`);
  assert.deepEqual(
    one.body.values.map(({ value, label }: Record<string, string>) => [value, label]),
    [
      ['Open', 'Still open'],
      ['Sent', 'On its way'],
    ],
  );
  assert.equal(one.body.defaultValue.value, 'Open');
  const all = await admin.get(`${UI}/object-info/Parcel__c/picklist-values/012000000000000AAA`);
  assert.deepEqual(Object.keys(all.body.picklistFieldValues), ['State__c']);
  assert.equal((await admin.get(`${UI}/object-info/Parcel__c/picklist-values/012/Name`)).status, 404);
});

test('a record’s page: the project’s own, with rules looked at', async () => {
  const { body } = await clerk.get(`/local/record-page/${ids.Anvil}`);
  assert.equal(body.name, 'Anvil');
  assert.deepEqual(body.actions, [
    { name: 'Parcel__c.Weigh', label: 'Weigh', type: 'ScreenAction', component: 'parcelScales' },
    { name: 'Edit', label: 'Edit' },
    { name: 'Delete', label: 'Delete' },
  ]);
  assert.deepEqual(body.highlights, ['Name']);
  const main = body.regions.find(({ name }: { name: string }) => name === 'main').components;
  assert.deepEqual(main, [
    {
      kind: 'tabset',
      tabs: [
        {
          label: 'Details',
          components: [
            {
              kind: 'fieldSection',
              label: 'What it is',
              columns: [
                [
                  { field: 'Name', behaviour: 'required' },
                  { field: 'Weight__c', behaviour: 'none' },
                ],
              ],
            },
          ],
        },
      ],
    },
    { kind: 'lwc', component: 'parcelMap', properties: { zoom: '3' } },
    { kind: 'lwc', component: 'parcelSecrets', properties: {} },
    { kind: 'unsupported', component: 'runtime_sales_activities:activityPanel' },
  ]);
  const light = await admin.get(`/local/record-page/${ids.Feather}`);
  const shown = light.body.regions[1].components.map(({ component }: { component?: string }) => component);
  assert.equal(shown.includes('parcelMap'), false);
  assert.equal(shown.includes('parcelSecrets'), false);
  const offered = light.body.actions.map(({ name }: { name: string }) => name);
  assert.deepEqual(offered, ['Parcel__c.Weigh', 'Edit'], 'An action has a rule of its own.');
  assert.deepEqual(light.body.highlights, ['Name', 'State__c']);
  assert.equal((await clerk.get('/local/record-page/a00000000000999AAA')).status, 404);
});

test('a page composed of the layout', async () => {
  const { body: found } = await admin.get(`${UI}/search?q=Shop&object=Account`);
  const id = found.results[0].records[0].id;
  const { body } = await admin.get(`/local/record-page/${id}`);
  const [details, related] = body.regions[0].components[0].tabs;
  assert.deepEqual(details.components, [
    {
      kind: 'fieldSection',
      label: 'Who',
      columns: [[{ field: 'Name', behaviour: 'required' }], [{ field: 'Phone', behaviour: 'readonly' }]],
    },
  ]);
  assert.deepEqual(related.components, [
    {
      kind: 'relatedList',
      relationship: 'Parcels__r',
      label: 'Parcels',
      object: 'Parcel__c',
      columns: ['Name', 'State__c'],
      rows: 6,
      sortBy: null,
    },
  ]);
  const rows = await admin.get(
    `${UI}/related-list-records/${id}/Parcels__r?fields=Parcel__c.Name&sortBy=-Name`,
  );
  assert.deepEqual(
    rows.body.records.map(({ fields }: { fields: Record<string, { value: string }> }) => fields.Name?.value),
    ['Feather', 'Anvil'],
  );
  assert.equal(rows.body.totalSize, 2);
});

test('record-ui has records, layout and object info', async () => {
  const { body } = await admin.get(`${UI}/record-ui/${ids.Anvil}?layoutTypes=Full&modes=View,Edit`);
  assert.deepEqual(Object.keys(body.records[ids.Anvil ?? ''].fields), ['Name', 'State__c', 'Weight__c']);
  const full = body.layouts.Parcel__c['012000000000000AAA'].Full;
  assert.deepEqual(Object.keys(full), ['View', 'Edit']);
  assert.equal(full.View.sections[0].heading, 'What it is');
  assert.equal(body.objectInfos.Parcel__c.apiName, 'Parcel__c');
});

test('list views: of the metadata, all, recently viewed', async () => {
  const { body } = await admin.get(`${UI}/list-info/Parcel__c`);
  assert.deepEqual(
    body.lists.map(({ apiName }: { apiName: string }) => apiName),
    ['Heavy', 'All', '__Recent'],
  );
  const info = await admin.get(`${UI}/list-info/Parcel__c/Heavy`);
  assert.deepEqual(
    info.body.displayColumns.map(({ fieldApiName, label }: Record<string, string>) => [fieldApiName, label]),
    [
      ['Name', 'Parcel Name'],
      ['Account__c', 'Account'],
      ['Owner.Alias', 'Owner Alias'],
    ],
  );
  const heavy = await admin.get(`${UI}/list-records/Parcel__c/Heavy`);
  assert.deepEqual(names(heavy.body), ['Anvil']);
  assert.equal(heavy.body.records[0].fields.Account__r.value.fields.Name.value, 'Shop');
  await clerk.get(`/local/record-page/${ids.Feather}`);
  await clerk.get(`/local/record-page/${ids.Anvil}`);
  assert.deepEqual(names((await clerk.get(`${UI}/list-records/Parcel__c/__Recent`)).body), [
    'Anvil',
    'Feather',
  ]);
  assert.equal((await admin.get(`${UI}/list-records/Parcel__c/Nope`)).status, 404);
});

function names(list: { records: { fields: { Name: { value: string } } }[] }): string[] {
  return list.records.map(({ fields }) => fields.Name.value);
}

test('lists are paged and sorted', async () => {
  const first = (await admin.get(`${UI}/list-records/Parcel__c/All?pageSize=1&sortBy=-Name`)).body;
  assert.deepEqual(names(first), ['Feather']);
  const second = (
    await admin.get(
      `${UI}/list-records/Parcel__c/All?pageSize=1&sortBy=-Name&pageToken=${first.nextPageToken}`,
    )
  ).body;
  assert.deepEqual(names(second), ['Anvil']);
  assert.equal(second.previousPageToken, '0');
  assert.equal(first.totalSize >= 2, true);
});

test('lists are filtered: where, in the syntax of GraphQL', async () => {
  const read = (where: string) =>
    admin.get(`${UI}/list-records/Parcel__c/All?sortBy=Id&where=${encodeURIComponent(where)}`);
  const all = (await admin.get(`${UI}/list-records/Parcel__c/All?sortBy=Id`)).body.records;
  const [first, ...others] = all.map(({ id }: { id: string }) => id);
  const behind = (await read(`{ Id: { gt: "${first}" } }`)).body;
  assert.deepEqual(
    behind.records.map(({ id }: { id: string }) => id),
    others,
  );
  assert.equal(behind.totalSize, others.length);
  assert.deepEqual(
    names((await read('{ or: [{ Name: { like: "Anv%" } }, { Name: { in: ["Nothing"] } }] }')).body),
    ['Anvil'],
  );
  assert.deepEqual(names((await read('{ not: { Name: { ne: "Anvil" } }, Weight__c: { gte: 1 } }')).body), [
    'Anvil',
  ]);
  for (const where of [
    '{',
    '{}',
    '{ Name: 1 }',
    '{ Name: { about: 1 } }',
    '{ Name: { eq: "A" } } 1',
    '{ ? }',
  ]) {
    const { status, body } = await read(where);
    assert.equal(status, 400, where);
    assert.match(JSON.stringify(body), /does not understand in/, where);
  }
});

test('the list page has views and buttons', async () => {
  const { body } = await admin.get('/local/list-page/Parcel__c');
  assert.equal(body.pluralLabel, 'Parcels');
  assert.deepEqual(body.buttons, [
    { name: 'Send', label: 'Send Parcels', url: '/flow/Send_Parcels?retURL=%2F', needsSelection: true },
  ]);
});

test('a flow of Lightning components; anything else is refused by name', async () => {
  const { body } = await admin.get('/local/flow/Send_Parcels');
  assert.deepEqual(body.screens, [
    {
      name: 'Screen',
      label: 'Send',
      showHeader: true,
      showFooter: true,
      components: [
        { component: 'parcelSender', properties: { recordIds: { variable: 'ids' }, size: 5 }, outputs: {} },
      ],
    },
  ]);
  assert.equal(body.variables[0].isCollection, true);
  const refused = await admin.get('/local/flow/Too_Much');
  assert.equal(refused.status, 501);
  assert.match(refused.body.message, /decisions \(Which\)/);
  assert.equal((await admin.get('/local/flow/Nope')).status, 404);
});

test('search finds names and takes its wildcards as letters', async () => {
  const { body } = await admin.get(`${UI}/search?q=nvi`);
  assert.deepEqual(body.results, [
    { object: 'Parcel__c', label: 'Parcels', records: [{ id: ids.Anvil, name: 'Anvil' }] },
  ]);
  assert.deepEqual((await admin.get(`${UI}/search?q=${encodeURIComponent('%%')}`)).body.results, []);
  assert.equal((await admin.get(`${UI}/search?q=a`)).status, 400);
});

test('the log tells what a request did; jobs run by themselves', async () => {
  const seen = (await admin.get('/local/log')).body;
  const last = seen.at(-1).n;
  await admin.post('/local/apex', { className: 'ParcelController', method: 'later', params: {} });
  const entries = await until(async () => {
    const { body } = await admin.get(`/local/log?after=${last}`);
    return body.length >= 2 ? body : null;
  });
  const [call, job] = entries;
  assert.equal(call.kind, 'apex');
  assert.equal(call.label, 'ParcelController.later');
  assert.equal(call.limits.queueableJobs.used, 1);
  assert.equal(job.kind, 'job');
  assert.match(job.label, /Later/);
  assert.deepEqual(job.dml, [{ operation: 'insert', object: 'Parcel__c', rows: 1 }]);
  assert.equal(job.user, 'User');
});

async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const value = await ask();
    if (value !== null) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail('It never came.');
}

test('events bring the log', async () => {
  const response = await fetch(`${server.url}/local/events`);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  const reader = response.body?.getReader();
  assert.ok(reader);
  await admin.post('/local/apex', { className: 'ParcelController', method: 'greet', params: { name: 'x' } });
  let text = '';
  while (!text.includes('ParcelController.greet'))
    text += new TextDecoder().decode((await reader.read()).value);
  assert.match(text, /event: log\ndata: \{/);
  await reader.cancel();
});

test('unknown addresses and methods, pages of other sites', async () => {
  assert.equal((await admin.get('/local/nothing')).status, 404);
  assert.equal((await admin.post('/local/app', {})).status, 405);
  const foreign = await fetch(`${server.url}/local/app`, {
    headers: { origin: 'https://elsewhere.example' },
  });
  assert.equal(foreign.status, 403);
  assert.deepEqual((await admin.get('/local/diagnostics')).body, []);
});

test('a server of this machine answers to no other name', async () => {
  const port = Number(new URL(server.url).port);
  const statusFor = (name: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}` };
      get({ port, host: '127.0.0.1', path: '/local/app', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  assert.equal(await statusFor('rebound.example'), 403);
  assert.equal(await statusFor('127.0.0.1.rebound.example'), 403);
  for (const name of ['localhost', '127.0.0.1', '[::1]']) assert.equal(await statusFor(name), 200);
});

test('a taken port is said to be taken', async () => {
  const port = Number(new URL(server.url).port);
  await assert.rejects(
    startServer({ org: { project: project.root }, port, pages: false }),
    /Port \d+ is taken/,
  );
});

test('no project, broken first records', async () => {
  await assert.rejects(startServer({ org: { project: '/nowhere/at/all' }, pages: false }), /does not exist/);
  const apex = join(project.root, 'broken.apex');
  writeFileSync(apex, 'insert new Parcel__c(Weight__c = -1);');
  await assert.rejects(
    startServer({ org: { project: project.root }, apex: [apex], pages: false }),
    /broken\.apex: .*A parcel weighs something/s,
  );
});
