import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { ROOT } from './support/project.ts';

const LOCK = JSON.stringify({ packages: { '': {}, 'node_modules/a': { integrity: 'sha512-a' } } });
const PLATFORM = process.platform === 'win32' ? 'win' : process.platform;
const PINNED = `node-${PLATFORM}-${process.arch}`;

/** A repository with the real setup.cjs and an npm that only notes how it was called. */
function repository(t: TestContext, { pinned = true, npm = 'process.exit(0)' } = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'billwright-setup-'));
  t.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'scripts'));
  mkdirSync(join(root, 'node_modules', PINNED, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'scripts', 'setup.cjs'), join(root, 'scripts', 'setup.cjs'));
  const optionalDependencies = pinned ? { [PINNED]: '24.0.0' } : {};
  writeFileSync(join(root, 'package.json'), JSON.stringify({ optionalDependencies }));
  writeFileSync(join(root, 'package-lock.json'), LOCK);
  const note = `require('node:fs').appendFileSync(${JSON.stringify(join(root, 'calls'))}, process.argv.slice(2).join(' '));`;
  writeFileSync(join(root, 'npm-cli.js'), `${note}\n${npm}`);
  return root;
}

interface Run {
  readonly status: number | null;
  readonly stderr: string;
  readonly stdout: string;
  readonly calls: string;
}

/** Runs it as if on another version of Node; undefined for the real one. */
function setUp(root: string, { version, args = [] }: { version?: string; args?: string[] } = {}): Run {
  const fake = join(root, 'version.cjs');
  writeFileSync(
    fake,
    version ? `Object.defineProperty(process.versions, 'node', { value: '${version}' });` : '',
  );
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--require', fake, join(root, 'scripts', 'setup.cjs'), ...args],
    { encoding: 'utf8', env: { ...process.env, npm_execpath: join(root, 'npm-cli.js') } },
  );
  const calls = join(root, 'calls');
  return { status, stderr, stdout, calls: existsSync(calls) ? readFileSync(calls, 'utf8') : '' };
}

test('installs what the lock file says, without scripts, and only once', (t) => {
  const root = repository(t);
  const first = setUp(root);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.calls, /^ci --ignore-scripts --no-audit --no-fund/);
  assert.equal(first.stderr.trim().split('\n').length, 1);
  assert.equal(setUp(root).calls, first.calls);
});

test('installs again after the lock file has changed', (t) => {
  const root = repository(t);
  const { calls } = setUp(root);
  writeFileSync(join(root, 'package-lock.json'), `${LOCK} `);
  assert.equal(setUp(root).calls, calls + calls);
});

test('does not install what somebody has already installed by hand', (t) => {
  const root = repository(t);
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), LOCK);
  assert.equal(setUp(root).calls, '');
});

test('does nothing if there is nothing to do', (t) => {
  const root = repository(t);
  const hash = createHash('sha256').update(LOCK).digest('hex');
  writeFileSync(join(root, 'node_modules', '.billwright-setup'), hash);
  const { status, stderr, calls } = setUp(root);
  assert.equal(status, 0, stderr);
  assert.equal(calls, '');
  assert.equal(stderr, '');
});

test('says what npm said if it fails, and tries again next time', (t) => {
  const root = repository(t, { npm: "console.error('no network'); process.exit(1)" });
  const { status, stderr, calls } = setUp(root);
  assert.equal(status, 1);
  assert.match(stderr, /no network/);
  assert.match(stderr, /npm ci failed.*run the same command again/s);
  assert.equal(setUp(root).calls, calls + calls);
});

test('refuses a Node that is too old to start with', (t) => {
  const { status, stderr, calls } = setUp(repository(t), { version: '20.18.3' });
  assert.equal(status, 1);
  assert.match(stderr, /Node 20\.18\.3 is too old to start with; install Node 20\.19 or newer/);
  assert.equal(calls, '');
});

test('needs a newer Node where none is pinned', (t) => {
  const root = repository(t, { pinned: false });
  const { status, stderr } = setUp(root, { version: '22.18.0' });
  assert.equal(status, 1);
  assert.match(stderr, /no pinned Node is published .* install Node 22\.19 or newer/);
  assert.equal(setUp(root, { version: '22.19.0' }).status, 0);
});

test('runs a script on the pinned Node, with its arguments and its status', (t) => {
  const root = repository(t, { pinned: false });
  const script = join(root, 'script.cjs');
  writeFileSync(script, 'console.log(process.argv.slice(2).join()); process.exit(3);');
  const { status, stdout } = setUp(root, { args: [script, 'a', '--b'] });
  assert.equal(status, 3);
  assert.equal(stdout.trim(), 'a,--b');
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`hands ${signal} on to the script and ends with it`, async (t) => {
    const root = repository(t, { pinned: false });
    const script = join(root, 'script.cjs');
    writeFileSync(
      script,
      `process.on('${signal}', () => { console.log('cleaned up'); process.exit(5); });
       setInterval(() => undefined, 1000);
       console.log('runs');`,
    );
    const child = spawn(process.execPath, [join(root, 'scripts', 'setup.cjs'), script], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, npm_execpath: join(root, 'npm-cli.js') },
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(child.stdout, 'data');
    child.kill(signal);
    const [status] = (await once(child, 'close')) as [number | null];
    assert.equal(status, 5);
    assert.equal(said, 'runs\ncleaned up\n');
  });
}

test('says so if the pinned Node is not there', (t) => {
  const { status, stderr } = setUp(repository(t), { args: ['script.cjs'] });
  assert.equal(status, 1);
  assert.match(stderr, /is missing although .*run "npm ci --ignore-scripts"/);
});
