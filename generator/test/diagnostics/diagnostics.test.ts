import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnosticsAsJson, renderDiagnostics } from '../../src/diagnostics/index.ts';
import { diagnosticCodes } from '../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../src/model/diagnostics.ts';

const text = "export const account = {\n\tNäme: fromSalesforce((a) => a.nmae),\n  x: 'short',\n};\n";
const read = (file: string): string | undefined => (file === 'account.ts' ? text : undefined);

function at(line: number, column: number, length: number, over: Partial<Diagnostic> = {}): Diagnostic {
  const source = { file: 'account.ts', line, column, length };
  return { code: 'BW2003', source, what: 'What is wrong.', why: 'Why it is.', fix: 'The way out.', ...over };
}

test('the offending text is underlined, below tabs and wide letters', () => {
  const lines = renderDiagnostics([at(2, 33, 4)], read, false).split('\n');
  assert.deepEqual(lines, [
    'account.ts:2:33  BW2003  What is wrong.',
    '  2 | \tNäme: fromSalesforce((a) => a.nmae),',
    `    | \t${' '.repeat(31)}^^^^`,
    '  why  Why it is.',
    '  fix  The way out.',
    '',
    '',
  ]);
});

test('a place that can’t be shown leaves the excerpt out', () => {
  const source = { file: 'gone.ts', line: 1, column: 1, length: 1 };
  const shown = renderDiagnostics([at(1, 1, 1, { source })], read, false);
  assert.equal(shown.split('\n')[1], '  why  Why it is.');
  assert.doesNotMatch(renderDiagnostics([at(99, 1, 1)], read, false), /\|/);
});

test('diagnostics come by file, line and column, each once', () => {
  const diagnostics = [at(3, 1, 1), at(2, 9, 1), at(2, 2, 1), at(2, 2, 1)];
  const places = (JSON.parse(diagnosticsAsJson(diagnostics)) as { line: number; column: number }[]).map(
    ({ line, column }) => [line, column],
  );
  assert.deepEqual(places, [
    [2, 2],
    [2, 9],
    [3, 1],
  ]);
});

test('colour comes only when asked for', () => {
  const escape = '\u001B[';
  assert.equal(renderDiagnostics([at(2, 2, 1)], read, false).includes(escape), false);
  assert.equal(renderDiagnostics([at(2, 2, 1)], read, true).includes(escape), true);
});

test('the JSON form has a stable schema', () => {
  assert.deepEqual(JSON.parse(diagnosticsAsJson([at(2, 2, 4)])), [
    {
      code: 'BW2003',
      severity: 'error',
      file: 'account.ts',
      line: 2,
      column: 2,
      length: 4,
      what: 'What is wrong.',
      why: 'Why it is.',
      fix: 'The way out.',
    },
  ]);
  assert.equal(diagnosticsAsJson([]), '[]\n');
});

test('no two rooms use one code', () => {
  const codes = diagnosticCodes.flatMap((group) => group.codes.map(([code]) => code));
  assert.ok(codes.length > 50);
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) assert.match(code, /^BW\d{4}$/);
});
