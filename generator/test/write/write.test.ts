import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  applyPlan,
  diskAt,
  manifestPath,
  markerPath,
  planWrites,
  type OutputFile,
} from '../../src/write/index.ts';
import { memoryDisk } from '../support/memory.ts';

const file = (path: string, content: string): OutputFile => ({ path, content });
const two = [file('out/a/A.cls', 'A\n'), file('out/b/B.cls', 'B\n')];

function written(files: readonly OutputFile[]) {
  const disk = memoryDisk();
  applyPlan(disk, planWrites(disk, files));
  return disk;
}

const codes = (plan: { problems: readonly { code: string }[] }): string[] =>
  plan.problems.map(({ code }) => code);

test('a first run writes every file and the manifest, and leaves no marker', () => {
  const disk = written(two);
  assert.equal(disk.files.get('out/a/A.cls'), 'A\n');
  assert.deepEqual(Object.keys(JSON.parse(disk.files.get(manifestPath) ?? '')), [
    'out/a/A.cls',
    'out/b/B.cls',
  ]);
  assert.equal(disk.files.has(markerPath), false);
});

test('a run that has nothing to do touches nothing', () => {
  const disk = written(two);
  const before = disk.steps();
  const plan = planWrites(disk, two);
  applyPlan(disk, plan);
  assert.equal(plan.clean, true);
  assert.equal(disk.steps(), before);
});

test('only the file that differs is written', () => {
  const disk = written(two);
  const plan = planWrites(disk, [file('out/a/A.cls', 'A2\n'), file('out/b/B.cls', 'B\n')]);
  assert.deepEqual(
    plan.changes.map(({ kind }) => kind),
    ['changed', 'unchanged'],
  );
});

test('a file that is no longer emitted goes, and so does its empty folder', () => {
  const disk = written(two);
  applyPlan(disk, planWrites(disk, two.slice(0, 1)));
  assert.equal(disk.files.has('out/b/B.cls'), false);
  assert.equal(disk.folders.has('out/b'), false);
  assert.equal(disk.folders.has('out/a'), true);
});

test('a folder that holds a file of somebody else stays', () => {
  const disk = written(two);
  disk.files.set('out/b/notes.txt', 'mine');
  applyPlan(disk, planWrites(disk, two.slice(0, 1)));
  assert.equal(disk.folders.has('out/b'), true);
});

test('a file that people made is never overwritten', () => {
  const disk = memoryDisk({ 'out/a/A.cls': 'mine\n' });
  const plan = planWrites(disk, two);
  assert.deepEqual(codes(plan), ['BW4002']);
  assert.throws(() => applyPlan(disk, plan));
  assert.equal(disk.steps(), 0);
});

test('a file that is already what shall be emitted is adopted', () => {
  const disk = memoryDisk({ 'out/a/A.cls': 'A\n' });
  assert.deepEqual(codes(planWrites(disk, two)), []);
});

test('an emitted file that was edited by hand is named', () => {
  const disk = written(two);
  disk.files.set('out/a/A.cls', 'edited\n');
  const [change] = planWrites(disk, two).changes;
  assert.equal(change?.handEdited, true);
});

test('paths that differ only in case are refused', () => {
  const plan = planWrites(memoryDisk(), [file('out/A.cls', 'A\n'), file('out/a.cls', 'a\n')]);
  assert.deepEqual(codes(plan), ['BW4001']);
});

test('a file may change the case of its name', () => {
  const disk = written([file('out/A.cls', 'A\n')]);
  const plan = planWrites(disk, [file('out/a.cls', 'a\n')]);
  assert.deepEqual(codes(plan), []);
  applyPlan(disk, plan);
  assert.deepEqual([disk.files.has('out/A.cls'), disk.files.get('out/a.cls')], [false, 'a\n']);
});

test('a path outside the repository is refused', () => {
  assert.deepEqual(codes(planWrites(memoryDisk(), [file('../A.cls', 'A\n')])), ['BW4007']);
  assert.deepEqual(codes(planWrites(memoryDisk(), [file('/A.cls', 'A\n')])), ['BW4007']);
});

test('a manifest that is no manifest stops the run', () => {
  const disk = memoryDisk({ [manifestPath]: '<<<<<<< ours\n', 'out/a/A.cls': 'old\n' });
  assert.deepEqual(codes(planWrites(disk, two)), ['BW4006']);
});

test('a run for one system leaves the files of the others and their entries alone', () => {
  const disk = written(two);
  const scope = (path: string): boolean => path.startsWith('out/b/');
  applyPlan(disk, planWrites(disk, [file('out/a/A.cls', 'A2\n'), file('out/b/B.cls', 'B2\n')], scope));
  assert.equal(disk.files.get('out/a/A.cls'), 'A\n');
  assert.equal(disk.files.get('out/b/B.cls'), 'B2\n');
  assert.equal(planWrites(disk, [file('out/a/A.cls', 'A\n'), file('out/b/B.cls', 'B2\n')]).clean, true);
});

test('the real disk does the same', () => {
  const root = mkdtempSync(join(tmpdir(), 'billwright-write-'));
  try {
    const disk = diskAt(root);
    applyPlan(disk, planWrites(disk, two));
    applyPlan(disk, planWrites(disk, two.slice(0, 1)));
    assert.equal(planWrites(disk, two.slice(0, 1)).clean, true);
    assert.deepEqual(readdirSync(join(root, 'out')), ['a']);
    assert.deepEqual(readdirSync(join(root, 'generator')), ['emitted.json']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
