import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../src/model.ts';
import type { Exception } from '../src/project/allow.ts';
import { applyExceptions } from '../src/project/allow.ts';
import { lines } from './support/project.ts';

const FOUND: Finding[] = ['a.cls', 'b.cls', 'b.cls'].map((file) => ({
  file,
  rule: 'r',
  severity: 'error',
  message: 'Unknown method newThing',
}));
const EXCEPTION: Exception = {
  pattern: 'newThing',
  file: '^b',
  reason: 'newer than API 65',
  date: '2026-11-23',
};

const left = (exception: Exception): string[] => lines(applyExceptions(FOUND, [exception], 'list.json'));

test('an exception covers what fits its message and file', () => {
  assert.deepEqual(left(EXCEPTION), ['a.cls r Unknown method newThing']);
  assert.deepEqual(left({ ...EXCEPTION, count: 2 }), ['a.cls r Unknown method newThing']);
});

test('an exception that covers nothing is itself a finding', () => {
  assert.match(
    left({ ...EXCEPTION, pattern: 'oldThing' }).join('\n'),
    /list\.json exception "oldThing" covers 0 findings/,
  );
});

test('a count that does not match is a finding', () => {
  assert.match(left({ ...EXCEPTION, count: 1 }).join('\n'), /covers 2 findings, not 1/);
});

test('an exception for another rule covers nothing', () => {
  assert.match(left({ ...EXCEPTION, rule: 'other' }).join('\n'), /covers 0 findings/);
});

test('an exception needs a reason and a date', () => {
  const found = left({ ...EXCEPTION, reason: '', date: 'yesterday' }).join('\n');
  assert.match(found, /gives no reason/);
  assert.match(found, /has no date/);
});

test('a list that must count refuses an exception without a count', () => {
  const found = (exception: Exception): string[] =>
    lines(applyExceptions(FOUND, [exception], 'list.json', { mustCount: true }));
  assert.match(found(EXCEPTION).join('\n'), /gives no count/);
  assert.doesNotMatch(found({ ...EXCEPTION, count: 2 }).join('\n'), /list\.json/);
});
