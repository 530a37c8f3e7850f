import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '../../src/values/decimal.ts';
import { fieldXml, objectXml, schemaOf, TestOrg } from './project.ts';

const OBJECT =
  '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>';
const lookup = (to: string, more: string): string =>
  fieldXml(`<label>L</label><type>Lookup</type><referenceTo>${to}</referenceTo>${more}`);
const schema = schemaOf({
  'objects/Head__c/Head__c.object-meta.xml': objectXml(
    `<label>Head</label><pluralLabel>Heads</pluralLabel>${OBJECT}`,
  ),
  'objects/Head__c/fields/Total__c.field-meta.xml': fieldXml(
    '<label>Total</label><type>Summary</type><summaryForeignKey>Line__c.Head__c</summaryForeignKey><summarizedField>Line__c.Amount__c</summarizedField><summaryOperation>sum</summaryOperation>',
  ),
  'objects/Head__c/fields/Big__c.field-meta.xml': fieldXml(
    '<label>Big</label><type>Summary</type><summaryForeignKey>Line__c.Head__c</summaryForeignKey><summaryOperation>count</summaryOperation><summaryFilterItems><field>Line__c.Amount__c</field><operation>greaterOrEqual</operation><value>10</value></summaryFilterItems>',
  ),
  'objects/Line__c/Line__c.object-meta.xml': objectXml(`<label>Line</label>${OBJECT}`),
  'objects/Line__c/fields/Head__c.field-meta.xml': fieldXml(
    '<label>Head</label><type>MasterDetail</type><referenceTo>Head__c</referenceTo><relationshipName>Lines</relationshipName><reparentableMasterDetail>true</reparentableMasterDetail>',
  ),
  'objects/Line__c/fields/Amount__c.field-meta.xml': fieldXml(
    '<label>Amount</label><type>Currency</type><precision>18</precision><scale>2</scale>',
  ),
  'objects/Note__c/Note__c.object-meta.xml': objectXml(`<label>Note</label>${OBJECT}`),
  'objects/Note__c/fields/Head__c.field-meta.xml': lookup('Head__c', ''),
  'objects/Guard__c/Guard__c.object-meta.xml': objectXml(
    `<label>Guard</label><pluralLabel>Guards</pluralLabel>${OBJECT}`,
  ),
  'objects/Guard__c/fields/Head__c.field-meta.xml': lookup(
    'Head__c',
    '<deleteConstraint>Restrict</deleteConstraint>',
  ),
});
const SYSTEM = { access: 'system', allOrNone: false } as const;
const amount = (value: string): Record<string, unknown> => ({ Amount__c: Decimal.of(value) });

test('roll-ups follow their children through insert, update, move, delete and undelete', () => {
  const org = new TestOrg(schema);
  const [a, b] = [org.insert('Head__c', { Name: 'a' }), org.insert('Head__c', { Name: 'b' })];
  const first = org.insert('Line__c', { Head__c: a, ...amount('0.1') });
  const second = org.insert('Line__c', { Head__c: a, ...amount('10.2') });
  const totals = (): unknown[] => [
    org.stored(a, 'Total__c'),
    org.stored(a, 'Big__c'),
    org.stored(b, 'Total__c'),
  ];
  assert.deepEqual(totals(), [10.3, 1, 0]);
  org.save('update', org.record('Line__c', { Id: first, ...amount('20') }));
  assert.deepEqual(totals(), [30.2, 2, 0]);
  org.save('update', org.record('Line__c', { Id: first, Head__c: b }));
  assert.deepEqual(totals(), [10.2, 1, 20]);
  org.dml.delete([second], SYSTEM);
  assert.deepEqual(totals(), [0, 0, 20]);
  org.dml.undelete([second], SYSTEM);
  assert.deepEqual(totals(), [10.2, 1, 20]);
});

test('a delete takes details along, empties lookups, and an undelete brings the details back', () => {
  const org = new TestOrg(schema);
  const head = org.insert('Head__c', { Name: 'a' });
  const line = org.insert('Line__c', { Head__c: head });
  const note = org.insert('Note__c', { Head__c: head });
  assert.equal(org.dml.delete([head], SYSTEM)[0]?.success, true);
  assert.deepEqual(
    [org.stored(head, 'IsDeleted'), org.stored(line, 'IsDeleted'), org.stored(note, 'Head__c')],
    [1, 1, null],
  );
  assert.deepEqual(org.errors(org.dml.delete([head], SYSTEM)[0]), [
    'ENTITY_IS_DELETED: entity is deleted []',
  ]);
  org.dml.undelete([head], SYSTEM);
  assert.deepEqual([org.stored(head, 'IsDeleted'), org.stored(line, 'IsDeleted')], [0, 0]);
  assert.deepEqual(org.errors(org.dml.undelete([head], SYSTEM)[0]), [
    'UNDELETE_FAILED: Entity is not in the recycle bin []',
  ]);
});

test('what is left of the recycle bin is nothing', () => {
  const org = new TestOrg(schema);
  const head = org.insert('Head__c', { Name: 'a' });
  const line = org.insert('Line__c', { Head__c: head });
  org.dml.delete([head], SYSTEM);
  assert.equal(org.dml.emptyRecycleBin([head])[0]?.success, true);
  assert.deepEqual([org.stored(head, 'Name'), org.stored(line, 'Name')], [undefined, undefined]);
});

test('a restricting lookup keeps its parent, and nothing of the delete stays', () => {
  const org = new TestOrg(schema);
  const head = org.insert('Head__c', { Name: 'a' });
  const line = org.insert('Line__c', { Head__c: head });
  org.insert('Guard__c', { Name: 'g', Head__c: head });
  assert.match(
    org.errors(org.dml.delete([head], SYSTEM)[0])[0] ?? '',
    /^DELETE_FAILED: Your attempt to delete a could not be completed .* guards/,
  );
  assert.deepEqual([org.stored(head, 'IsDeleted'), org.stored(line, 'IsDeleted')], [0, 0]);
});

test('a rollback undoes what came after the savepoint, and later savepoints are gone', () => {
  const org = new TestOrg(schema);
  const kept = org.insert('Head__c', { Name: 'kept' });
  const first = org.dml.setSavepoint();
  const lost = org.insert('Head__c', { Name: 'lost' });
  org.dml.setSavepoint();
  const note = org.insert('Note__c', { Name: 'lost too' });
  org.dml.rollback(first);
  assert.deepEqual(
    [org.stored(kept, 'Name'), org.stored(lost, 'Name'), org.stored(note, 'Name')],
    ['kept', undefined, undefined],
  );
  const again = org.insert('Note__c', { Name: 'after' });
  org.dml.rollback(first);
  assert.equal(org.stored(again, 'Name'), undefined);
  org.store.commitTo(0);
  assert.equal(org.stored(kept, 'Name'), 'kept');
});

test('ids are not given out twice after a rollback', () => {
  const org = new TestOrg(schema);
  const savepoint = org.dml.setSavepoint();
  const lost = org.insert('Head__c', { Name: 'lost' });
  org.dml.rollback(savepoint);
  assert.notEqual(org.insert('Head__c', { Name: 'new' }), lost);
});

test('a merge moves children to the master and deletes the duplicate', () => {
  const org = new TestOrg(schema);
  const [master, other] = [org.insert('Account', { Name: 'm' }), org.insert('Account', { Name: 'o' })];
  const contact = org.insert('Contact', { LastName: 'c', AccountId: other });
  const [outcome] = org.dml.merge(
    org.record('Account', { Id: master, Industry: 'Banking' }),
    [other],
    SYSTEM,
  );
  assert.deepEqual(org.errors(outcome), []);
  assert.deepEqual([org.stored(contact, 'AccountId'), org.stored(contact, 'IsDeleted')], [master, 0]);
  assert.deepEqual(
    [org.stored(other, 'IsDeleted'), org.stored(other, 'MasterRecordId'), org.stored(master, 'Industry')],
    [1, master, 'Banking'],
  );
});
