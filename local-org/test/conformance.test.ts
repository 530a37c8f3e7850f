import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import type { TestResult } from '../src/index.ts';
import { runTests } from '../src/testing/run.ts';

const project = fileURLToPath(new URL('../conformance', import.meta.url));

test('the conformance suite compiles and passes', async () => {
  const results: TestResult[] = [];
  const run = await runTests({ project, cache: null }, {}, { onResult: (result) => results.push(result) });
  assert.deepEqual(
    run.diagnostics.map(({ file, code, message }) => `${file}: ${message} [${code}]`),
    [],
  );
  assert.deepEqual(results.filter((result) => !result.passed).map(describe), []);
  assert.equal(run.passed, countIn(/^\s*@IsTest\s*(\(.*\))?\s+static\b/gim));
});

test('the conformance suite makes more than 200 assertions', () => {
  const assertions = countIn(/\b(?:Assert\.\w+|System\.assert\w*)\s*\(/gi);
  assert.ok(assertions > 200, `only ${assertions} assertions`);
});

function describe(result: TestResult): string {
  const place = result.place ? ` (${result.place.file}:${result.place.line})` : '';
  return `${result.className}.${result.method}: ${result.message}${place}`;
}

function countIn(pattern: RegExp): number {
  const sources = globSync('force-app/**/*.cls', { cwd: project });
  return sources
    .map((file) => readFileSync(`${project}/${file}`, 'utf8').match(pattern)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}
