import { throwUncatchable } from '../../runtime/faults.ts';
import { looseEquals } from '../../values/equality.ts';
import type { Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';

/*
 * What `System.assert*` and `System.Assert` share. A failed assertion is a `System.AssertException` that no `catch`
 * sees. Texts are compared with case, numbers across their types.
 */

/** `System.assert`: null fails, too. */
export function assertIsTrue(condition: boolean | null, message: Value = null): void {
  if (condition !== true) fail(message);
}

export function assertIsFalse(condition: boolean | null, message: Value = null): void {
  if (condition !== false) fail(message);
}

export function assertEquals(expected: Value, actual: Value, message: Value = null): void {
  if (!looseEquals(expected, actual))
    fail(message, `Expected: ${stringOf(expected)}, Actual: ${stringOf(actual)}`);
}

export function assertNotEquals(notExpected: Value, actual: Value, message: Value = null): void {
  if (looseEquals(notExpected, actual)) fail(message, `Same value: ${stringOf(notExpected)}`);
}

/** Fails: `Assertion Failed: message: detail`. */
export function fail(message: Value = null, detail: string | null = null): never {
  const text =
    message === null || message === '' ? 'Assertion Failed' : `Assertion Failed: ${stringOf(message)}`;
  return throwUncatchable('System.AssertException', detail === null ? text : `${text}: ${detail}`);
}
