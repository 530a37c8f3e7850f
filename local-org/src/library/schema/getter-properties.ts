import type { LibraryClass, Value } from '../library.ts';

/** The properties that say the same as getters: `X` for `getX()` or `isX()`. */
export function getterProperties(
  methods: Readonly<Record<string, (target: Value) => Value>>,
): NonNullable<LibraryClass['properties']> {
  return Object.fromEntries(
    Object.entries(methods).map(([key, get]) => [key.replace(/^(?:get|is)|\(\)$/g, ''), { get }]),
  );
}
