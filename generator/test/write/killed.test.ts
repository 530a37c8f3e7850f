/** Every run can be killed before each of its steps, and the next run finishes the work. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { staleness } from '../../src/cli/stale.ts';
import { applyPlan, planWrites, type OutputFile } from '../../src/write/index.ts';
import { Killed, memoryDisk, type MemoryDisk } from '../support/memory.ts';

const filesOf = (contents: Readonly<Record<string, string>>): OutputFile[] =>
  Object.entries(contents).map(([path, content]) => ({ path, content }));

const foreign = { 'out/mine.txt': 'mine\n', 'README.md': 'mine too\n' };
const before = filesOf({ 'out/a/A.cls': 'A\n', 'out/a/B.cls': 'B\n', 'out/c/d/C.cls': 'C\n' });
const after = filesOf({ 'out/a/A.cls': 'A2\n', 'out/a/B.cls': 'B\n', 'out/e/E.cls': 'E\n' });

function started(files: readonly OutputFile[]): MemoryDisk {
  const disk = memoryDisk(foreign);
  applyPlan(disk, planWrites(disk, files));
  return disk;
}

/** True when the run came to its end. */
function runs(disk: MemoryDisk, files: readonly OutputFile[], killAt: number): boolean {
  disk.killAt = disk.steps() + killAt;
  try {
    applyPlan(disk, planWrites(disk, files));
    return true;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return false;
  } finally {
    disk.killAt = 0;
  }
}

function assertHolds(disk: MemoryDisk, files: readonly OutputFile[]): void {
  const reference = started(files);
  assert.deepEqual([...disk.files].sort(), [...reference.files].sort());
  assert.deepEqual([...disk.folders].sort(), [...reference.folders].sort());
  assert.deepEqual(staleness(planWrites(disk, files)), []);
}

test('a run that is killed at any step is seen by --check and finished by the next run', () => {
  for (let killAt = 1; ; killAt++) {
    const disk = started(before);
    if (runs(disk, after, killAt)) {
      assert.ok(killAt > 10, 'the run has steps to be killed at');
      break;
    }
    assert.notDeepEqual(staleness(planWrites(disk, after)), [], `seen after step ${killAt}`);
    assert.deepEqual(
      planWrites(disk, after).problems,
      [],
      `no file of ours is taken for foreign at step ${killAt}`,
    );
    assert.ok(runs(disk, after, Infinity));
    assertHolds(disk, after);
  }
});

test('a file that a killed run wrote is not taken for an edit by hand', () => {
  for (let killAt = 1; ; killAt++) {
    const disk = started(before);
    if (runs(disk, after, killAt)) break;
    const edited = planWrites(disk, before).changes.filter(({ handEdited }) => handEdited);
    assert.deepEqual(edited, [], `after step ${killAt}`);
  }
});

const path = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
  .map((parts) => `out/${parts.join('/')}.txt`);
const state = fc.dictionary(path, fc.constantFrom('1\n', '2\n', '3\n'), { maxKeys: 6 }).map(filesOf);

test('whatever is killed how often, the last run that ends leaves exactly its files', () => {
  const story = fc.array(fc.tuple(state, fc.integer({ min: 1, max: 30 })), { maxLength: 4 });
  fc.assert(
    fc.property(state, story, state, (first, killed, last) => {
      const disk = started(first);
      for (const [files, killAt] of killed) runs(disk, files, killAt);
      assert.ok(runs(disk, last, Infinity));
      assertHolds(disk, last);
    }),
    { numRuns: process.env['BILLWRIGHT_LONG'] ? 5000 : 300 },
  );
});

test('write, then check is clean', () => {
  fc.assert(
    fc.property(state, (files) => assert.deepEqual(staleness(planWrites(started(files), files)), [])),
  );
});
