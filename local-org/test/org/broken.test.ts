import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TestResult } from '../../src/index.ts';
import { runTests } from '../../src/testing/run.ts';

const META =
  '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';

const CLASSES: Readonly<Record<string, string>> = {
  Broken: 'public class Broken { public static Integer one() { return missing; } }',
  UsesBroken: 'public class UsesBroken { public static Integer one() { return Broken.one(); } }',
  Counter: 'public class Counter { public static Integer count = 0; public static void add() { count++; } }',
  BothTest: `@IsTest private class BothTest {
    @IsTest static void first() { Counter.add(); insert new Account(Name = 'First'); System.assertEquals(1, Counter.count); }
    @IsTest static void second() { Counter.add(); System.assertEquals(1, Counter.count);
      System.assertEquals(0, [SELECT COUNT() FROM Account]); }
    @IsTest static void broken() { UsesBroken.one(); }
    @IsTest static void wrong() {
      System.assertEquals(1, 2, 'as expected'); }
  }`,
};

let project: string;

before(() => {
  project = mkdtempSync(join(tmpdir(), 'local-org-test-'));
  const folder = join(project, 'force-app', 'classes');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(project, 'sfdx-project.json'),
    '{"packageDirectories":[{"path":"force-app","default":true}]}',
  );
  for (const [name, text] of Object.entries(CLASSES)) {
    writeFileSync(join(folder, `${name}.cls`), text);
    writeFileSync(join(folder, `${name}.cls-meta.xml`), META);
  }
});

after(() => rmSync(project, { recursive: true }));

test('a broken class stops only what uses it; tests are apart from each other; failures name their line', async () => {
  const options = { project, cache: null, coverage: true };
  const results = new Map<string, TestResult>();
  const run = await runTests(options, {}, { onResult: (result) => results.set(result.method, result) });
  assert.deepEqual(
    run.diagnostics.map(({ file, code }) => `${file} ${code}`),
    ['force-app/classes/Broken.cls name/unknown-variable'],
  );
  assert.deepEqual([run.passed, run.failed], [2, 2]);
  assert.equal(results.get('first')?.passed, true);
  assert.equal(results.get('second')?.passed, true);
  assert.match(results.get('broken')?.message ?? '', /Broken has compile errors/);
  const wrong = results.get('wrong');
  assert.match(wrong?.message ?? '', /System.AssertException: Assertion Failed: as expected/);
  assert.deepEqual(wrong?.place, { file: 'force-app/classes/BothTest.cls', line: 7 });
  assert.match(wrong?.stack ?? '', /^Class.BothTest.wrong: line 7, column 1/);
  const counter = run.coverage.find((each) => each.className === 'Counter');
  assert.deepEqual([...(counter?.lines ?? [])], [[1, 4]]);
});
