import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { Browser } from './browser.ts';
import { parcelProject } from './parcels.ts';

const UI = '/services/data/v67.0/ui-api';
const project = parcelProject();
let server: RunningServer;
let browser: Browser;

before(async () => {
  const apex = join(project.root, 'records.apex');
  writeFileSync(apex, "insert new Parcel__c(Name = 'Anvil', Weight__c = 12, State__c = 'Open');");
  server = await startServer({
    org: { project: project.root, asInstalled: true },
    apex: [apex],
    pages: false,
  });
  browser = new Browser(server.url);
});
after(async () => {
  await server.close();
  project.remove();
});

test('as installed, objects and fields carry the namespace, components do not', async () => {
  const { body: app } = await browser.get('/local/app');
  assert.equal(app.namespace, 'acme');
  assert.equal(app.labels['c.ParcelTitle'], 'My parcels');
  assert.deepEqual(
    app.apps[0].tabs.map(({ object, component }: Record<string, string>) => object ?? component),
    ['acme__Parcel__c', 'Account', 'parcelDesk'],
  );
  const list = await browser.get(`${UI}/list-records/acme__Parcel__c/Heavy`);
  assert.equal(list.status, 200, JSON.stringify(list.body));
  const id = list.body.records[0].id;
  const { body: page } = await browser.get(`/local/record-page/${id}`);
  assert.equal(page.object, 'acme__Parcel__c');
  assert.deepEqual(page.highlights, ['Name', 'acme__State__c']);
  assert.equal(page.actions[0].component, 'parcelScales');
  const [tabset] = page.regions[1].components;
  assert.deepEqual(
    tabset.tabs[0].components[0].columns.flat().map(({ field }: { field: string }) => field),
    ['Name', 'acme__Weight__c', 'acme__State__c'],
  );
  const record = await browser.get(`${UI}/records/${id}?fields=acme__Parcel__c.acme__Weight__c`);
  assert.equal(record.body.fields.acme__Weight__c.value, 12);
  const call = { className: 'ParcelController', method: 'greet', params: { name: 'Ann' } };
  assert.deepEqual((await browser.post('/local/apex', call)).body, { value: 'Hello Ann' });
});

test('list buttons and related lists are found', async () => {
  const { body } = await browser.get('/local/list-page/acme__Parcel__c');
  assert.deepEqual(
    body.buttons.map(({ name }: { name: string }) => name),
    ['Send'],
  );
});
