import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../src/template.ts';

const TESTS = join(ROOT, 'e2e', 'test');

/** The text between backticks of each cell but the first of each row. */
function namedTests(markdown: string): string[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
  const cells = rows.flatMap((row) => row.split('|').slice(2));
  return cells.flatMap((cell) => /`(?<name>[^`]+)`/.exec(cell)?.groups?.name ?? []);
}

test('every case of the table in e2e/test/README.md has its test', () => {
  const named = namedTests(readFileSync(join(TESTS, 'README.md'), 'utf8'));
  assert.ok(named.length >= 45, `the table names ${named.length} tests`);
  const sources = globSync('*.browser.ts', { cwd: TESTS }).map((file) =>
    readFileSync(join(TESTS, file), 'utf8'),
  );
  const isThere = (name: string): boolean =>
    sources.some((source) => [`test('${name}`, `test(\`${name}`].some((call) => source.includes(call)));
  assert.deepEqual(
    named.filter((name) => !isThere(name)),
    [],
  );
});
