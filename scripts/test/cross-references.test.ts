import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossReferences } from '../src/checks/cross-references.ts';
import type { Change } from './support/project.ts';
import { cleanProject, DEFAULT, findingsOf, metadata, replace } from './support/project.ts';

const PERMISSIONS = `${DEFAULT}/permissionsets/Billing.permissionset-meta.xml`;
const LAYOUT = `${DEFAULT}/layouts/Subscription__c-Subscription Layout.layout-meta.xml`;
const PAGE = `${DEFAULT}/flexipages/SubscriptionPage.flexipage-meta.xml`;
const ACTION = `${DEFAULT}/quickActions/Subscription__c.Sync.quickAction-meta.xml`;
const APP = `${DEFAULT}/applications/Billing.app-meta.xml`;
const OBJECT = `${DEFAULT}/objects/Subscription__c`;
const RECORD = `${DEFAULT}/customMetadata/Setting.Default.md-meta.xml`;
const PANEL = `${DEFAULT}/lwc/syncPanel/syncPanel`;
const CONTROLLER = `${DEFAULT}/classes/SubscriptionController.cls`;

test('a project whose references all hold has no finding', async () => {
  const { looked, findings } = await crossReferences.run(cleanProject());
  assert.deepEqual(findings, []);
  assert.ok(looked > 20);
});

type Fault = readonly [fault: string, changes: Record<string, Change>, expected: RegExp];

const permission = (element: string): Change =>
  replace('<label>Billing</label>', `${element}<label>Billing</label>`);

const PERMISSION_SETS: readonly Fault[] = [
  [
    'a class',
    { [PERMISSIONS]: replace('SubscriptionController', 'Gone') },
    /:\d+ missing-reference .*ApexClass Gone/,
  ],
  ['a field', { [PERMISSIONS]: replace('.Status__c', '.Gone__c') }, /CustomField Subscription__c\.Gone__c/],
  [
    'an object',
    { [PERMISSIONS]: replace('<object>Subscription__c', '<object>Gone__c') },
    /CustomObject Gone__c/,
  ],
  ['a tab', { [PERMISSIONS]: replace('<tab>Subscription__c', '<tab>Gone__c') }, /CustomTab Gone__c/],
  [
    'an app',
    { [PERMISSIONS]: replace('<application>Billing', '<application>Gone') },
    /CustomApplication Gone/,
  ],
  ['a custom permission', { [PERMISSIONS]: replace('SeeMoney', 'Gone') }, /CustomPermission Gone/],
  ['a metadata type', { [PERMISSIONS]: replace('Setting__mdt', 'Gone__mdt') }, /CustomObject Gone__mdt/],
  [
    'a principal of a credential',
    {
      [PERMISSIONS]: permission(
        '<externalCredentialPrincipalAccesses><externalCredentialPrincipal>Gone-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses>',
      ),
    },
    /ExternalCredential Gone/,
  ],
];

const NOT_OURS: readonly Fault[] = [
  [
    'a standard object',
    { [PERMISSIONS]: replace('<object>Subscription__c', '<object>Account') },
    /not-ours Account is not/,
  ],
  [
    'a standard field',
    { [PERMISSIONS]: replace('Account.BillingNumber__c', 'Account.Phone') },
    /not-ours Account\.Phone/,
  ],
  [
    'a standard tab',
    { [PERMISSIONS]: replace('<tab>Subscription__c', '<tab>standard-Account') },
    /not-ours standard-Account/,
  ],
  [
    'a user permission',
    {
      [PERMISSIONS]: permission(
        '<userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>',
      ),
    },
    /not-ours User permission ViewSetup/,
  ],
];

const PAGES: readonly Fault[] = [
  [
    'a field on a layout',
    { [LAYOUT]: replace('<field>Status__c', '<field>Gone__c') },
    /Subscription__c has no field Gone__c/,
  ],
  [
    'an action on a layout',
    { [LAYOUT]: replace('Subscription__c.Sync', 'Subscription__c.Gone') },
    /QuickAction Subscription__c\.Gone/,
  ],
  [
    'a related list',
    { [LAYOUT]: replace('SubscriptionItem__c.Subscription__c', 'SubscriptionItem__c.Gone__c') },
    /has no field Gone__c/,
  ],
  [
    'a column of a related list',
    { [LAYOUT]: replace('<fields>Price__c', '<fields>Gone__c') },
    /SubscriptionItem__c has no field Gone__c/,
  ],
  [
    'a component on a page',
    { [PAGE]: replace('<componentName>syncPanel', '<componentName>c:gone') },
    /web component gone/,
  ],
  ['a field on a page', { [PAGE]: replace('Record.Status__c', 'Record.Gone__c') }, /has no field Gone__c/],
  [
    'an action on a page',
    { [PAGE]: replace('Subscription__c.Sync', 'Subscription__c.Gone') },
    /QuickAction Subscription__c\.Gone/,
  ],
  [
    'an object of a page',
    { [PAGE]: replace('<sobjectType>Subscription__c', '<sobjectType>Gone__c') },
    /no object Gone__c/,
  ],
  [
    'a component that is not made for that page',
    { [`${PANEL}.js-meta.xml`]: replace('<target>lightning__RecordPage</target>', '') },
    /not-exposed syncPanel must be exposed with the target lightning__RecordPage/,
  ],
  ['a component of an action', { [ACTION]: replace('syncPanel', 'gone') }, /web component gone/],
  [
    'a component that is no action',
    { [`${PANEL}.js-meta.xml`]: replace('<target>lightning__RecordAction</target>', '') },
    /not-exposed .*lightning__RecordAction/,
  ],
  ['a tab of an app', { [APP]: replace('<tabs>Subscription__c', '<tabs>Gone__c') }, /CustomTab Gone__c/],
  [
    'a utility bar',
    {
      [APP]: replace('<uiType>Lightning</uiType>', '<uiType>Lightning</uiType><utilityBar>Gone</utilityBar>'),
    },
    /FlexiPage Gone/,
  ],
  [
    'an object of a tab',
    { [`${DEFAULT}/tabs/Gone__c.tab-meta.xml`]: metadata('CustomTab', '<customObject>true</customObject>') },
    /CustomObject Gone__c/,
  ],
  [
    'a column of a list view',
    { [`${OBJECT}/listViews/All.listView-meta.xml`]: replace('<columns>Status__c', '<columns>Gone__c') },
    /has no field Gone__c/,
  ],
  [
    'a filter of a list view',
    { [`${OBJECT}/listViews/All.listView-meta.xml`]: replace('<field>Status__c', '<field>Gone__c') },
    /has no field Gone__c/,
  ],
  [
    'a field of a compact layout',
    { [`${OBJECT}/compactLayouts/Short.compactLayout-meta.xml`]: replace('Status__c', 'Gone__c') },
    /has no field Gone__c/,
  ],
];

const OBJECTS: readonly Fault[] = [
  [
    'a compact layout',
    { [`${OBJECT}/Subscription__c.object-meta.xml`]: replace('>Short<', '>Gone<') },
    /CompactLayout Subscription__c\.Gone/,
  ],
  [
    'a field in a formula',
    { [`${OBJECT}/fields/Total__c.field-meta.xml`]: replace('1 + 1', 'LEN("Not__c") + Account__r.Gone__c') },
    /Account has no field Gone__c/,
  ],
  [
    'a field in a validation rule',
    {
      [`${OBJECT}/validationRules/R.validationRule-meta.xml`]: metadata(
        'ValidationRule',
        '<fullName>R</fullName><active>true</active><errorConditionFormula>ISBLANK(Gone__c)</errorConditionFormula><errorMessage>x</errorMessage>',
      ),
    },
    /has no field Gone__c/,
  ],
  [
    'a field of a metadata record',
    { [RECORD]: replace('>PageSize__c<', '>Gone__c<') },
    /CustomField Setting__mdt\.Gone__c/,
  ],
  [
    'a value of another type',
    { [RECORD]: replace('xsd:double', 'xsd:string') },
    /value PageSize__c: the field is Number/,
  ],
  ['a value that is no number', { [RECORD]: replace('200.0', 'many') }, /"many" is no xsd:double/],
  [
    'an external credential',
    {
      [`${DEFAULT}/namedCredentials/Billing.namedCredential-meta.xml`]: replace(
        '>Billing</externalC',
        '>Gone</externalC',
      ),
    },
    /ExternalCredential Gone/,
  ],
];

const LOOKUP: readonly Fault[] = [
  [
    'the object of a lookup',
    {
      [`${OBJECT}/fields/Account__c.field-meta.xml`]: replace('<referenceTo>Account', '<referenceTo>Gone__c'),
    },
    /no object Gone__c/,
  ],
];

const SOURCES: readonly Fault[] = [
  [
    'a label in a component',
    { [`${PANEL}.js`]: replace('label/c.Synchronised', 'label/c.Gone') },
    /syncPanel\.js:\d+ .*label Gone/,
  ],
  [
    'an Apex method',
    { [`${PANEL}.js`]: replace('SubscriptionController.sync', 'SubscriptionController.gone') },
    /@AuraEnabled method SubscriptionController\.gone/,
  ],
  [
    'a method without its annotation',
    { [CONTROLLER]: replace('@AuraEnabled', '') },
    /@AuraEnabled method SubscriptionController\.sync/,
  ],
  [
    'a schema field',
    { [`${PANEL}.js`]: replace('schema/Subscription__c.Status__c', 'schema/Subscription__c.Gone__c') },
    /has no field Gone__c/,
  ],
  [
    'a schema field of a parent',
    {
      [`${PANEL}.js`]: replace('schema/Subscription__c.Status__c', 'schema/Subscription__c.Account__r.Gone'),
    },
    /Account has no field Gone/,
  ],
  [
    'a permission in a component',
    { [`${PANEL}.js`]: replace('billwright__SeeMoney', 'billwright__Gone') },
    /CustomPermission Gone/,
  ],
  [
    'a component in a template',
    { [`${PANEL}.html`]: replace('<p', '<c-gone-thing></c-gone-thing><p') },
    /web component goneThing/,
  ],
  [
    'a component in a module',
    { [`${PANEL}.js`]: (text) => `import { x } from 'c/gone';\n${text}` },
    /web component gone/,
  ],
  [
    'a label in Apex',
    { [CONTROLLER]: replace('Label.Synchronised', 'Label.Gone') },
    /SubscriptionController\.cls:7 .*label Gone/,
  ],
];

for (const [fault, changes, expected] of [...PERMISSION_SETS, ...PAGES, ...OBJECTS, ...SOURCES]) {
  test(`finds a reference to ${fault} that is not there`, (t) => expectFinding(t, changes, expected, true));
}

// These make other references fall as well, which is no fault of the check.
for (const [fault, changes, expected] of LOOKUP) {
  test(`finds ${fault} that is not there`, (t) => expectFinding(t, changes, expected, false));
}

for (const [fault, changes, expected] of NOT_OURS) {
  test(`finds ${fault} in a permission set`, (t) => expectFinding(t, changes, expected, true));
}

async function expectFinding(
  t: Parameters<typeof findingsOf>[0],
  changes: Record<string, Change>,
  expected: RegExp,
  isOnly: boolean,
): Promise<void> {
  const found = await findingsOf(t, crossReferences, changes);
  if (isOnly)
    assert.ok(
      new Set(found).size > 0 && found.every((line) => expected.test(line)),
      found.join('\n') || 'nothing found',
    );
  else
    assert.ok(
      found.some((line) => expected.test(line)),
      found.join('\n') || 'nothing found',
    );
}

test('takes our own names with the namespace as well', async (t) => {
  const changes = {
    [`${PANEL}.js`]: replace('apex/SubscriptionController', 'apex/billwright.SubscriptionController'),
    [PERMISSIONS]: replace('<field>Subscription__c.', '<field>billwright__Subscription__c.'),
  };
  assert.deepEqual(await findingsOf(t, crossReferences, changes), []);
});
