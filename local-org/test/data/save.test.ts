import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate } from '../../src/values/date.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { fieldXml, objectXml, schemaOf, TestOrg } from './project.ts';

const NAME =
  '<nameField><label>Ticket Name</label><type>Text</type></nameField><label>Ticket</label><pluralLabel>Tickets</pluralLabel><sharingModel>ReadWrite</sharingModel>';
const schema = schemaOf({
  'objects/Ticket__c/Ticket__c.object-meta.xml': objectXml(NAME),
  'objects/Ticket__c/fields/Code__c.field-meta.xml': fieldXml(
    '<label>Code</label><type>Text</type><length>5</length><unique>true</unique><externalId>true</externalId>',
  ),
  'objects/Ticket__c/fields/Account__c.field-meta.xml': fieldXml(
    '<label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Tickets</relationshipName>',
  ),
  'objects/Ticket__c/fields/Number__c.field-meta.xml': fieldXml(
    '<label>Number</label><type>AutoNumber</type><displayFormat>T-{YYYY}-{000}</displayFormat>',
  ),
  'objects/Ticket__c/fields/Price__c.field-meta.xml': fieldXml(
    '<label>Price</label><type>Currency</type><precision>6</precision><scale>2</scale>',
  ),
  'objects/Ticket__c/fields/Due__c.field-meta.xml': fieldXml(
    '<label>Due</label><type>Date</type><defaultValue>TODAY() + 7</defaultValue>',
  ),
  'objects/Ticket__c/fields/Late__c.field-meta.xml': fieldXml(
    '<label>Late</label><type>Checkbox</type><formula>Due__c &lt; TODAY()</formula>',
  ),
  'objects/Ticket__c/fields/Open__c.field-meta.xml': fieldXml(
    '<label>Open</label><type>Checkbox</type><defaultValue>true</defaultValue>',
  ),
  'objects/Ticket__c/fields/State__c.field-meta.xml': fieldXml(
    '<label>State</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>New</fullName><default>true</default></value><value><fullName>Done</fullName></value></valueSetDefinition></valueSet>',
  ),
  'objects/Ticket__c/validationRules/NoLong.validationRule-meta.xml':
    '<ValidationRule><active>true</active><errorConditionFormula>AND(Price__c &gt; 500, NOT(Open__c))</errorConditionFormula><errorDisplayField>Price__c</errorDisplayField><errorMessage>Too dear</errorMessage></ValidationRule>',
});

test('an insert fills what was left open and sets the id in the record', () => {
  const org = new TestOrg(schema);
  const record = org.record('Ticket__c', { Name: 'A', Price__c: Decimal.of('1.005') });
  const [outcome] = org.save('insert', record);
  assert.deepEqual(org.errors(outcome), []);
  assert.equal(record.id, outcome?.id);
  assert.match(outcome?.id ?? '', /^a00[A-Za-z0-9]{15}$/);
  const id = outcome?.id ?? '';
  assert.equal(org.stored(id, 'Number__c'), 'T-2026-001');
  assert.equal(org.stored(id, 'Price__c'), 1.005);
  assert.equal(org.stored(id, 'Due__c'), '2026-05-24');
  assert.equal(org.stored(id, 'Open__c'), 1);
  assert.equal(org.stored(id, 'State__c'), 'New');
  assert.equal(org.stored(id, 'OwnerId'), org.setup.administratorId);
  assert.equal(org.stored(id, 'CreatedById'), org.setup.administratorId);
});

test('each wrong value has the error of the platform', () => {
  const org = new TestOrg(schema);
  const messages = (values: Record<string, unknown>): string[] =>
    org.errors(org.save('insert', org.record('Ticket__c', { Name: 'A', ...values }))[0]);
  assert.deepEqual(messages({ Code__c: 'abcdef' }), [
    'STRING_TOO_LONG: Code: data value too large: abcdef (max length=5) [Code__c]',
  ]);
  assert.deepEqual(messages({ State__c: 'Odd' }), [
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: State: bad value for restricted picklist field: Odd [State__c]',
  ]);
  assert.deepEqual(messages({ Price__c: Decimal.of('12345') }), [
    'NUMBER_OUTSIDE_VALID_RANGE: Price: value outside of valid range on numeric field: 12345 [Price__c]',
  ]);
  assert.deepEqual(messages({ Price__c: Decimal.of('600'), Open__c: false }), [
    'FIELD_CUSTOM_VALIDATION_EXCEPTION: Too dear [Price__c]',
  ]);
  const contact = schema.object('Contact')?.keyPrefix ?? '';
  assert.deepEqual(messages({ Account__c: `${contact}Lo0000000001` }).length, 1);
  assert.match(
    messages({ Account__c: `${contact}Lo0000000001` })[0] ?? '',
    /^FIELD_INTEGRITY_EXCEPTION: Account: id value of incorrect type: /,
  );
  assert.match(messages({ Account__c: '001Lo0000000009' })[0] ?? '', /^INVALID_CROSS_REFERENCE_KEY/);
  const account = org.errors(org.save('insert', org.record('Account', {}))[0]);
  assert.deepEqual(account, ['REQUIRED_FIELD_MISSING: Required fields are missing: [Name] [Name]']);
  const contactErrors = org.errors(
    org.save('insert', org.record('Contact', { LastName: 'x', Email: 'nobody' }))[0],
  );
  assert.deepEqual(contactErrors, ['INVALID_EMAIL_ADDRESS: Email: invalid email address: nobody [Email]']);
});

test('unique values are found without regard to case, in the store and in the same statement', () => {
  const org = new TestOrg(schema);
  const first = org.insert('Ticket__c', { Name: 'A', Code__c: 'abc' });
  const later = org.save(
    'insert',
    org.record('Ticket__c', { Code__c: 'ABC' }),
    org.record('Ticket__c', { Code__c: 'x' }),
    org.record('Ticket__c', { Code__c: 'X' }),
  );
  assert.deepEqual(org.errors(later[0]), [
    `DUPLICATE_VALUE: duplicate value found: Code__c duplicates value on record with id: ${first.slice(0, 15)} [Code__c]`,
  ]);
  assert.equal(later[1]?.success, true);
  assert.deepEqual(org.errors(later[2]), [
    'DUPLICATE_VALUE: duplicate value found: <unknown> duplicates value on record with id: <unknown> []',
  ]);
});

test('an update changes what is given and refuses what it can not find', () => {
  const org = new TestOrg(schema);
  const id = org.insert('Ticket__c', { Name: 'A', Code__c: 'abc' });
  const outcomes = org.save(
    'update',
    org.record('Ticket__c', { Id: id, Name: 'B' }),
    org.record('Ticket__c', { Name: 'C' }),
    org.record('Ticket__c', { Id: 'a00Lo000000009zAAA', Name: 'D' }),
  );
  assert.equal(outcomes[0]?.success, true);
  assert.equal(org.stored(id, 'Name'), 'B');
  assert.equal(org.stored(id, 'Code__c'), 'abc');
  assert.deepEqual(org.errors(outcomes[1]), ['MISSING_ARGUMENT: Id not specified in an update call [Id]']);
  assert.deepEqual(org.errors(outcomes[2]), ['INVALID_CROSS_REFERENCE_KEY: invalid cross reference id []']);
});

test('a required field of an update may be left out but not emptied', () => {
  const org = new TestOrg(schema);
  const id = org.insert('Account', { Name: 'A' });
  assert.equal(org.save('update', org.record('Account', { Id: id, Industry: 'Banking' }))[0]?.success, true);
  assert.deepEqual(org.errors(org.save('update', org.record('Account', { Id: id, Name: null }))[0]), [
    'REQUIRED_FIELD_MISSING: Required fields are missing: [Name] [Name]',
  ]);
});

test('what the platform computes can not be written, but may be carried along', () => {
  const org = new TestOrg(schema);
  const refused = org.save('insert', org.record('Ticket__c', { Number__c: 'T-1' }))[0];
  assert.equal(refused?.errors[0]?.statusCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
  const id = org.insert('Ticket__c', { Name: 'A' });
  const queried = org.record('Ticket__c', { Id: id, Name: 'B' });
  queried.load('number__c', 'T-2026-001');
  queried.load('late__c', false);
  assert.equal(org.save('update', queried)[0]?.success, true);
});

test('an upsert by an external id makes what is new and finds what is there', () => {
  const org = new TestOrg(schema);
  const id = org.insert('Ticket__c', { Name: 'A', Code__c: 'abc' });
  const known = org.record('Ticket__c', { Name: 'B', Code__c: 'ABC' });
  const fresh = org.record('Ticket__c', { Name: 'C', Code__c: 'new' });
  const none = org.record('Ticket__c', { Name: 'D' });
  const outcomes = org.run({ kind: 'upsert', field: 'Code__c' }, [known, fresh, none]);
  assert.deepEqual(
    outcomes.map(({ success, created }) => ({ success, created })),
    [
      { success: true, created: false },
      { success: true, created: true },
      { success: false, created: false },
    ],
  );
  assert.equal(known.id, id);
  assert.equal(org.stored(id, 'Name'), 'B');
  assert.deepEqual(org.errors(outcomes[2]), ['MISSING_ARGUMENT: Code__c not specified []']);
});

test('a lookup can be given by an external id of the parent', () => {
  const files = {
    'objects/Account/fields/Ext__c.field-meta.xml': fieldXml(
      '<label>Ext</label><type>Text</type><length>9</length><externalId>true</externalId>',
    ),
  };
  const org = new TestOrg(schemaOf(files));
  const account = org.insert('Account', { Name: 'A', Ext__c: 'e1' });
  const contact = org.record('Contact', { LastName: 'x' });
  contact.setParent('account', org.record('Account', { Ext__c: 'e1' }));
  const [outcome] = org.save('insert', contact);
  assert.equal(org.stored(outcome?.id ?? '', 'AccountId'), account);
});

test('formula fields are computed when they are read', () => {
  const org = new TestOrg(schema);
  const late = org.insert('Ticket__c', { Due__c: ApexDate.of(2026, 5, 1) });
  const early = org.insert('Ticket__c', { Due__c: ApexDate.of(2026, 6, 1) });
  const sql = `SELECT "Id" AS id, apex_formula('Ticket__c', 'Late__c', "Id") AS late FROM "Ticket__c" ORDER BY 2 DESC`;
  assert.deepEqual(
    org.store.all(sql).map((row) => ({ ...row })),
    [
      { id: late, late: 1 },
      { id: early, late: 0 },
    ],
  );
});
