import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TemporaryProject } from '../temporary-project.ts';
import { command } from './command.ts';

const project = new TemporaryProject({
  GreedyTest: `@IsTest
private class GreedyTest {
  @IsTest
  static void gathers() {
    List<String> all = new List<String>();
    while (true) { all.add('row ' + all.size()); }
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
