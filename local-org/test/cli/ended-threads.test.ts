import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TemporaryProject } from '../temporary-project.ts';
import { command } from './command.ts';

// A chain, as a single list of this size is refused by the heap limit.
const project = new TemporaryProject({
  GreedyTest: `@IsTest
private class GreedyTest {
  private class Link {
    private Link before;
    private Link(Link before) { this.before = before; }
  }
  @IsTest
  static void gathers() {
    Link last;
    while (true) { last = new Link(last); }
  }
}`,
  PlainTest: '@IsTest private class PlainTest { @IsTest static void passes() {} }',
});
after(() => project.remove());

test('tests that take all memory are named, with what can be done', () => {
  const { code, out, err } = command(project.root, ['test', '--class', 'GreedyTest'], {
    nodeOptions: '--max-old-space-size=90',
  });
  assert.equal(code, 1);
  assert.match(err, /^The tests of GreedyTest took all memory[^]*NODE_OPTIONS=--max-old-space-size=/m);
  assert.doesNotMatch(out, /passed/);
});

test('a thread that ends without an error ends the run, too', () => {
  project.write(
    'leave.cjs',
    `const { parentPort } = require('node:worker_threads');
parentPort?.on('message', ({ kind }) => kind === 'run' && process.exit(0));`,
  );
  const { code, err } = command(project.root, ['test', '--class', 'PlainTest'], {
    nodeOptions: `--require ${join(project.root, 'leave.cjs')}`,
  });
  assert.equal(code, 1);
  assert.equal(
    err.trim(),
    'The thread that was running the tests of PlainTest ended without an error. Run PlainTest alone with --class to find the cause.',
  );
});
