import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate, type FormulaScope } from '../../src/data/formula/evaluate.ts';
import { parseFormula } from '../../src/data/formula/parse.ts';
import { FormulaError, type FormulaValue } from '../../src/data/formula/value.ts';
import { ApexDate } from '../../src/values/date.ts';

const NOW = Date.UTC(2026, 4, 17, 2, 0);
const FIELDS: Readonly<Record<string, FormulaValue>> = {
  Ten: 10,
  Half: 0.5,
  Text: 'Hello',
  Nothing: null,
  Yes: true,
  Day: ApexDate.of(2026, 1, 31),
  States: 'A;B',
  'Parent.Name': 'Acme',
};
const scope: FormulaScope = {
  clock: { now: NOW, timeZone: 'America/Los_Angeles' },
  value: (path) => FIELDS[path.join('.')] ?? null,
  rule: {
    isNew: false,
    priorValue: (path) => (path[0] === 'Ten' ? 9 : (FIELDS[path.join('.')] ?? null)),
    lookUp: () => null,
  },
};
const result = (text: string): unknown => {
  const value = evaluate(parseFormula(text), scope);
  return value instanceof ApexDate ? value.toIsoString() : value;
};

const CASES: readonly (readonly [string, unknown])[] = [
  ['1 + 2 * 3 ^ 2', 19],
  ['-Ten + 1 - -2', -7],
  ['2.2 + 1.1', 3.3],
  ['(Ten - 1) / 2', 4.5],
  ['Text & " " & Parent.Name', 'Hello Acme'],
  ['Nothing & "x"', 'x'],
  ['Nothing + 1', null],
  ['Nothing > 1', false],
  ['ISBLANK(Nothing) && NOT(ISBLANK(Text)) || FALSE', true],
  ['!Yes', false],
  ['IF(Ten > 5, "big", "small")', 'big'],
  ['CASE(Text, "Bye", 1, "Hello", 2, 3)', 2],
  ['CASE(Text, "Bye", 1, 3)', 3],
  ['ISPICKVAL(Text, "Hello")', true],
  ['INCLUDES(States, "B")', true],
  ['BLANKVALUE(Nothing, 7)', 7],
  ['ISCHANGED(Ten)', true],
  ['ISCHANGED(Text)', false],
  ['PRIORVALUE(Ten)', 9],
  ['ROUND(2.345, 2)', 2.35],
  ['ROUND(-2.5, 0)', -3],
  ['CEILING(-1.2)', -2],
  ['MOD(7, 4)', 3],
  ['LEFT(Text, 2) & RIGHT(Text, 2) & MID(Text, 2, 2)', 'Heloel'],
  ['FIND("l", Text)', 3],
  ['SUBSTITUTE(Text, "l", "L")', 'HeLLo'],
  ['LPAD("7", 3, "0")', '007'],
  ['REGEX(Text, "H[a-z]+")', true],
  ['VALUE("1,200.5")', 1200.5],
  ['TEXT(Ten)', '10'],
  ['TODAY()', '2026-05-16'],
  ['ADDMONTHS(Day, 1)', '2026-02-28'],
  ['Day + 1', '2026-02-01'],
  ['DATE(2026, 3, 1) - Day', 29],
  ['YEAR(Day) * 100 + MONTH(Day)', 202601],
  ['WEEKDAY(DATE(2026, 5, 17))', 1],
  ['ISOWEEK(DATE(2026, 1, 1)) + ISOWEEK(DATE(2027, 1, 3))', 54],
  ['ISOYEAR(DATE(2027, 1, 3))', 2026],
  ['PICKLISTCOUNT(States) + PICKLISTCOUNT(Nothing)', 2],
  ['ROUND(SIN(ATAN2(1, 1)) ^ 2, 3)', 0.5],
  ['INITCAP("two wORDS") & REVERSE("abc") & CHR(65)', 'Two WordscbaA'],
  ['ASCII("A") + DAYOFYEAR(DATE(2026, 2, 1))', 97],
  ['UNIXTIMESTAMP(FROMUNIXTIME(86400))', 86_400],
  ["'a\\'b' /* a comment */", "a'b"],
];

for (const [text, expected] of CASES) {
  test(`formula ${text}`, () => assert.deepEqual(result(text), expected));
}

test('what is wrong with a formula is said', () => {
  assert.throws(() => parseFormula('1 +'), /unexpected "end"/);
  assert.throws(() => parseFormula('IF(1, 2'), /unexpected "end"/);
  assert.throws(() => result('1 / 0'), FormulaError);
  assert.throws(() => result('PREDICT(Text)'), /does not support the formula function PREDICT yet/);
});

test('functions of validation rules are refused elsewhere', () => {
  const { rule: _, ...field } = scope;
  for (const text of ['ISNEW()', 'ISCHANGED(Ten)', 'PRIORVALUE(Ten)'])
    assert.throws(() => evaluate(parseFormula(text), field), /outside of validation rules/);
});

test('AND, OR, IF and CASE look at no more than they need', () => {
  assert.equal(result('AND(FALSE, 1 / 0 > 1)'), false);
  assert.equal(result('OR(TRUE, 1 / 0 > 1)'), true);
  assert.equal(result('IF(TRUE, 1, 1 / 0)'), 1);
});

test('sums and products of integers are exact', () => {
  const integers = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(integers, integers, integers, (a, b, c) => {
      assert.equal(result(`${a} + ${b} * ${c}`), a + b * c);
      assert.equal(result(`(${a} - ${b}) - ${c}`), a - b - c);
    }),
    { seed: 20260517 },
  );
});
