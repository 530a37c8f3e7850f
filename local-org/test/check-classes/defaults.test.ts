import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultAccess, defaultSharing } from '../../src/check/classes/defaults.ts';
import { build } from '../types/support.ts';

test('from version 67 a class that states nothing keeps to the rights of its user', () => {
  const source = 'public class A { public without sharing class I {} }';
  const defaults = (apiVersion: number) => {
    const symbol = build([source], { apiVersion }).world.classes.get('a')!;
    return [defaultSharing(symbol), defaultAccess(symbol), defaultSharing(symbol.inner.get('i')!)];
  };
  assert.deepEqual(defaults(67), ['with', 'user', 'without']);
  assert.deepEqual(defaults(66), [null, 'system', 'without']);
});
