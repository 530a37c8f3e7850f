import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentEmitters } from '../../src/emit/documents/index.ts';
import type { EmittedFile } from '../../src/emit/emitted-file.ts';
import type { IntegrationModel } from '../../src/model/model.ts';
import { validateCodes } from '../../src/model/validate/index.ts';
import { isInPrettierLayout } from '../support/prettier.ts';
import { field, here, object, testModel } from '../support/model.ts';

const context = { namespace: 'billwright', apiVersion: '67.0' };

/** The whole model with something in each of its parts. */
function fullModel(): IntegrationModel {
  const declared = { doc: 'Says `what` it is.\n\n- and\n- why', source: here() };
  return testModel({
    core: {
      objects: [
        object('BillingConnection__c', [
          field('DefaultCycle__c', 'Text'),
          field('Twin__c', 'Text', { label: 'DefaultCycle' }),
        ]),
      ],
      reasons: [
        {
          name: 'noAccount',
          rep: 'There is no account.',
          admin: 'Link it | first.',
          remedy: 'openSetup',
          ...declared,
        },
      ],
      customPermissions: [{ name: 'SyncBilling', label: 'Sync', ...declared }],
      componentTabs: [],
      permissionSets: [
        {
          name: 'BillingRep',
          label: 'Billing Rep',
          objects: [{ object: 'BillingConnection__c', access: 'read', create: false, without: [] }],
          fieldsOn: [{ object: 'Account', access: 'edit' }],
          classes: ['BillingClient'],
          customPermissions: ['SyncBilling'],
          tabs: 'all',
          app: true,
          needs: [
            { why: 'Sync starts there.', object: 'Account', access: 'read', source: here() },
            { why: 'Orders are final.', userPermission: 'EditActivatedOrders', source: here() },
          ],
          ...declared,
        },
      ],
    },
  });
}

function emitted(model: IntegrationModel = fullModel()): ReadonlyMap<string, EmittedFile> {
  const files = documentEmitters.flatMap((emitter) => [...emitter.emit(model, context)]);
  return new Map(files.map((file) => [file.path, file]));
}

const page = (path: string): string => emitted().get(path)?.content ?? '';

test('each page is there', () => {
  assert.deepEqual(
    [...emitted().keys()],
    [
      'docs/reference/meter/account.md',
      'docs/reference/meter/endpoints.md',
      'docs/reference/meter/value-maps.md',
      'docs/reference/data-dictionary.md',
      'docs/reference/reasons.md',
      'docs/reference/permissions.md',
      'docs/reference/diagnostics.md',
      'config/data-loader/meter/Account.sdl',
      'config/data-loader/meter/Account.soql',
    ],
  );
});

test('every page is in Prettier’s layout', async () => {
  const pages = [...emitted().values()].filter(({ path }) => path.endsWith('.md'));
  for (const file of pages) assert.ok(await isInPrettierLayout(file), file.path);
});

test('the same model gives the same bytes, with LF and a line break at the end', () => {
  const again = emitted();
  for (const [path, { content }] of emitted()) {
    assert.equal(again.get(path)?.content, content);
    assert.doesNotMatch(content, /\r/);
    assert.match(content, /[^\n]\n$/);
  }
});

test('a mapping’s page says who owns what, where it goes and how sure we are', () => {
  const text = page('docs/reference/meter/account.md');
  const row = (name: string): string =>
    text.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  assert.match(
    row('Name'),
    /to billing +\| Salesforce +\| `party\(company\)\.companyName` +\| `trimmedText`/,
  );
  assert.match(row('BillingEmail__c'), /both ways +\| shared; a person decides/);
  assert.match(
    row('BillingStatus__c'),
    /\[customerStatus\]\(value-maps\.md#customerstatus\).*documented \(T1\)/,
  );
  assert.match(row('LastName'), /`IsPersonAccount` is `true`; only with PersonAccounts/);
  assert.match(text, /`externalKey`, found by `externalKey`/);
  assert.match(text, /`DefaultCycle__c` of the connection/);
  assert.match(text, /- `\{id\}`: `id`/);
});

test('the data dictionary names an owner for each field', () => {
  const text = page('docs/reference/data-dictionary.md');
  assert.match(text, /`BillingStatus__c`.*\| billing +\|/);
  assert.match(text, /`DefaultCycle__c`.*\| the package +\|/);
});

test('the permissions page says what no package can grant', () => {
  const text = page('docs/reference/permissions.md');
  assert.match(text, /### What the package can’t grant/);
  assert.match(text, /`EditActivatedOrders` +\| user permission \| Orders are final\./);
});

test('the reference lists every code of the validator', () => {
  const text = page('docs/reference/diagnostics.md');
  for (const code of Object.keys(validateCodes)) assert.ok(text.includes(`\`${code}\``), code);
});

test('Data Loader gets names as subscribers see them, and no field of a feature', () => {
  const mapping = page('config/data-loader/meter/Account.sdl');
  assert.match(mapping, /^Billing\\ Email=billwright__BillingEmail__c$/m);
  assert.match(mapping, /^Name=Name$/m);
  assert.doesNotMatch(mapping, /FirstName/);
  const query = page('config/data-loader/meter/Account.soql');
  assert.equal(
    query,
    'SELECT Id, Name, billwright__BillingEmail__c, billwright__BillingStatus__c FROM Account ORDER BY Id\n',
  );
});
