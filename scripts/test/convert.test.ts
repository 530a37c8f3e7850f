import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../src/checks/convert.ts';
import { apexClass, cleanProject, copyOfClean, DEFAULT, findingsOf, replace } from './support/project.ts';

const MANIFEST = 'manifest/package.xml';

test('a project that converts and equals its manifest has no finding', async () => {
  const { looked, findings } = await convert.run(cleanProject());
  assert.deepEqual(findings, []);
  assert.ok(looked > 20);
});

test('says so if there is no manifest to compare with', async (t) => {
  const { findings, notes } = await convert.run(copyOfClean(t, { changes: { [MANIFEST]: null } }));
  assert.deepEqual(findings, []);
  assert.match(notes.join(), /no manifest/);
});

test('finds a component that the manifest does not list', async (t) => {
  const found = await findingsOf(t, convert, apexClass('Added', 'public class Added {}'));
  assert.deepEqual(found, [
    'manifest/package.xml not-listed ApexClass:Added is in the source but not in the manifest.',
  ]);
});

test('finds a component of the manifest that is not there', async (t) => {
  const found = await findingsOf(t, convert, { [MANIFEST]: replace('>SubscriptionSync<', '>Gone<') });
  assert.match(
    found.join('\n'),
    /package\.xml:\d+ not-there ApexClass:Gone is in the manifest but not in the source/,
  );
});

test('finds a manifest of another API version', async (t) => {
  const found = await findingsOf(t, convert, { [MANIFEST]: replace('65.0', '60.0') });
  assert.match(found.join(), /package\.xml:\d+ api-version The manifest is of 60\.0, the project of 65\.0/);
});

test('finds what Salesforce’s library cannot read', async (t) => {
  const found = await findingsOf(t, convert, { [`${DEFAULT}/classes/Odd.bogus-meta.xml`]: '<Odd/>' });
  assert.match(found.join(), /convert /);
});
