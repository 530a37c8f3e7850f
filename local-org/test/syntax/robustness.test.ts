import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import {
  parseAnonymous,
  parseClass,
  parseQuery,
  parseSearch,
  SoqlSyntaxError,
} from '../../src/syntax/parse.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');
const SEED = 20260101;

const FRAGMENTS = [
  ...[
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ';',
    ',',
    '.',
    '?',
    ':',
    "'",
    '"',
    '\\',
    '/*',
    '*/',
    '//',
    '@',
    '<',
    '>',
    '=',
  ],
  ...[
    'class',
    'static',
    'SELECT',
    'FROM',
    'WHERE',
    'new',
    'when',
    'get',
    '1',
    '1.5',
    '2147483648',
    'ä',
    '😀',
    '\0',
  ],
  ...['\n', ' ', '\\u12', "'''\n", '=>', '??', 'System.runAs('],
];

function sources(): string[] {
  const folder = join(REPOSITORY, 'force-app');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.cls'),
  );
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** What is cut out, what is put in its place, and where: as shares of the text's length. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function applyEdits(
  text: string,
  changes: readonly { at: number; cut: number; put: readonly string[] }[],
): string {
  return changes.reduce((current, { at, cut, put }) => {
    const place = Math.floor(at * current.length);
    return current.slice(0, place) + put.join(' ') + current.slice(place + cut);
  }, text);
}

test('every class of the package is read without a diagnostic', () => {
  const sink = new Diagnostics();
  const all = sources();
  assert.ok(all.length > 0);
  for (const text of all) assert.ok(parseClass(text, 'any.cls', sink));
  assert.deepEqual(sink.all, []);
});

test('damaged classes give a tree or a diagnostic with a place in the text, and never an exception', () => {
  const short = sources().filter((text) => text.length < 4000);
  fc.assert(
    fc.property(fc.constantFrom(...short), edits, (text, changes) => {
      const damaged = applyEdits(text, changes);
      const sink = new Diagnostics();
      const unit = parseClass(damaged, 'any.cls', sink);
      assert.ok(unit !== null || sink.all.length > 0);
      for (const { span, message } of sink.all) {
        assert.ok(span.line >= 1 && span.column >= 1 && span.start <= span.end && span.end <= damaged.length);
        assert.ok(message.endsWith('.'));
      }
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('any text is anonymous Apex or has a diagnostic', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary' })))
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(text, (any) => {
      const sink = new Diagnostics();
      assert.ok(parseAnonymous(any, 'any.apex', sink) !== null || sink.all.length > 0);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('any text is a query or has an error of syntax', () => {
  const query =
    "SELECT Id, (SELECT Id FROM Cs) FROM A WHERE B IN :c AND D LIKE 'x\\_y' ORDER BY E DESC LIMIT 5";
  const search = "FIND {a b} IN ALL FIELDS RETURNING A(Id WHERE B = 'x') LIMIT 5";
  fc.assert(
    fc.property(edits, (changes) => {
      for (const [parse, text] of [
        [parseQuery, query],
        [parseSearch, search],
      ] as const) {
        try {
          parse(applyEdits(text, changes));
        } catch (error) {
          assert.ok(error instanceof SoqlSyntaxError, String(error));
        }
      }
    }),
    { seed: SEED, numRuns: 300 },
  );
});
