/** Files as they shall be, word for word. `UPDATE_GOLDEN=1` writes them anew; read the difference before keeping it. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { EmittedFile } from '../../src/emit/emitted-file.ts';
import { packageXml } from '../../src/emit/metadata/index.ts';
import { context, emitted } from './sample.ts';

const folder = fileURLToPath(new URL('golden', import.meta.url));
const files = [...emitted(), packageXml(emitted(), [], context)];

/** One of each kind; the rest differ only in what they are filled with. */
const chosen = [
  'Parcel__c.object-meta.xml',
  'Parcel__c.tab-meta.xml',
  'New.listView-meta.xml',
  'ParcelItem__c/fields/Parcel__c.field-meta.xml',
  'Parcel__c/fields/Text__c.field-meta.xml',
  'Parcel__c/fields/Key__c.field-meta.xml',
  'Parcel__c/fields/Picklist__c.field-meta.xml',
  'Parcel__c/fields/Depot__c.field-meta.xml',
  'Parcel__c/fields/Formula__c.field-meta.xml',
  'Parcel__c/fields/Total__c.field-meta.xml',
  'Parcel__c/compactLayouts/Highlights.compactLayout-meta.xml',
  'BillingValueOverride__mdt.object-meta.xml',
  'BillingValueOverride__mdt/fields/Map__c.field-meta.xml',
  'BillingValueOverride__mdt-Billing Value Override Layout.layout-meta.xml',
  'Parcel__c-Parcel Layout.layout-meta.xml',
  'Parcel_Record_Page.flexipage-meta.xml',
  'Depot_Record_Page.flexipage-meta.xml',
  'Account.BillingSync.quickAction-meta.xml',
  'Parcel_Desk.tab-meta.xml',
  'SyncBilling.customPermission-meta.xml',
  'CustomLabels.labels-meta.xml',
  'ParcelClerk.permissionset-meta.xml',
  'Parcels.app-meta.xml',
  'meter/customMetadata/BillingSystem.meter.md-meta.xml',
  'meter/customMetadata/BillingValueMap.Mtr_customerStatus.md-meta.xml',
  'package.xml',
];

function fileOf(end: string): EmittedFile {
  const found = files.filter(({ path }) => path.endsWith(`/${end}`));
  assert.equal(found.length, 1, `one file is ${end}`);
  return found[0] as EmittedFile;
}

function expected(end: string, content: string): string {
  const path = join(folder, end.includes('/fields/') ? end : basename(end));
  if (process.env['UPDATE_GOLDEN']) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return readFileSync(path, 'utf8');
}

for (const end of chosen) {
  test(`${end} is as it was`, () => {
    const { content } = fileOf(end);
    assert.equal(content, expected(end, content));
  });
}
