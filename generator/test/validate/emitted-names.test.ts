import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEmittedNames } from '../../src/model/validate/index.ts';

const classFiles = (name: string, folder = 'meter') =>
  ['', '-meta.xml'].map((ending) => ({
    path: `force-app/main/generated/${folder}/classes/${name}.cls${ending}`,
    component: { type: 'ApexClass', name },
  }));
const codes = (...arguments_: Parameters<typeof checkEmittedNames>): string[] =>
  checkEmittedNames(...arguments_).map(({ code }) => code);

test('a class and its metadata are one component', () => {
  assert.deepEqual(codes([...classFiles('MtrSystem'), ...classFiles('MtrOrder')], []), []);
});

test('two classes whose names differ in case only collide', () => {
  assert.ok(codes([...classFiles('MtrSystem'), ...classFiles('mtrsystem', 'other')], []).includes('BW2303'));
});

test('an emitted class collides with a hand-written one', () => {
  assert.ok(codes(classFiles('MtrSystem'), [{ type: 'ApexClass', name: 'MTRSystem' }]).includes('BW2303'));
  assert.deepEqual(codes(classFiles('MtrSystem'), [{ type: 'CustomObject', name: 'MtrSystem' }]), []);
});

test('a class name has at most 40 characters', () => {
  assert.deepEqual(codes(classFiles('M'.repeat(41)), []), ['BW2302']);
  assert.deepEqual(codes(classFiles('M'.repeat(40)), []), []);
});

const labelFile = (...names: string[]) => ({
  path: 'force-app/main/generated/core/labels/CustomLabels.labels-meta.xml',
  component: { type: 'CustomLabels', name: 'CustomLabels' },
  parts: names.map((name) => ({ type: 'CustomLabel', name })),
});

test('two folders may have a file of labels, but no label in common', () => {
  const file = { type: 'CustomLabels', name: 'CustomLabels' };
  assert.deepEqual(codes([labelFile('Mine')], [file, { type: 'CustomLabel', name: 'Yours' }]), []);
  assert.deepEqual(codes([labelFile('Mine')], [file, { type: 'CustomLabel', name: 'mine' }]), ['BW2303']);
});
