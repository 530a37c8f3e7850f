import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkLock, lockText, namesOf, readLock, release, type NamesLock } from '../../src/lock/index.ts';
import type { FieldModel, IntegrationModel } from '../../src/model/model.ts';
import { edited, type Editable } from '../support/edit.ts';
import { field, testModel } from '../support/model.ts';
import { isInPrettierLayout } from '../support/prettier.ts';

const classFile = (access: string) => ({
  content: `/** Doc. */\n${access} with sharing class MtrSystem {}\n`,
  component: { type: 'ApexClass', name: 'MtrSystem' },
});
const files = [classFile('public')];
const nothing: NamesLock = { names: [] };

function released(model: IntegrationModel = testModel()): { lock: NamesLock; text: string } {
  const lock = release(nothing, namesOf(model, files), '1.0.0');
  return { lock, text: lockText(lock) };
}

function brokenBy(change: (model: Editable<IntegrationModel>) => void, emitted = files) {
  const { lock, text } = released();
  return checkLock(lock, namesOf(edited(testModel(), change), emitted), text);
}

/** Changes of a package that still keeps its promises. */
const allowed: Readonly<Record<string, (model: Editable<IntegrationModel>) => void>> = {
  'nothing at all': () => {},
  'a new field': ({ core }) => void core.objects[0]?.fields.push(field('New__c', 'Text') as never),
  'a longer text': ({ core }) => void Object.assign(core.objects[0]?.fields[0] ?? {}, { length: 255 }),
  'another label': ({ core }) => void Object.assign(core.objects[0]?.fields[0] ?? {}, { label: 'Other' }),
};

/** Changes that break one. */
const refused: Readonly<
  Record<string, readonly [change: (model: Editable<IntegrationModel>) => void, code: string, says: RegExp]>
> = {
  'a field that is gone': [
    ({ core }) => void core.objects[0]?.fields.pop(),
    'BW2601',
    /field "BillingConnection__c\.DefaultCycle__c", released with 1\.0\.0, is gone/,
  ],
  'an object that is gone': [
    ({ core }) => void core.objects.pop(),
    'BW2601',
    /object "BillingConnection__c"/,
  ],
  'a shorter text': [
    ({ core }) => void Object.assign(core.objects[0]?.fields[0] ?? {}, { length: 79 }),
    'BW2602',
    /as "Text\(80\)" and is now "Text\(79\)"/,
  ],
  'another type': [
    ({ core }) => void Object.assign(core.objects[0]?.fields[0] ?? {}, { type: 'LongTextArea' }),
    'BW2602',
    /"LongTextArea\(80\)"/,
  ],
  'another prefix': [
    ({ systems }) => void Object.assign(systems[0] ?? {}, { prefix: 'Met' }),
    'BW2602',
    /billing system "meter".*"Mtr" and is now "Met"/,
  ],
  'another mapping type': [
    ({ systems }) => void Object.assign(systems[0]?.mappings[0] ?? {}, { type: 'client' }),
    'BW2601',
    /mapping type "meter\.customer"/,
  ],
  'a value map that is gone': [
    ({ systems }) => void systems[0]?.valueMaps.pop(),
    'BW2601',
    /value map "meter\.customerStatus"/,
  ],
  'an operation that is gone': [
    ({ systems }) => void systems[0]?.profile.resources[0]?.operations.pop(),
    'BW2601',
    /operation "meter\.Customer\.update"/,
  ],
};

for (const [name, change] of Object.entries(allowed))
  test(`allowed: ${name}`, () => assert.deepEqual(brokenBy(change), []));

for (const [name, [change, code, says]] of Object.entries(refused))
  test(`refused: ${name}`, () => {
    const found = brokenBy(change).find((one) => one.code === code && says.test(one.what));
    assert.ok(found, JSON.stringify(brokenBy(change), undefined, 2));
  });

test('a class may be opened to the world, never closed again', () => {
  assert.deepEqual(
    brokenBy(() => {}, [classFile('global')]),
    [],
  );
  const lock = release(nothing, namesOf(testModel(), [classFile('global')]), '1.0.0');
  const [found] = checkLock(lock, namesOf(testModel(), files), lockText(lock));
  assert.equal(found?.code, 'BW2602');
});

test('a lookup keeps its target', () => {
  const withTarget = (target: string): IntegrationModel =>
    edited(
      testModel(),
      ({ core }) => void core.objects[0]?.fields.push(field('X__c', 'Lookup', { target }) as never),
    );
  const { lock, text } = released(withTarget('Account'));
  const [found] = checkLock(lock, namesOf(withTarget('Order'), files), text);
  assert.match(found?.what ?? '', /"Lookup\(Account, Tests\)" and is now "Lookup\(Order, Tests\)"/);
});

test('a diagnostic points to the line of the lock file', () => {
  const { text } = released();
  const [found] = brokenBy(({ core }) => void core.objects[0]?.fields.pop());
  const line = text.split('\n')[(found?.source.line ?? 0) - 1] ?? '';
  const { column = 0, length = 0 } = found?.source ?? {};
  assert.equal(line.slice(column - 1, column - 1 + length), '"BillingConnection__c.DefaultCycle__c"');
});

test('a later release keeps the version that was first', () => {
  const { lock } = released();
  const more = edited(
    testModel(),
    ({ core }) => void core.objects[0]?.fields.push(field('New__c', 'Text') as never),
  );
  const next = release(lock, namesOf(more, files), '1.1.0');
  const since = new Map(next.names.map(({ name, since: version }) => [name, version]));
  assert.equal(since.get('BillingConnection__c.DefaultCycle__c'), '1.0.0');
  assert.equal(since.get('BillingConnection__c.New__c'), '1.1.0');
});

test('a lock file that is none is a diagnostic', () => {
  for (const text of [
    '<<<<<<<',
    '[]',
    '{"formatVersion":1,"names":[{"kind":"planet"}]}',
    '{"formatVersion":2,"names":[]}',
  ])
    assert.deepEqual(
      readLock(text).diagnostics.map(({ code }) => code),
      ['BW2603'],
    );
  assert.deepEqual(readLock(undefined).diagnostics, []);
});

test('the lock file is in Prettier’s layout and reads back as it was', async () => {
  const { lock, text } = released();
  assert.ok(await isInPrettierLayout({ path: 'names.lock.json', content: text }));
  assert.equal(lockText(readLock(text).lock), text);
  assert.equal(readLock(text).lock.names.length, lock.names.length);
});

const type = fc.oneof(
  fc.record({ type: fc.constant('Text' as const), length: fc.integer({ min: 1, max: 255 }) }),
  fc.record({
    type: fc.constant('Number' as const),
    precision: fc.integer({ min: 1, max: 18 }),
    scale: fc.constant(0),
  }),
  fc.record({ type: fc.constant('Lookup' as const), target: fc.constantFrom('Account', 'Order') }),
  fc.record({ type: fc.constantFrom('Date' as const, 'Checkbox' as const) }),
);
const fields = fc.dictionary(fc.constantFrom('A__c', 'B__c', 'C__c'), type, { maxKeys: 3 });

function modelWith(
  all: Readonly<Record<string, Partial<FieldModel> & Pick<FieldModel, 'type'>>>,
): IntegrationModel {
  const list = Object.entries(all).map(([name, facts]) => field(name, facts.type, facts));
  return edited(testModel(), ({ core }) => void Object.assign(core.objects[0] ?? {}, { fields: list }));
}

test('what was released is there with its type or a longer text, or there is a diagnostic', () => {
  fc.assert(
    fc.property(fields, fields, (before, after) => {
      const { lock, text } = released(modelWith(before));
      const codes = checkLock(lock, namesOf(modelWith(after), files), text).map(({ code }) => code);
      const expected = Object.entries(before).flatMap(([name, was]) => {
        const now = after[name];
        if (!now) return ['BW2601'];
        const grew = 'length' in was && 'length' in now && now.length >= was.length;
        return grew || JSON.stringify(was) === JSON.stringify(now) ? [] : ['BW2602'];
      });
      assert.deepEqual(codes.sort(), expected.sort());
    }),
  );
});

test('every package keeps the promises of its own release', () => {
  fc.assert(
    fc.property(fields, (all) => {
      const { lock, text } = released(modelWith(all));
      assert.deepEqual(checkLock(lock, namesOf(modelWith(all), files), text), []);
    }),
  );
});
