import { runtimeTypeOf } from '../../runtime/types.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import type { TypeValue } from '../objects/type-value.ts';
import { assertEquals, assertIsFalse, assertIsTrue, assertNotEquals, fail } from './assertions.ts';

/** System.Assert; `System.assert` and its like are in the class System.System. */
const assertClass = libraryClass({
  name: 'System.Assert',
  statics: {
    'areEqual(Object,Object)': (expected, actual) => assertEquals(expected, actual),
    'areEqual(Object,Object,String)': assertEquals,
    'areNotEqual(Object,Object)': (notExpected, actual) => assertNotEquals(notExpected, actual),
    'areNotEqual(Object,Object,String)': assertNotEquals,
    'fail()': () => fail(),
    'fail(String)': (message) => fail(message),
    'isFalse(Boolean)': (condition) => assertIsFalse(condition),
    'isFalse(Boolean,String)': assertIsFalse,
    'isInstanceOfType(Object,Type)': (value, type) => isInstance(value, type, null),
    'isInstanceOfType(Object,Type,String)': isInstance,
    'isNotInstanceOfType(Object,Type)': (value, type) => isNotInstance(value, type, null),
    'isNotInstanceOfType(Object,Type,String)': isNotInstance,
    'isNotNull(Object)': (value) => assertNotEquals(null, value),
    'isNotNull(Object,String)': (value, message) => assertNotEquals(null, value, message),
    'isNull(Object)': (value) => assertEquals(null, value),
    'isNull(Object,String)': (value, message) => assertEquals(null, value, message),
    'isTrue(Boolean)': (condition) => assertIsTrue(condition),
    'isTrue(Boolean,String)': assertIsTrue,
  },
});

function isInstance(value: Value, type: TypeValue, message: string | null): void {
  if (value !== null && type.type.accepts(value)) return;
  const actual = value === null ? 'null' : runtimeTypeOf(value).name;
  fail(message, `Expected type: ${type.type.name}, Actual: ${actual}`);
}

function isNotInstance(value: Value, type: TypeValue, message: string | null): void {
  if (value === null || !type.type.accepts(value)) return;
  fail(message, `Not expected type: ${type.type.name}, Actual: ${runtimeTypeOf(value).name}`);
}

/** Assertions. */
export const classes: readonly LibraryClass[] = [assertClass];
