import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CronExpression } from '../../src/runtime/jobs/cron.ts';

// Saturday.
const START = Date.UTC(2026, 4, 30, 12, 0, 0);

function next(expression: string, zone = 'GMT', from = START): string | null {
  const time = new CronExpression(expression).next(from, zone);
  return time === null ? null : new Date(time).toISOString().slice(0, 16);
}

const CASES: readonly (readonly [expression: string, next: string | null])[] = [
  ['0 0 13 * * ?', '2026-05-30T13:00'],
  ['0 0 12 * * ?', '2026-05-31T12:00'],
  ['0 15 0/6 * * ?', '2026-05-30T12:15'],
  ['0 0 8-10,22 ? * MON-FRI', '2026-06-01T08:00'],
  ['0 0 0 L * ?', '2026-05-31T00:00'],
  ['0 0 0 LW * ?', '2026-06-30T00:00'],
  ['0 0 0 30W * ?', '2026-06-30T00:00'],
  ['0 0 0 ? * 2#1', '2026-06-01T00:00'],
  ['0 0 0 ? * 6L', '2026-06-26T00:00'],
  ['0 0 0 ? * L', '2026-06-06T00:00'],
  ['0 0 9 1 JAN ? 2030', '2030-01-01T09:00'],
  ['0 0 9 ? * FRI-SUN', '2026-05-31T09:00'],
  ['0 0 0 29 2 ?', '2028-02-29T00:00'],
  ['0 0 0 1 1 ? 2020', null],
];

test('the next time', () => {
  for (const [expression, expected] of CASES) assert.equal(next(expression), expected, expression);
});

test('in the zone of the user, also when the clock changes', () => {
  assert.equal(next('0 0 2 * * ?', 'Europe/Berlin'), '2026-05-31T00:00');
  const winter = Date.UTC(2026, 9, 25, 12);
  assert.equal(next('0 0 2 * * ?', 'Europe/Berlin', winter), '2026-10-26T01:00');
});

test('what is wrong is said', () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['* 0 0 * * ?', /Seconds and minutes must be specified as integers/],
    ['0 0/5 0 * * ?', /Seconds and minutes must be specified as integers/],
    ['0 0 0 * *', /Unexpected end of expression/],
    ['0 0 0 * * *', /both a day-of-week AND a day-of-month/],
    ['0 0 0 ? * ?', /can only be specified for Day-of-Month -OR- Day-of-Week/],
    ['0 0 24 * * ?', /between 0 and 23/],
    ['0 0 0 * FOO ?', /Invalid value: 'FOO'/],
  ];
  for (const [expression, message] of wrong) {
    assert.throws(() => new CronExpression(expression), message, expression);
  }
});
