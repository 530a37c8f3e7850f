import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentChanges } from '../../src/cli/components.ts';
import { differences } from '../../src/cli/differences.ts';
import { planWrites, type FileChange } from '../../src/write/index.ts';
import { memoryDisk } from '../support/memory.ts';

const component = (name: string) => ({ type: 'ApexClass', name });
const change = (path: string, kind: FileChange['kind'], name?: string): FileChange => ({
  path,
  kind,
  handEdited: false,
  ...(name !== undefined && { component: component(name) }),
});

test('a class with its metadata is one component', () => {
  const changes = [change('A.cls', 'changed', 'A'), change('A.cls-meta.xml', 'unchanged', 'A')];
  assert.deepEqual(componentChanges(changes), [{ type: 'ApexClass', name: 'A', state: 'changed' }]);
});

test('a removed file has the type of files with its ending', () => {
  const changes = [change('x/A.cls', 'unchanged', 'A'), change('x/Old.cls', 'removed')];
  assert.deepEqual(componentChanges(changes), [
    { type: 'ApexClass', name: 'A', state: 'unchanged' },
    { type: 'ApexClass', name: 'Old', state: 'removed' },
  ]);
});

test('a file of no component goes by its folder', () => {
  assert.deepEqual(componentChanges([change('docs/reference/a.md', 'new')]), [
    { type: 'docs/reference', name: 'a.md', state: 'new' },
  ]);
});

test('differences are cut where they would drown the reader', () => {
  const long = 'line\n'.repeat(500);
  const files = Array.from({ length: 30 }, (_, index) => ({ path: `out/${index}.txt`, content: long }));
  const text = differences(planWrites(memoryDisk(), files), false);
  assert.ok(text.split('\n').length < 20 * 65);
  assert.match(text, /… 4\d\d more lines/);
  assert.match(text, /and 10 more files/);
});
