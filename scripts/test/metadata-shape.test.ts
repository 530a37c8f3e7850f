import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataShape } from '../src/checks/metadata-shape.ts';
import type { Change } from './support/project.ts';
import { cleanProject, DEFAULT, findingsOf, metadata, replace } from './support/project.ts';

const OBJECT = `${DEFAULT}/objects/Subscription__c/Subscription__c.object-meta.xml`;
const ITEM = `${DEFAULT}/objects/SubscriptionItem__c`;
const FIELDS = `${DEFAULT}/objects/Subscription__c/fields`;
const ACCOUNT = `${FIELDS}/Account__c.field-meta.xml`;
const STATUS = `${FIELDS}/Status__c.field-meta.xml`;
const NUMBER = `${FIELDS}/Number__c.field-meta.xml`;
const TOTAL = `${FIELDS}/Total__c.field-meta.xml`;
const DETAIL = `${ITEM}/fields/Subscription__c.field-meta.xml`;
const PRICE = `${ITEM}/fields/Price__c.field-meta.xml`;
const PERMISSIONS = `${DEFAULT}/permissionsets/Billing.permissionset-meta.xml`;
const LAYOUT = `${DEFAULT}/layouts/Subscription__c-Subscription Layout.layout-meta.xml`;
const LABELS = `${DEFAULT}/labels/CustomLabels.labels-meta.xml`;

test('a project that an org would take has no finding', async () => {
  const { looked, findings } = await metadataShape.run(cleanProject());
  assert.deepEqual(findings, []);
  assert.ok(looked > 20);
});

const field = (name: string, body: string): Record<string, Change> => ({
  [`${FIELDS}/${name}.field-meta.xml`]: metadata('CustomField', `<fullName>${name}</fullName>${body}`),
});

const SHAPE: readonly [fault: string, changes: Record<string, Change>, expected: RegExp][] = [
  ['malformed XML', { [LAYOUT]: replace('</behavior>', '') }, /layout-meta\.xml:12 xml /],
  ['an unknown suffix', { [`${DEFAULT}/x/A.nonsense-meta.xml`]: '<A/>' }, /A\.nonsense-meta\.xml:1 suffix/],
  [
    'a wrong root element',
    { [OBJECT]: (text) => text.replaceAll('CustomObject', 'CustomThing') },
    /root .*CustomThing/,
  ],
  [
    'an unknown element',
    { [NUMBER]: replace('<unique>', '<bogus>1</bogus>\n<unique>') },
    /unknown-element .*bogus/,
  ],
  [
    'an element twice',
    { [NUMBER]: replace('<unique>', '<unique>true</unique>\n<unique>') },
    /repeated unique/,
  ],
  [
    'a wrong enum value',
    { [PRICE]: replace('Currency<', 'Currencyy<') },
    /:\d+ enum "Currencyy" is no FieldType/,
  ],
  [
    'a wrong boolean',
    { [NUMBER]: replace('<unique>true', '<unique>yes') },
    /boolean "yes" must be true or false/,
  ],
  ['a wrong number', { [NUMBER]: replace('>100<', '>x16<') }, /number "x16" must be a number/],
  ['a missing element', { [STATUS]: replace('<default>true</default>', '') }, /missing-element .*default/],
  [
    'elements in a value',
    { [NUMBER]: replace('<label>', '<description><b>1</b></description><label>') },
    /unknown-element description holds a value/,
  ],
];

const RULES: typeof SHAPE = [
  [
    'a field name with two underscores',
    field('A__b__c', '<label>A</label><type>Date</type>'),
    /api-name A__b__c/,
  ],
  [
    'a field name that is too long',
    field(`${'a'.repeat(41)}__c`, '<label>A</label><type>Date</type>'),
    /api-name/,
  ],
  ['a full name that is not the file’s', { [NUMBER]: replace('Number__c<', 'Numbre__c<') }, /full-name/],
  ['a field without a label', { [NUMBER]: replace('<label>Number</label>', '') }, /label A custom field/],
  ['a field without a type', { [NUMBER]: replace('<type>Text</type>', '') }, /field-type/],
  [
    'a label that is too long',
    { [NUMBER]: replace('<label>', `<label>${'x'.repeat(40)}`) },
    /too-long label has 46/,
  ],
  ['help that is too long', { [NUMBER]: replace('Connection', 'x'.repeat(511)) }, /too-long inlineHelpText/],
  [
    'a text without a length',
    { [NUMBER]: replace('<length>100</length>', '') },
    /missing-element A Text field/,
  ],
  ['a text that is too long', { [NUMBER]: replace('100', '256') }, /length .*from 1 to 255, not 256/],
  [
    'a long text without lines',
    field('Note__c', '<label>N</label><length>1000</length><type>LongTextArea</type>'),
    /A LongTextArea field must have visibleLines/,
  ],
  ['a precision above 18', { [PRICE]: replace('18', '19') }, /precision .*not 19/],
  ['a scale above the precision', { [PRICE]: replace('<scale>2', '<scale>19') }, /scale .*not 19/],
  [
    'a formula without digits',
    { [TOTAL]: replace('<scale>2</scale>', '') },
    /A Number field must have scale/,
  ],
  [
    'a required formula',
    field('F__c', '<formula>TODAY()</formula><label>F</label><required>true</required><type>Date</type>'),
    /required A formula/,
  ],
  ['a unique formula', { [TOTAL]: replace('<scale>', '<unique>true</unique>\n<scale>') }, /unique A formula/],
  [
    'a unique currency',
    { [PRICE]: replace('<scale>', '<unique>true</unique>\n<scale>') },
    /unique A Currency field/,
  ],
  [
    'a lookup to nothing',
    { [ACCOUNT]: replace('<referenceTo>Account</referenceTo>', '') },
    /must have referenceTo/,
  ],
  [
    'a lookup to a custom object without a relationship name',
    field('Other__c', '<label>O</label><referenceTo>Subscription__c</referenceTo><type>Lookup</type>'),
    /lookup to Subscription__c must have relationshipName/,
  ],
  [
    'two fields that call their children alike',
    field(
      'Other__c',
      '<label>O</label><referenceTo>Subscription__c</referenceTo><relationshipName>Items</relationshipName><type>Lookup</type>',
    ),
    /relationship-name .*Items/,
  ],
  [
    'a required lookup that can be emptied',
    { [ACCOUNT]: replace('<referenceTo>', '<required>true</required><referenceTo>') },
    /delete-constraint/,
  ],
  [
    'a detail without an order',
    { [DETAIL]: replace('<relationshipOrder>0</relationshipOrder>', '') },
    /relationshipOrder/,
  ],
  [
    'a detail with a sharing of its own',
    { [`${ITEM}/SubscriptionItem__c.object-meta.xml`]: replace('ControlledByParent', 'ReadWrite') },
    /sharing-model SubscriptionItem__c has a master-detail/,
  ],
  [
    'sharing by a parent that is not there',
    { [OBJECT]: replace('ReadWrite', 'ControlledByParent') },
    /has no master-detail/,
  ],
  ['a picklist without values', field('P__c', '<label>P</label><type>Picklist</type>'), /must have valueSet/],
  [
    'a value twice',
    { [STATUS]: replace('<fullName>Active<', '<fullName>Draft<') },
    /value-set .*Draft is there twice/,
  ],
  ['two defaults', { [STATUS]: replace('<default>false<', '<default>true<') }, /value-set Only one value/],
  [
    'a checkbox without a default',
    field('C__c', '<label>C</label><type>Checkbox</type>'),
    /must have defaultValue/,
  ],
  [
    'a lookup on a metadata type',
    {
      [`${DEFAULT}/objects/Setting__mdt/fields/PageSize__c.field-meta.xml`]: replace(
        '>Number<',
        '>Currency<',
      ),
    },
    /field-type Setting__mdt is a __mdt object/,
  ],
  [
    'a metadata type with sharing',
    {
      [`${DEFAULT}/objects/Setting__mdt/Setting__mdt.object-meta.xml`]: replace(
        '<visibility>',
        '<sharingModel>Read</sharingModel><visibility>',
      ),
    },
    /has no sharingModel/,
  ],
  [
    'an object without a plural',
    { [OBJECT]: replace('<pluralLabel>Subscriptions</pluralLabel>', '') },
    /must have pluralLabel/,
  ],
  [
    'a number format without the number',
    { [`${ITEM}/SubscriptionItem__c.object-meta.xml`]: replace('SI-{000000}', 'SI') },
    /display-format/,
  ],
  [
    'a required field in a permission set',
    { [STATUS]: replace('<type>', '<required>true</required><type>') },
    /always-visible Subscription__c\.Status__c is required/,
  ],
  [
    'a master-detail field in a permission set',
    { [PERMISSIONS]: replace('Subscription__c.Status__c', 'SubscriptionItem__c.Subscription__c') },
    /always-visible .* is master-detail/,
  ],
  [
    'an editable formula in a permission set',
    {
      [PERMISSIONS]: replace(
        '<editable>false</editable>\n        <field>Subscription__c.Total__c',
        '<editable>true</editable>\n        <field>Subscription__c.Total__c',
      ),
    },
    /read-only Subscription__c\.Total__c is computed/,
  ],
  [
    'edit without read',
    { [PERMISSIONS]: replace('<allowRead>true', '<allowRead>false') },
    /allowEdit needs allowRead/,
  ],
  [
    'a permission twice',
    { [PERMISSIONS]: replace('Account.BillingNumber__c', 'Subscription__c.Total__c') },
    /twice Subscription__c\.Total__c is listed twice/,
  ],
  [
    'a label twice',
    { [LABELS]: (text) => text.replace(/<labels>[\s\S]*<\/labels>/, (label) => label + label) },
    /twice The label Synchronised/,
  ],
];

for (const [fault, changes, expected] of [...SHAPE, ...RULES]) {
  test(`finds ${fault}`, async (t) => {
    const found = await findingsOf(t, metadataShape, changes);
    assert.equal(found.length, 1, found.join('\n') || 'nothing found');
    assert.match(found[0] ?? '', expected);
  });
}
