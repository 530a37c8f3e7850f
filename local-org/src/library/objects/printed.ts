import type { LibraryClass, Value } from '../library.ts';

/** A getter of a class: its name without brackets, and what it reads. */
export interface Getter {
  readonly name: string;
  readonly read: (target: Value) => Value;
}

const GETTER = /^((?:get|is)[A-Z]\w*)\(\)$/;

const printed = new Map<string, readonly Getter[]>();

/**
 * A class whose objects the platform prints by what their getters say, in the order of their names:
 * `Schema.PicklistEntry[getLabel=Hot;getValue=Hot;isActive=true;isDefaultValue=false;]`.
 *
 * @param silent Methods that it leaves out.
 */
export function printedByGetters(definition: LibraryClass, silent: readonly string[] = []): LibraryClass {
  const getters = Object.entries(definition.methods ?? {}).flatMap(([key, read]) => {
    const name = GETTER.exec(key)?.[1];
    return name === undefined || silent.includes(name) ? [] : [{ name, read }];
  });
  printed.set(
    definition.name,
    getters.sort((one, other) => (one.name < other.name ? -1 : 1)),
  );
  return definition;
}

/** What is printed of the objects of a class; null when they print in another way. */
export function printedGetters(className: string): readonly Getter[] | null {
  return printed.get(className) ?? null;
}
