import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { SetupProblem, Skipped } from '../src/model.ts';
import type { Surroundings } from '../src/system-tools.ts';
import { findTool } from '../src/system-tools.ts';

interface Machine extends Surroundings {
  readonly calls: string[];
}

/** A machine with some programs in PATH; installing brings the tools. */
function machine(
  t: TestContext,
  {
    programs = [],
    version = '17.0.1',
    isRoot = false,
    ci = false,
    status = 0,
  }: {
    programs?: readonly string[];
    version?: string;
    isRoot?: boolean;
    ci?: boolean;
    status?: number;
  },
): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'billwright-tools-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const add = (name: string): void => {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  };
  programs.forEach(add);
  const calls: string[] = [];
  return {
    calls,
    isRoot,
    env: { PATH: `${join(folder, 'nothing')}${delimiter}${folder}`, ...(ci ? { CI: 'true' } : {}) },
    run: (program, args) => {
      calls.push(`${program} ${args.join(' ')}`);
      if (args[0] === 'install') (args.includes('chromium') ? ['chromium'] : ['java', 'javac']).forEach(add);
      const said = args[0] === '--version' ? `Chromium ${version}` : `openjdk version "${version}"`;
      return Promise.resolve({ status, stdout: '', stderr: said });
    },
  };
}

test('takes Java 17 from PATH', async (t) => {
  assert.match(await findTool('java', machine(t, { programs: ['java'] })), /java$/);
});

test('takes JAVA_HOME before PATH', async (t) => {
  const surroundings = machine(t, { programs: ['java'] });
  const home = mkdtempSync(join(tmpdir(), 'billwright-home-'));
  t.after(() => rmSync(home, { recursive: true }));
  mkdirSync(join(home, 'bin'));
  writeFileSync(join(home, 'bin', 'java'), '');
  surroundings.env.JAVA_HOME = home;
  assert.equal(await findTool('java', surroundings), join(home, 'bin', 'java'));
});

test('a developer without Java is told the command, and the check is skipped', async (t) => {
  await assert.rejects(findTool('java', machine(t, {})), (error: Error) => {
    assert.ok(error instanceof Skipped);
    assert.match(error.message, /java is not installed; install it with: \S+/);
    return true;
  });
});

test('an old Java is named', async (t) => {
  const surroundings = machine(t, { programs: ['java'], version: '11.0.2' });
  await assert.rejects(findTool('java', surroundings), /is version 11, 17 or newer is needed/);
});

test('in CI a missing tool is an error', async (t) => {
  await assert.rejects(findTool('javac', machine(t, { programs: ['java'], ci: true })), (error: Error) => {
    assert.ok(error instanceof SetupProblem);
    assert.match(error.message, /javac is not installed.*never left out in CI/);
    return true;
  });
});

test('root on a machine with apt-get gets it installed', async (t) => {
  const surroundings = machine(t, { programs: ['apt-get'], isRoot: true, ci: true });
  assert.match(await findTool('javac', surroundings), /javac$/);
  assert.deepEqual(surroundings.calls.slice(0, 2), [
    'apt-get update',
    'apt-get install -y --no-install-recommends openjdk-17-jdk-headless',
  ]);
});

test('a failed installation says what apt-get said', async (t) => {
  const surroundings = machine(t, { programs: ['apt-get'], isRoot: true, status: 100 });
  await assert.rejects(findTool('java', surroundings), /apt-get update failed/);
});

test('takes a browser by any of its names, and by the variable before PATH', async (t) => {
  const surroundings = machine(t, { programs: ['google-chrome', 'another'], version: '150.0.1' });
  const chrome = await findTool('chromium', surroundings);
  assert.match(chrome, /google-chrome$/);
  surroundings.env.CHROMIUM = join(chrome, '..', 'another');
  assert.match(await findTool('chromium', surroundings), /another$/);
});

test('an old browser is named', async (t) => {
  const surroundings = machine(t, { programs: ['chromium'], version: '99.0.1' });
  await assert.rejects(findTool('chromium', surroundings), /is version 99, 120 or newer is needed/);
});

test('a browser is installed with the fonts that pages need', async (t) => {
  const surroundings = machine(t, { programs: ['apt-get'], isRoot: true, version: '150.0.1' });
  assert.match(await findTool('chromium', surroundings), /chromium$/);
  assert.equal(surroundings.calls[1], 'apt-get install -y --no-install-recommends chromium fonts-liberation');
});
