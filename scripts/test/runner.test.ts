import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetupProblem, Skipped } from '../src/model.ts';
import { judge } from '../src/runner/check-step.ts';
import { pick, readOptions } from '../src/runner/options.ts';
import { findingLine, paintFor } from '../src/runner/report.ts';
import { runSteps } from '../src/runner/run.ts';
import type { Step, StepResult } from '../src/runner/step.ts';

const FINDING = {
  file: 'a.cls',
  line: 3,
  column: 5,
  rule: 'r',
  severity: 'error',
  message: 'Wrong.',
} as const;
const GOOD: StepResult = {
  passed: 2,
  failed: 0,
  looked: '2 tests',
  findings: [],
  notes: [],
  output: 'noise',
};
const BAD: StepResult = {
  passed: 1,
  failed: 3,
  looked: '4 tests',
  findings: [FINDING],
  notes: [],
  output: 'why',
};

function step(name: string, run: Step['run']): Step {
  return { name, title: name, run };
}

async function print(steps: readonly Step[]): Promise<{ lines: string[]; failed: number }> {
  const lines: string[] = [];
  const { failed } = await runSteps(steps, { root: '/' }, (line) => lines.push(line), paintFor(false));
  return { lines, failed };
}

const good = step('good', () => Promise.resolve(GOOD));
const bad = step('bad', () => Promise.resolve(BAD));

test('the last line is the sum over all steps', async () => {
  const { lines, failed } = await print([good, bad]);
  assert.equal(lines.at(-1), '3 passed, 3 failed');
  assert.equal(failed, 3);
});

test('a step that is well is one line; a failing one shows findings and output', async () => {
  const { lines } = await print([good, bad]);
  assert.match(lines[0] ?? '', /^good +2 tests +\d+\.\ds {2}ok$/);
  assert.match(lines[1] ?? '', /^bad +4 tests +\d+\.\ds {2}FAILED$/);
  assert.deepEqual(lines.slice(2, -1), ['  a.cls:3:5 error r Wrong.', '  why']);
});

test('a step that throws has failed, and the next one runs', async () => {
  const bug = step('bug', () => Promise.reject(new Error('a bug')));
  const known = step('known', () => Promise.reject(new SetupProblem('Do this.')));
  const { lines } = await print([bug, known, good]);
  const text = lines.join('\n');
  assert.match(text, /Error: a bug\n\s+at /);
  assert.match(text, /^ {2}Do this\.$/m);
  assert.equal(lines.at(-1), '2 passed, 2 failed');
});

test('a skipped step is named before the sum and counts as nothing', async () => {
  const skipped = step('types', () => Promise.reject(new Skipped('java is not installed')));
  const { lines, failed } = await print([good, skipped]);
  assert.match(lines[1] ?? '', /SKIPPED: java is not installed/);
  assert.deepEqual(lines.slice(-2), ['SKIPPED here, but an error in CI: types', '2 passed, 0 failed']);
  assert.equal(failed, 0);
});

test('a check that looked at nothing fails and says so', () => {
  const result = judge({ name: 'c' }, { looked: 0, what: 'classes', findings: [], notes: [] });
  assert.equal(result.failed, 1);
  assert.match(result.notes.join(), /looked at no classes/);
});

test('a warning fails a check as well', () => {
  const warning = { ...FINDING, severity: 'warning' } as const;
  assert.equal(judge({ name: 'c' }, { looked: 1, what: 'x', findings: [warning], notes: [] }).failed, 1);
  assert.equal(judge({ name: 'c' }, { looked: 1, what: 'x', findings: [], notes: [] }).passed, 1);
});

test('a finding without a place is only its file', () => {
  const { file, rule, severity, message } = FINDING;
  assert.equal(findingLine({ file, rule, severity, message }), 'a.cls error r Wrong.');
});

test('colours are only for a terminal', () => {
  assert.equal(paintFor(false)('red', 'x'), 'x');
  assert.equal(paintFor(true)('red', 'x'), '\u001b[31mx\u001b[0m');
});

test('--only takes names, lists and prefixes, and refuses an unknown name', () => {
  const steps = [{ name: 'lint' }, { name: 'test:a' }, { name: 'test:b' }];
  const names = (...args: string[]): string[] => pick(steps, readOptions(args).only).map(({ name }) => name);
  assert.deepEqual(names(), ['lint', 'test:a', 'test:b']);
  assert.deepEqual(names('--only', 'test:b,lint'), ['lint', 'test:b']);
  assert.deepEqual(names('--only', 'test:*'), ['test:a', 'test:b']);
  assert.throws(() => names('--only', 'lnit'), /No step is called lnit/);
});

test('an unknown flag is refused', () => {
  assert.throws(() => readOptions(['--bogus']), TypeError);
  assert.equal(readOptions(['--long']).long, true);
});
