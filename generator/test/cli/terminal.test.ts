import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terminalOf } from '../../src/cli/terminal.ts';

const tty = { isTTY: true, write: () => true };
const pipe = { write: () => true };

test('colour only where a person sees it and did not refuse it', () => {
  assert.equal(terminalOf(tty, tty, {}).outColour, true);
  assert.equal(terminalOf(pipe, tty, {}).outColour, false);
  assert.equal(terminalOf(tty, tty, { NO_COLOR: '1' }).outColour, false);
  assert.equal(terminalOf(tty, tty, { TERM: 'dumb' }).outColour, false);
});

test('progress only on a terminal, and not in CI', () => {
  assert.equal(terminalOf(tty, tty, {}).live, true);
  assert.equal(terminalOf(tty, pipe, {}).live, false);
  assert.equal(terminalOf(tty, tty, { CI: 'true' }).live, false);
});
