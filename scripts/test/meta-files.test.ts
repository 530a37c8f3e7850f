import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metaFiles } from '../src/checks/meta-files.ts';
import { apexClass, cleanProject, DEFAULT, findingsOf, metadata, replace } from './support/project.ts';
import type { Change } from './support/project.ts';

const CLASSES = `${DEFAULT}/classes`;
const BUNDLE = metadata('LightningComponentBundle', '<apiVersion>65.0</apiVersion>');
const PANEL = `${DEFAULT}/lwc/syncPanel`;

test('a complete project has no finding', async () => {
  const { looked, findings } = await metaFiles.run(cleanProject());
  assert.deepEqual(findings, []);
  assert.ok(looked > 20);
});

const FAULTS: readonly [fault: string, changes: Record<string, Change>, expected: RegExp][] = [
  [
    'a class without a metadata file',
    { [`${CLASSES}/SubscriptionSync.cls-meta.xml`]: null },
    /SubscriptionSync\.cls no-meta SubscriptionSync\.cls-meta\.xml is missing/,
  ],
  [
    'a metadata file without its class',
    { [`${CLASSES}/SubscriptionSync.cls`]: null },
    /SubscriptionSync\.cls-meta\.xml no-source/,
  ],
  [
    'a trigger without a metadata file',
    { [`${DEFAULT}/triggers/SubscriptionTrigger.trigger-meta.xml`]: null },
    /SubscriptionTrigger\.trigger no-meta/,
  ],
  ['a bundle without a metadata file', { [`${PANEL}/syncPanel.js-meta.xml`]: null }, /syncPanel\.js no-meta/],
  ['a static resource without the resource', resource(), /Logo\.resource-meta\.xml no-source/],
  [
    'a bundle whose name begins with a capital',
    { [`${DEFAULT}/lwc/Wrong/Wrong.js`]: 'export {};', [`${DEFAULT}/lwc/Wrong/Wrong.js-meta.xml`]: BUNDLE },
    /lwc\/Wrong bundle-name/,
  ],
  [
    'a bundle without a module of its name',
    { [`${DEFAULT}/lwc/other/another.js`]: 'export {};' },
    /lwc\/other no-source .*other\.js/,
  ],
  [
    'another API version than the project’s',
    { [`${CLASSES}/SubscriptionSync.cls-meta.xml`]: replace('65.0', '60.0') },
    /SubscriptionSync\.cls-meta\.xml:3 api-version apiVersion is 60\.0; it must be 65\.0/,
  ],
  ['the same class in two folders', secondFolder(), /twice ApexClass SubscriptionSync is also in/],
];

function resource(): Record<string, Change> {
  return { [`${DEFAULT}/staticresources/Logo.resource-meta.xml`]: '<StaticResource/>' };
}

function secondFolder(): Record<string, Change> {
  const files = Object.entries(apexClass('SubscriptionSync', 'public class SubscriptionSync {}'));
  return Object.fromEntries(files.map(([file, text]) => [file.replace('default', 'generated'), text]));
}

for (const [fault, changes, expected] of FAULTS) {
  test(`finds ${fault}`, async (t) => {
    const found = await findingsOf(t, metaFiles, changes);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0] ?? '', expected);
  });
}
