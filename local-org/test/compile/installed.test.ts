import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createOrg } from '../../src/index.ts';
import type { TestResult } from '../../src/testing/results.ts';
import { runTests } from '../../src/testing/run.ts';
import { TemporaryProject } from '../temporary-project.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

test('the package runs as it is installed', async () => {
  const results: TestResult[] = [];
  await runTests(
    { project: ROOT, asInstalled: true },
    { classes: ['BillingJsonTest'] },
    { onResult: (result) => results.push(result) },
  );
  assert.deepEqual(
    results.filter(({ passed }) => !passed).map(({ method, message }) => [method, message]),
    [],
  );
  assert.ok(results.length > 5);
  assert.ok(results.every(({ className }) => className === 'billwright.BillingJsonTest'));
});

const project = new TemporaryProject({
  Namer: `public class Namer {
    public static String type() { return Namer.class.getName(); }
    public static String field() { return String.valueOf(Thing__c.Size__c); }
    public static String object() { return Thing__c.SObjectType.getDescribe().getName(); }
  }`,
});
after(() => project.remove());
project.addMetadata(
  'objects/Thing__c/Thing__c.object-meta.xml',
  'CustomObject',
  '<label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
);
project.addMetadata(
  'objects/Thing__c/fields/Size__c.field-meta.xml',
  'CustomField',
  '<fullName>Size__c</fullName><label>Size</label><type>Number</type><precision>4</precision><scale>0</scale>',
);

const NAMES = 'System.debug(Namer.type()); System.debug(Namer.field()); System.debug(Namer.object());';

for (const namespaced of [false, true]) {
  test(namespaced ? 'with its namespace' : 'without a namespace', async () => {
    const org = createOrg({ project: project.root, cache: null, namespaced });
    assert.deepEqual(org.diagnostics, []);
    const { log, exception } = org.execute(NAMES);
    assert.equal(exception, null);
    const [dot, underscores] = namespaced ? ['acme.', 'acme__'] : ['', ''];
    assert.deepEqual(
      log.map(({ text }) => text),
      [`${dot}Namer`, `${underscores}Size__c`, `${underscores}Thing__c`],
    );
    org.insert(`${underscores}Thing__c`, { Name: 'One' });
    assert.deepEqual(org.query('SELECT COUNT() FROM Thing__c'), [{ count: 1 }]);
    await org.close();
  });
}
