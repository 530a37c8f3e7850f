import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { format } from '../src/steps/format.ts';
import { lint } from '../src/steps/lint.ts';
import { lwcTests } from '../src/steps/lwc-tests.ts';
import { types } from '../src/steps/types.ts';
import type { Change } from './support/project.ts';
import { copyOfClean, DEFAULT, lines, replace, ROOT } from './support/project.ts';

const TSCONFIG = JSON.stringify({ extends: `${ROOT}/tsconfig.base.json`, include: ['**/*.ts'] });
const PANEL = `${DEFAULT}/lwc/syncPanel`;

/** A workspace beside the clean project. */
const workspace = (files: Record<string, string>): Record<string, Change> => ({
  'package.json': '{ "workspaces": ["tool", "not-yet"] }',
  'tool/package.json': '{ "type": "module" }',
  ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`tool/${file}`, text])),
});

test('types: takes right TypeScript and finds a wrong type with its place', async (t) => {
  const right = workspace({ 'tsconfig.json': TSCONFIG, 'a.ts': 'export const a: number = 1;\n' });
  const { root } = copyOfClean(t, { changes: right });
  const good = await types.run({ root });
  assert.deepEqual([good.passed, good.failed, good.looked], [1, 0, '1 TypeScript files']);

  writeFileSync(join(root, 'tool', 'a.ts'), "export const a: number = 'x';\n");
  const bad = await types.run({ root });
  assert.equal(bad.failed, 1);
  assert.match(lines(bad.findings).join(), /^tool\/a\.ts:1 TS2322 /);
});

test('types: a workspace without a tsconfig.json and one without TypeScript fail', async (t) => {
  const bare = await types.run(copyOfClean(t, { changes: workspace({ 'a.ts': '' }) }));
  assert.match(lines(bare.findings).join(), /tool\/tsconfig\.json missing/);
  const empty = await types.run(copyOfClean(t));
  assert.equal(empty.failed, 1);
});

test('format: finds a file in another layout and one that cannot be parsed', async (t) => {
  const { root } = copyOfClean(t, {
    changes: {
      'tool/right.ts': 'export const a = 1;\n',
      'tool/wrong.ts': 'export  const a = "1"\n',
      'tool/Broken.cls': 'public class {',
      'tool/ignored.xml': '<a   />',
    },
  });
  const result = await format.run({ root });
  const found = lines(result.findings).filter((line) => line.startsWith('tool/'));
  assert.equal(found.length, 2, found.join('\n'));
  assert.match(found[0] ?? '', /^tool\/Broken\.cls(:\d+)? syntax /);
  assert.match(found[1] ?? '', /^tool\/wrong\.ts layout .*npm run format/);
});

test('lint: finds faults in TypeScript, in web components and in the direction of imports', async (t) => {
  const { root } = copyOfClean(t, {
    changes: {
      'eslint.config.mjs': `export { default } from ${JSON.stringify(join(ROOT, 'eslint.config.mjs'))};\n`,
      'local-org/src/a.ts': "import '../../billing-server/src/b.ts';\nvar old = 1;\n",
      [`${PANEL}/syncPanel.js`]: replace(
        'await sync(',
        'document.querySelector("p").innerHTML = "x";\n    await sync(',
      ),
    },
  });
  const found = lines((await lint.run({ root })).findings).join('\n');
  assert.match(found, /local-org\/src\/a\.ts:1 billwright\/one-way-imports .*knows nothing of billing/);
  assert.match(found, /local-org\/src\/a\.ts:2 no-var/);
  assert.match(found, /syncPanel\.js:\d+ @lwc\/lwc\/no-inner-html/);
  assert.match(found, /syncPanel\.js:\d+ @lwc\/lwc\/no-document-query/);
  assert.doesNotMatch(found, /__tests__/);
});

test('test:lwc: counts jest’s tests over the repository’s own configuration, and fails with them', async (t) => {
  const { root } = copyOfClean(t);
  cpSync(join(ROOT, 'scripts', 'jest-stubs'), join(root, 'scripts', 'jest-stubs'), { recursive: true });
  cpSync(join(ROOT, 'jest.config.js'), join(root, 'jest.config.js'));
  writeFileSync(join(root, 'package.json'), '{}');
  const good = await lwcTests.run({ root });
  assert.deepEqual([good.passed, good.failed, good.looked], [1, 0, '1 tests in 1 files'], good.output);

  const file = join(root, PANEL, 'syncPanel.js');
  writeFileSync(file, readFileSync(file, 'utf8').replace('this.dispatchEvent(', 'void ('));
  const bad = await lwcTests.run({ root });
  assert.deepEqual([bad.passed, bad.failed], [0, 1]);
  assert.match(bad.output ?? '', /closed/);
});

/** A process of its own: Node's runner refuses to run inside a test. */
function nodeTests(root: string): { passed: number; failed: number; output: string; notes: string[] } {
  const script = join(root, 'run.ts');
  const module = join(ROOT, 'scripts', 'src', 'steps', 'node-tests.ts');
  const code = `import { nodeTests } from ${JSON.stringify(module)};
console.log(JSON.stringify(await nodeTests('tool').run({ root: ${JSON.stringify(root)} })));
`;
  writeFileSync(script, code);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', env });
  assert.ok(stdout, stderr);
  return JSON.parse(stdout);
}

test('test:workspace: counts tests, shows the reason of a failure and notes what is skipped', (t) => {
  const source = `import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
describe('suite', () => {
  test('right', () => {});
  test('wrong', () => assert.equal(1, 2, 'one is not two'));
  test.skip('later', () => {});
});
`;
  const { root } = copyOfClean(t, { changes: workspace({ 'test/a.test.ts': source, 'test/help.ts': '' }) });
  const { passed, failed, output, notes } = nodeTests(root);
  assert.deepEqual([passed, failed], [1, 1]);
  assert.match(output, /tool\/test\/a\.test\.ts:5 wrong\n\s+AssertionError.*one is not two/);
  assert.match(notes.join(), /1 tests are marked skip or todo/);
});

test('test:workspace: a file that cannot be loaded is a failure, and so is no test at all', (t) => {
  const { root } = copyOfClean(t, { changes: workspace({ 'test/a.test.ts': "import './gone.ts';\n" }) });
  const { failed, output } = nodeTests(root);
  assert.equal(failed, 1);
  assert.match(output, /gone\.ts/);

  const none = nodeTests(copyOfClean(t, { changes: workspace({ 'test/a.test.ts': '' }) }).root);
  assert.equal(none.failed, 1);
  assert.match(none.output, /tool\/test holds no test/);
});
