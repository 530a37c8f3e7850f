import type { Value } from '../../library/library.ts';
import { stringOf } from '../../library/text/stringify.ts';
import { hashOf, strictEquals } from '../../values/equality.ts';

/** What every value can do, also one that has no methods in JavaScript; by the ABI's names. */
export const universal: Readonly<Record<string, (target: Value, ...args: Value[]) => Value>> = {
  'equals/1': (target, other) => strictEquals(target, other),
  'hashcode/0': (target) => hashOf(target),
  'tostring/0': (target) => stringOf(target),
};
