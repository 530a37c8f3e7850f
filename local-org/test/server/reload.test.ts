import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { kindOf } from '../../src/server/front/watch-project.ts';
import { Browser } from './browser.ts';
import { parcelProject } from './parcels.ts';

const project = parcelProject();
let server: RunningServer;
let browser: Browser;
let hear: (problem: string) => void = assert.fail;

before(async () => {
  server = await startServer({
    org: { project: project.root },
    watch: true,
    pages: false,
    problem: (text) => hear(text),
  });
  browser = new Browser(server.url);
});
after(async () => {
  await server.close();
  project.remove();
});

/** The next event of a kind after `change`. */
async function reloadAfter(
  change: () => void,
): Promise<{ diagnostics: { message: string }[]; reset: string[] }> {
  const response = await fetch(`${server.url}/local/events`);
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader.read()).value);
  change();
  for (;;) {
    const data = /event: reload\ndata: (.*)\n\n/.exec(text)?.[1];
    if (data !== undefined) {
      await reader.cancel();
      return JSON.parse(data);
    }
    text += decoder.decode((await reader.read()).value);
  }
}

const greet = async (): Promise<string> =>
  (
    await browser.post('/local/apex', {
      className: 'ParcelController',
      method: 'greet',
      params: { name: 'Ann' },
    })
  ).body.value;

test('changed Apex runs, and the data stay', async () => {
  const made = await browser.post('/services/data/v67.0/ui-api/records', {
    apiName: 'Parcel__c',
    fields: { Name: 'Stays' },
  });
  assert.equal(await greet(), 'Hello Ann');
  const { diagnostics } = await reloadAfter(() =>
    project.addClass(
      'ParcelController',
      "public class ParcelController { @AuraEnabled public static String greet(String name) { return 'Good day ' + name; } }",
    ),
  );
  assert.deepEqual(diagnostics, []);
  assert.equal(await greet(), 'Good day Ann');
  const kept = await browser.get(`/services/data/v67.0/ui-api/records/${made.body.id}?fields=Parcel__c.Name`);
  assert.equal(kept.body.fields.Name.value, 'Stays');
});

test('covered lines are of the files as they are', async () => {
  const client = new Browser(server.url, server.accessToken());
  const tooling = '/services/data/v67.0/tooling';
  const covered = async (): Promise<number> =>
    (await client.get(`${tooling}/query?q=SELECT+Id+FROM+ApexCodeCoverageAggregate`)).body.totalSize;
  project.addClass('Same', 'public class Same { public static Integer of(Integer n) {\n return n; } }');
  await reloadAfter(() =>
    project.addClass(
      'SameTest',
      '@IsTest private class SameTest { @IsTest static void same() { System.assertEquals(1, Same.of(1)); } }',
    ),
  );
  const tests = [{ className: 'SameTest' }];
  await client.post(`${tooling}/runTestsSynchronous`, { tests, skipCodeCoverage: false });
  assert.ok((await covered()) > 0);
  await reloadAfter(() =>
    project.addClass('Same', 'public class Same { public static Integer of(Integer n) { return n; } }'),
  );
  assert.equal(await covered(), 0);
});

test('a broken class is told; the others run', async () => {
  const { diagnostics } = await reloadAfter(() =>
    project.addClass('Broken', 'public class Broken { Integer x = true; }'),
  );
  assert.equal(diagnostics.length, 1);
  assert.equal((await browser.get('/local/diagnostics')).body[0].file, 'app/main/default/classes/Broken.cls');
  assert.equal(await greet(), 'Good day Ann');
});

test('a label is there at once', async () => {
  await reloadAfter(() =>
    project.addMetadata(
      'labels/CustomLabels.labels-meta.xml',
      'CustomLabels',
      '<labels><fullName>ParcelTitle</fullName><language>en_US</language><protected>true</protected><shortDescription>Title</shortDescription><value>New words</value></labels>',
    ),
  );
  assert.equal((await browser.get('/local/app')).body.labels['c.ParcelTitle'], 'New words');
});

test('files are told apart', () => {
  assert.equal(kindOf('/p/classes/A.cls'), 'apex');
  assert.equal(kindOf('/p/classes/A.cls-meta.xml'), 'apex');
  assert.equal(kindOf('/p/lwc/a/a.js'), 'lwc');
  assert.equal(kindOf('/p/lwc/a/__tests__/a.test.js'), null);
  assert.equal(kindOf('/p/objects/A__c/A__c.object-meta.xml'), 'metadata');
});

test('while the file of the project is broken, the org stays as it was', async () => {
  const file = 'sfdx-project.json';
  const config = readFileSync(join(project.root, file), 'utf8');
  const before = await greet();
  const problem = new Promise<string>((resolve) => void (hear = resolve));
  project.write(file, '{');
  assert.match(await problem, /sfdx-project\.json is not valid JSON/);
  hear = assert.fail;
  assert.equal(await greet(), before);
  await reloadAfter(() => project.write(file, config));
  assert.equal(await greet(), before);
});
