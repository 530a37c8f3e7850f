/** What Salesforce's own library and the house's checks say of the emitted files, in a project of their own. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { crossReferences } from '../../../scripts/src/checks/cross-references.ts';
import { metadataShape } from '../../../scripts/src/checks/metadata-shape.ts';
import type { Check, Project } from '../../../scripts/src/model.ts';
import { packageXml, type ComponentName } from '../../src/emit/metadata/index.ts';
import { context, emitted } from './sample.ts';

const metadata = (root: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>${context.apiVersion}</apiVersion>
    ${inside}
</${root}>
`;

/** What the emitted files lean on: two components for the quick actions and a tab, and a class for a permission set. */
function handWrittenFiles(): { path: string; content: string }[] {
  const targets = '<target>lightning__RecordAction</target><target>lightning__Tab</target>';
  const exposed = `<isExposed>true</isExposed><targets>${targets}</targets>`;
  const bundle = metadata('LightningComponentBundle', exposed);
  const lwc = ['billingOpen', 'billingSync'].flatMap((name) => [
    { path: `lwc/${name}/${name}.js`, content: 'export default class {}\n' },
    { path: `lwc/${name}/${name}.js-meta.xml`, content: bundle },
  ]);
  const apex = 'classes/ParcelController.cls';
  return [
    ...lwc,
    { path: apex, content: 'public with sharing class ParcelController {}\n' },
    { path: `${apex}-meta.xml`, content: metadata('ApexClass', '<status>Active</status>') },
  ].map(({ path, content }) => ({ path: `force-app/main/default/${path}`, content }));
}

const handWritten: ComponentName[] = [
  { type: 'LightningComponentBundle', name: 'billingOpen' },
  { type: 'LightningComponentBundle', name: 'billingSync' },
  { type: 'ApexClass', name: 'ParcelController' },
];
const files = emitted();
let root = '';
let source = '';

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'billwright-metadata-'));
  source = join(root, 'force-app', 'main');
  for (const { path, content } of [...files, ...handWrittenFiles()]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
});
after(() => rm(root, { recursive: true }));

const membersOf = (set: { types: { name: string; members: string[] }[] }): string[] =>
  set.types.flatMap(({ name, members }) => members.map((member) => `${name}:${member}`)).sort();

test('Salesforce’s library finds exactly the components that were declared', async () => {
  const { Package } = await ComponentSet.fromSource(source).getObject();
  const emittedNames = files.flatMap(({ component, parts = [] }) => [
    ...(component ? [component] : []),
    ...parts,
  ]);
  const declared = [...emittedNames, ...handWritten];
  assert.ok(declared.length > 80);
  assert.deepEqual(
    membersOf(Package),
    [...new Set(declared.map(({ type, name }) => `${type}:${name}`))].sort(),
  );
});

test('the manifest lists exactly those', async () => {
  const manifest = packageXml(files, handWritten, context);
  await mkdir(join(root, 'manifest'), { recursive: true });
  await writeFile(join(root, manifest.path), manifest.content);
  const listed = await ComponentSet.fromManifest(join(root, manifest.path));
  const { Package: found } = await ComponentSet.fromSource(source).getObject();
  const { Package: said } = await listed.getObject();
  assert.deepEqual(membersOf(said), membersOf(found));
  assert.match(manifest.content, /<version>67\.0<\/version>/);
});

test('Salesforce’s library converts them into a package', async () => {
  const output = { type: 'directory', outputDirectory: join(root, 'out') } as const;
  const { converted } = await new MetadataConverter().convert(
    ComponentSet.fromSource(source),
    'metadata',
    output,
  );
  assert.ok((converted?.length ?? 0) > 0);
});

for (const check of [metadataShape, crossReferences] satisfies Check[]) {
  test(`the check ${check.name} finds nothing to put right`, async () => {
    const project: Project = {
      root,
      packageDirs: [source],
      packagedDirs: [source],
      namespace: context.namespace,
      sourceApiVersion: context.apiVersion,
    };
    const { looked, findings } = await check.run(project);
    assert.ok(looked >= files.length);
    assert.deepEqual(findings, []);
  });
}
