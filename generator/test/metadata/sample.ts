/** A model with every kind of metadata in it: two small billing systems over one core. */
import { metadataEmitters } from '../../src/emit/metadata/index.ts';
import type { EmittedFile } from '../../src/emit/emitted-file.ts';
import type { CoreModel, IntegrationModel, SystemModel } from '../../src/model/model.ts';
import {
  core,
  field,
  here,
  meterMapping,
  meterResources,
  meterTypes,
  model,
  object,
  path,
  profile,
  row,
  standardField,
  standardObject,
  system,
  valueMap,
} from '../support/model.ts';

export const context = { namespace: 'billwright', apiVersion: '67.0' };

const declared = (doc: string) => ({ doc, source: here() });

const parcel = object(
  'Parcel__c',
  [
    field('Text__c', 'Text', { length: 40, help: 'One "line" & no <more>.', doc: 'Shown.\n\nNot shown.' }),
    field('Key__c', 'Text', { required: true, unique: true, externalId: true, caseSensitive: true }),
    field('Area__c', 'TextArea'),
    field('Long__c', 'LongTextArea'),
    field('Email__c', 'Email', { externalId: true }),
    field('Phone__c', 'Phone'),
    field('Url__c', 'Url'),
    field('Number__c', 'Number', { default: 30 }),
    field('Currency__c', 'Currency'),
    field('Percent__c', 'Percent'),
    field('Checkbox__c', 'Checkbox', { default: true }),
    field('Date__c', 'Date'),
    field('DateTime__c', 'DateTime'),
    field('Picklist__c', 'Picklist', { values: ['New', "Don't & won't"], default: 'New' }),
    field('Account__c', 'Lookup', {
      target: 'Account',
      relationship: 'Parcels',
      relationshipLabel: 'Parcels',
    }),
    field('Depot__c', 'Lookup', {
      target: 'Depot__c',
      relationship: 'Parcels',
      onDelete: 'Restrict',
      required: true,
    }),
    field('Formula__c', 'Formula', {
      formula: { returns: 'Currency', text: 'IF(Number__c > 1 && ISPICKVAL(Picklist__c, "New"), 1, 0)' },
      precision: 18,
      scale: 2,
    }),
    field('Total__c', 'Summary', {
      summary: {
        operation: 'sum',
        of: 'ParcelItem__c',
        through: 'Parcel__c',
        field: 'Amount__c',
        where: { field: 'State__c', equals: 'Open' },
      },
    }),
    field('Items__c', 'Summary', {
      summary: { operation: 'count', of: 'ParcelItem__c', through: 'Parcel__c' },
    }),
  ],
  {
    tab: 'Custom57: Building Block',
    history: true,
    compact: ['Name', 'Picklist__c'],
    search: ['NAME', 'Picklist__c', 'Account__c'],
    listViews: [
      { name: 'All', label: 'All Parcels', columns: ['NAME', 'Picklist__c', 'CREATED_DATE'], filters: [] },
      {
        name: 'New',
        label: 'New Parcels',
        columns: ['NAME', 'OWNER.ALIAS'],
        filters: [{ field: 'Picklist__c', operation: 'equals', value: 'New' }],
      },
    ],
    page: {
      sections: [
        { label: 'Parcel', fields: ['Name', 'Text__c', 'Picklist__c', 'Total__c'] },
        { label: 'Words', fields: ['Long__c'] },
      ],
      relatedLists: ['Items__r', 'OrderItems__r'],
    },
  },
);

const depot = object('Depot__c', [field('Code__c', 'Text', { length: 10 })], {
  label: 'Depot (All)',
  nameField: { type: 'Text', label: 'Depot Name' },
  page: { sections: [{ label: 'Depot', fields: ['Code__c'] }], relatedLists: [] },
});

const parcelItem = object(
  'ParcelItem__c',
  [
    field('Parcel__c', 'MasterDetail', {
      target: 'Parcel__c',
      relationship: 'Items',
      relationshipLabel: 'Items',
    }),
    field('Amount__c', 'Currency'),
    field('State__c', 'Picklist', { values: ['Open', 'Closed'] }),
  ],
  { sharing: 'ControlledByParent', search: ['NAME', 'Parcel__c', 'Amount__c'] },
);

const types: CoreModel['metadataTypes'] = [
  metadataType('BillingSystem__mdt', 'Protected', { ApexClass__c: 80, Prefix__c: 4 }),
  metadataType('BillingEndpoint__mdt', 'Protected', {
    System__c: 40,
    Operation__c: 80,
    Method__c: 6,
    Path__c: 255,
    Mark__c: 10,
    Sources__c: 255,
  }),
  {
    ...metadataType('BillingValueMap__mdt', 'Protected', {
      System__c: 40,
      Map__c: 40,
      ToSalesforce__c: 255,
      ToBilling__c: 255,
    }),
    fields: [
      ...metadataType('x', 'Protected', {
        System__c: 40,
        Map__c: 40,
        ToSalesforce__c: 255,
        ToBilling__c: 255,
      }).fields,
      field('Rows__c', 'LongTextArea', { length: 131072 }),
      field('IgnoreCase__c', 'Checkbox'),
    ],
  },
  metadataType('BillingNeededPermission__mdt', 'Protected', {
    PermissionSet__c: 80,
    Object__c: 80,
    Field__c: 80,
    Access__c: 10,
    UserPermission__c: 80,
    Why__c: 255,
  }),
  {
    ...metadataType('BillingValueOverride__mdt', 'Public', {}),
    label: 'Billing Value Override',
    fields: [field('Map__c', 'Text', { length: 40, required: true }), field('Value__c', 'Text')],
  },
];

function metadataType(
  name: string,
  visibility: 'Public' | 'Protected',
  texts: Readonly<Record<string, number>>,
): CoreModel['metadataTypes'][number] {
  const label = name.replace(/__mdt$/, '');
  const fields = Object.entries(texts).map(([text, length]) => field(text, 'Text', { length }));
  return { name, label, plural: `${label}s`, visibility, fields, ...declared(`A ${label}.`) };
}

const account = standardObject(
  'Account',
  [standardField('Name', { length: 60, required: true })],
  [
    field('BillingEmail__c', 'Email'),
    field('BillingStatus__c', 'Picklist', { values: ['Open', 'Closed'] }),
    field('BillingCycle__c', 'Text'),
  ],
);

const orderItem = standardObject(
  'OrderItem',
  [],
  [
    field('Parcel__c', 'Lookup', {
      target: 'Parcel__c',
      relationship: 'OrderItems',
      relationshipLabel: 'Lines',
    }),
    field('Requested__c', 'Date'),
  ],
);

export const sampleCore = core({
  objects: [parcel, depot, parcelItem],
  metadataTypes: types,
  standardObjects: [account, orderItem],
  quickActions: [
    {
      name: 'BillingSync',
      label: 'Sync',
      component: 'billingSync',
      type: 'screen',
      on: ['Account', 'Parcel__c'],
      permission: 'SyncBilling',
      ...declared('Makes both sides agree.'),
    },
    {
      name: 'BillingOpen',
      label: 'Open',
      component: 'billingOpen',
      type: 'headless',
      on: ['Account'],
      ...declared('Opens the page in billing.'),
    },
  ],
  reasons: [
    {
      name: 'notYet',
      rep: 'It’s <not> there.',
      admin: 'Make {name} & wait.',
      remedy: 'retry',
      ...declared('Soon.'),
    },
    { name: 'gone', rep: 'It is gone.', admin: 'Look for it.', remedy: 'none', ...declared('Too late.') },
  ],
  customPermissions: [{ name: 'SyncBilling', label: 'Sync with Billing', ...declared('May synchronise.') }],
  componentTabs: [
    {
      name: 'Parcel_Desk',
      label: 'Parcel Desk',
      component: 'billingSync',
      motif: 'Custom67: Gears',
      ...declared('Where parcels are weighed & stamped.'),
    },
  ],
  permissionSets: [
    {
      name: 'ParcelClerk',
      label: 'Parcel Clerk',
      objects: [
        { object: 'Parcel__c', access: 'edit', create: false, without: ['Area__c'] },
        { object: 'Depot__c', access: 'modifyAll', create: true, without: [] },
        { object: 'ParcelItem__c', access: 'read', create: false, without: [] },
      ],
      fieldsOn: [
        { object: 'Account', access: 'edit' },
        { object: 'OrderItem', access: 'read' },
      ],
      classes: ['ParcelController'],
      customPermissions: ['SyncBilling'],
      tabs: 'all',
      app: true,
      needs: [
        { why: 'Parcels go to accounts.', object: 'Account', access: 'read', source: here() },
        {
          why: 'It has the address.',
          object: 'Account',
          field: 'BillingAddress',
          access: 'edit',
          source: here(),
        },
        { why: 'Set-up makes credentials.', userPermission: 'ManageNamedCredentials', source: here() },
      ],
      ...declared('For whoever sends parcels.'),
    },
    {
      name: 'ParcelReader',
      label: 'Parcel Reader',
      objects: [{ object: 'Parcel__c', access: 'viewAll', create: false, without: [] }],
      fieldsOn: [],
      classes: [],
      customPermissions: [],
      tabs: 'none',
      app: false,
      needs: [],
      ...declared('For whoever looks.'),
    },
  ],
  apps: [
    {
      name: 'Parcels',
      label: 'Parcels & More',
      colour: '#0B5C57',
      tabs: ['standard-Account', 'Parcel__c', 'Parcel_Desk'],
      ...declared('Parcels and what they cost.'),
    },
  ],
});

const meter: SystemModel = system('meter', 'Mtr', {
  label: 'Meter',
  profile: profile(meterResources()),
  types: meterTypes,
  valueMaps: [
    valueMap('customerStatus', [
      ['OPEN', 'Open', 'open', 'In <use>'],
      ['CLOSED', 'Closed & gone'],
    ]),
    valueMap('country', [['DEU', 'Deutschland', 'Österreich?']], {
      ignoreCase: true,
      toSalesforce: { kind: 'use', value: 'Other' },
      toBilling: { kind: 'same' },
    }),
  ],
  mappings: [meterMapping()],
});

/** Agrees with the first that billing owns the status, but lets Salesforce set the cycle, which the first does not know. */
const ledger: SystemModel = system('ledger', 'Ldg', {
  label: 'Ledger',
  profile: profile(meterResources()),
  types: meterTypes,
  mappings: [
    meterMapping({
      rows: [
        row('BillingStatus__c', 'billing', path(meterTypes, 'Customer', 'status')),
        row('BillingCycle__c', 'salesforce', path(meterTypes, 'Customer', 'cycle')),
      ],
    }),
  ],
});

export const sampleModel: IntegrationModel = model(sampleCore, ledger, meter);

/** All metadata of a model. */
export const emitted = (of: IntegrationModel = sampleModel): EmittedFile[] =>
  metadataEmitters.flatMap(({ emit }) => [...emit(of, context)]);

/** The text of one emitted file, by the end of its path. */
export function textOf(files: readonly EmittedFile[], end: string): string {
  const found = files.filter((file) => file.path.endsWith(`/${end}`));
  if (found.length !== 1) throw new Error(`${found.length} emitted files end in ${end}.`);
  return found[0]?.content ?? '';
}
