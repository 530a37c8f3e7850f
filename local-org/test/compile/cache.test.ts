import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { build, type Build } from '../../src/compile/build.ts';
import { createOrg } from '../../src/index.ts';
import { classFile, TemporaryProject } from '../temporary-project.ts';

const say = (text: string): string => `public class Say { public static String it() { return '${text}'; } }`;

let project: TemporaryProject;
beforeEach(() => {
  project = new TemporaryProject({ Say: say('one'), Bad: "public class Bad { Integer n = 'text'; }" });
});
afterEach(() => project.remove());

const again = (): Build => build({ project: project.root });
const folder = (): string => join(project.root, 'node_modules', '.cache', 'local-org');
const entries = (): string[] => readdirSync(folder()).filter((name) => name.startsWith('build-'));

test('the second build reads back what the first one kept', () => {
  const first = again();
  const kept = entries();
  assert.equal(kept.length, 1);
  const content = readFileSync(join(folder(), kept[0] ?? ''));
  const second = again();
  assert.deepEqual(second.compiled.files, first.compiled.files);
  assert.deepEqual(second.diagnostics, first.diagnostics);
  assert.equal(second.diagnostics.length, 1);
  assert.deepEqual(entries(), kept);
  assert.deepEqual(readFileSync(join(folder(), kept[0] ?? '')), content);
});

test('what is read back is what was kept: not compiled again', () => {
  const first = again();
  const [name = ''] = entries();
  const bytes = readFileSync(join(folder(), name));
  const at = bytes.indexOf('one');
  assert.ok(at > 0);
  bytes.write('two', at);
  writeFileSync(join(folder(), name), bytes);
  assert.notDeepEqual(again().compiled.files, first.compiled.files);
});

test('code that was read back runs, and anonymous Apex sees its classes', async () => {
  again();
  const org = createOrg({ project: project.root });
  assert.deepEqual(
    org.execute('System.debug(Say.it());').log.map(({ text }) => text),
    ['one'],
  );
  await org.close();
});

test('a changed, an added and a removed file count', () => {
  again();
  project.write(classFile('Say'), say('another'));
  assert.match(again().compiled.files.find(({ className }) => className === 'Say')?.code ?? '', /another/);
  project.addClass('More', 'public class More {}');
  assert.deepEqual(
    again().compiled.files.map(({ className }) => className),
    ['More', 'Say'],
  );
});

test('settings have entries of their own', () => {
  again();
  build({ project: project.root, coverage: true });
  build({ project: project.root, namespaced: true });
  assert.equal(entries().length, 3);
  assert.equal(build({ project: project.root, namespaced: true }).compiled.files[0]?.className, 'acme.Say');
});

test('a damaged entry is as good as none, and is made anew', () => {
  const first = again();
  for (const damage of ['', 'nonsense']) {
    for (const name of readdirSync(folder())) {
      if (name.startsWith('build-')) writeFileSync(join(folder(), name), damage);
    }
    assert.deepEqual(again().compiled.files, first.compiled.files);
    assert.ok(readFileSync(join(folder(), entries()[0] ?? '')).length > 100);
  }
  const [name = ''] = entries();
  const whole = readFileSync(join(folder(), name));
  writeFileSync(join(folder(), name), whole.subarray(0, whole.length / 2));
  assert.deepEqual(again().compiled.files, first.compiled.files);
});

test('without a cache nothing is kept', () => {
  build({ project: project.root, cache: null });
  assert.throws(() => entries(), { code: 'ENOENT' });
});
