import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trackedFields } from '../../src/emit/metadata/history.ts';
import { relatedLists } from '../../src/emit/metadata/page/related-lists.ts';
import { field, object } from '../support/model.ts';
import { emitted, sampleCore, sampleModel, textOf } from './sample.ts';

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const pages = emitted().filter(({ component }) => component?.type === 'FlexiPage');

test('no two parts of a page have the same identifier', () => {
  assert.equal(pages.length, sampleCore.objects.length);
  for (const { path, content } of pages) {
    const identifiers = all(content, /<identifier>(.*?)<\/identifier>/g);
    assert.equal(new Set(identifiers).size, identifiers.length, path);
  }
});

test('every facet of a page is named by exactly one other part', () => {
  for (const { path, content } of pages) {
    const facets = all(content, /<name>(\w+)<\/name>\s*<type>Facet<\/type>/g);
    const values = all(content, /<value>(\w+)<\/value>/g);
    assert.ok(facets.length > 0);
    for (const facet of facets)
      assert.equal(values.filter((value) => value === facet).length, 1, `${path} ${facet}`);
  }
});

test('hand-written components stand beside the fields, in a column that only such pages have', () => {
  const [parcel] = sampleCore.objects;
  assert.ok(parcel);
  const withPanel = { ...parcel, page: { ...parcel.page, components: ['billingSync'] } };
  const page = (model: typeof parcel): string =>
    textOf(
      emitted({ ...sampleModel, core: { ...sampleCore, objects: [model] } }),
      'Parcel_Record_Page.flexipage-meta.xml',
    );
  assert.match(page(withPanel), /<componentName>billingSync<\/componentName>/);
  assert.match(page(withPanel), /<name>sidebar<\/name>/);
  assert.match(page(withPanel), /flexipage:recordHomeTemplateDesktop/);
  assert.doesNotMatch(page(parcel), /sidebar|recordHomeTemplateDesktop/);
});

test('a list shows the buttons that its object names', () => {
  const [parcel] = sampleCore.objects;
  assert.ok(parcel);
  const withButton = { ...parcel, listButtons: ['SyncSelected'] };
  const text = textOf(
    emitted({ ...sampleModel, core: { ...sampleCore, objects: [withButton] } }),
    'Parcel__c.object-meta.xml',
  );
  assert.match(text, /<listViewButtons>SyncSelected<\/listViewButtons>/);
});

test('a field that must be filled is on the page, even if no section names it', () => {
  const layout = textOf(emitted(), 'Parcel__c-Parcel Layout.layout-meta.xml');
  for (const name of ['Key__c', 'Depot__c']) {
    assert.match(layout, new RegExp(`<behavior>Required</behavior>\\s*<field>${name}</field>`));
  }
});

test('a layout has the name of the one that the platform makes, escaped as the platform does', () => {
  const layouts = emitted().flatMap(({ component }) => (component?.type === 'Layout' ? component.name : []));
  assert.ok(layouts.includes('Depot__c-Depot %28All%29 Layout'));
  assert.ok(layouts.includes('Parcel__c-Parcel Layout'));
});

test('a related list leads through the right field and does not repeat it', () => {
  const [parcel] = sampleCore.objects;
  assert.ok(parcel);
  assert.deepEqual(relatedLists(sampleCore, parcel), [
    {
      relationship: 'Items__r',
      label: 'Items',
      child: 'ParcelItem__c',
      through: 'Parcel__c',
      columns: ['NAME', 'Amount__c'],
    },
    {
      relationship: 'OrderItems__r',
      label: 'Lines',
      child: 'OrderItem',
      through: 'Parcel__c',
      columns: ['Requested__c'],
    },
  ]);
});

test('at most twenty fields are tracked, the name among them, and only such as can be', () => {
  const fields = [
    field('Total__c', 'Summary'),
    field('Notes__c', 'LongTextArea'),
    field('LastSeen__c', 'DateTime'),
    ...Array.from({ length: 30 }, (_, index) => field(`Field${index}__c`, 'Text')),
  ];
  const numbered = trackedFields(object('A__c', fields, { history: true }));
  const named = trackedFields(
    object('B__c', fields, { history: true, nameField: { type: 'Text', label: 'Name' } }),
  );
  assert.equal(numbered.size, 20);
  assert.equal(named.size, 19);
  assert.ok(numbered.has('Field0__c'));
  for (const name of ['Total__c', 'Notes__c', 'LastSeen__c']) assert.ok(!numbered.has(name), name);
  assert.equal(trackedFields(object('C__c', fields)).size, 0);
});
