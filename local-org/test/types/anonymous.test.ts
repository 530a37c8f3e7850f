import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAnonymous } from '../../src/syntax/parse.ts';
import { describe } from '../../src/types/make.ts';
import { build } from './support.ts';

test('anonymous Apex is a class of its own with static methods', () => {
  const { world, diagnostics, problems } = build(['public class Known {}']);
  const text = 'class Own {} Known make(Own own) { return null; } make(null);';
  const unit = parseAnonymous(text, 'script.apex', diagnostics)!;
  const symbol = world.declare(unit, 'script.apex', 67);
  assert.deepEqual(problems(), []);
  const [make] = symbol.methods.get('make')!;
  assert.equal(make!.isStatic, true);
  assert.equal(describe(make!.returnType), 'Known');
  assert.equal(make!.parameters[0]!.type.kind, 'class');
  assert.equal(world.findType('Own', symbol)!.kind, 'class');
  assert.equal(world.findType('Own', null), null);
  assert.equal(world.classes.size, 1);
});
