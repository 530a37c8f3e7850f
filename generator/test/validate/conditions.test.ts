import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areExclusive, leavesGap } from '../../src/model/validate/exclusive.ts';
import { mayOverlap } from '../../src/model/validate/overlap.ts';
import { condition as when, meterTypes, path } from '../support/model.ts';

const at = (text: string) => path(meterTypes, 'Customer', text);

test('conditions that contradict each other are exclusive', () => {
  assert.ok(areExclusive([when('A', 'equals', 1)], [when('A', 'equals', 2)]));
  assert.ok(areExclusive([when('A', 'equals', 1)], [when('A', 'notEquals', 1)]));
  assert.ok(areExclusive([when('A', 'oneOf', 1, 2)], [when('A', 'oneOf', 3)]));
  assert.ok(areExclusive([when('A', 'present')], [when('A', 'absent')]));
  assert.ok(areExclusive([when('A', 'equals', 1)], [when('A', 'absent')]));
  assert.ok(areExclusive([when('B', 'present'), when('A', 'equals', 1)], [when('A', 'equals', 2)]));
});

test('others may hold together', () => {
  assert.ok(!areExclusive([], [when('A', 'equals', 1)]));
  assert.ok(!areExclusive([when('A', 'equals', 1)], [when('B', 'equals', 2)]));
  assert.ok(!areExclusive([when('A', 'oneOf', 1, 2)], [when('A', 'equals', 2)]));
  assert.ok(!areExclusive([when('A', 'notEquals', 1)], [when('A', 'notEquals', 2)]));
  assert.ok(!areExclusive([when('A', 'notEquals', 1)], [when('A', 'absent')]));
  assert.ok(!areExclusive([when('A', 'present')], [when('A', 'equals', 1)]));
});

test('a gap is seen only where it is certain', () => {
  assert.ok(leavesGap([], [[when('A', 'equals', true)]]));
  assert.ok(!leavesGap([], [[when('A', 'equals', true)], [when('A', 'notEquals', true)]]));
  assert.ok(!leavesGap([when('A', 'equals', true)], [[when('A', 'equals', true)]]));
  assert.ok(!leavesGap([], [[when('A', 'equals', true)], []]));
  assert.ok(!leavesGap([], [[when('A', 'equals', 'x')]]), 'another value than x is only a guess');
});

test('paths part at another property, member or element', () => {
  assert.ok(mayOverlap(at('number'), at('number')));
  assert.ok(!mayOverlap(at('number'), at('status')));
  assert.ok(!mayOverlap(at('party(company).kind'), at('party(person).kind')));
  assert.ok(!mayOverlap(at('contacts[kind=email,use=BILLS].use'), at('contacts[kind=email,use=NEWS].use')));
  assert.ok(mayOverlap(at('contacts[kind=email,use=BILLS].use'), at('contacts[kind=email].use')));
  assert.ok(!mayOverlap(at('party(company).companyName'), at('party')));
});
