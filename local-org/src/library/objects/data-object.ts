import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { printedByGetters } from './printed.ts';

/** A property: its Apex type and how it begins, null when nothing is said. */
export interface DataProperty {
  readonly type: string;
  readonly initial?: () => Value;
}

/** What a class of data holds, by property. */
export type DataShape = Readonly<Record<string, DataProperty>>;

const shapes = new Map<string, DataShape>();

/** What the platform's class of that name holds; null when it is no class of data. JSON can read and write these. */
export function dataShape(typeName: string): DataShape | null {
  return shapes.get(typeName) ?? null;
}

/** An object of the platform that is nothing but its properties, e.g. a `Database.SaveResult`. */
export class DataObject extends PlatformObject {
  readonly #typeName: string;
  readonly #values = new Map<string, Value>();

  /** @param values By property, as the class spells it. */
  constructor(typeName: string, values: Readonly<Record<string, Value>> = {}) {
    super();
    this.#typeName = typeName;
    for (const [name, { initial }] of Object.entries(dataShape(typeName) ?? {})) {
      if (initial) this.#values.set(name, initial());
    }
    for (const [name, value] of Object.entries(values)) this.#values.set(name, value);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#typeName);
  }

  get(name: string): Value {
    return this.#values.get(name) ?? null;
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** For JSON: every property, with a small first letter. */
  *jsonFields(): Iterable<readonly [string, Value]> {
    for (const name of Object.keys(dataShape(this.#typeName) ?? {})) {
      yield [name.charAt(0).toLowerCase() + name.slice(1), this.get(name)];
    }
  }
}

/** Which members a class of data has beside its properties. */
export interface DataMembers {
  /** May Apex construct it? */
  readonly isConstructible?: boolean;
  /** `getX()`, or `isX()` of a Boolean. */
  readonly hasGetters?: boolean;
  readonly hasSetters?: boolean;
  readonly hasNoProperties?: boolean;
}

interface Accessors {
  readonly get: (target: DataObject) => Value;
  readonly set: (target: DataObject, value: Value) => void;
}

/** A class that is nothing but its properties. */
export function dataClass(name: string, shape: DataShape, members: DataMembers): LibraryClass {
  shapes.set(name, shape);
  const methods: Record<string, (target: DataObject, ...args: Value[]) => Value> = {};
  const properties: Record<string, Accessors> = {};
  for (const [property, { type }] of Object.entries(shape)) {
    const get = (target: DataObject): Value => target.get(property);
    const set = (target: DataObject, value: Value): void => target.set(property, value);
    const capital = property.charAt(0).toUpperCase() + property.slice(1);
    if (members.hasGetters) methods[`${type === 'Boolean' ? 'is' : 'get'}${capital}()`] = get;
    if (members.hasSetters) methods[`set${capital}(${type})`] = set;
    if (!members.hasNoProperties) properties[property] = { get, set };
  }
  const definition = libraryClass({
    name,
    ...(members.isConstructible ? { constructors: { '()': () => new DataObject(name) } } : {}),
    methods,
    properties,
  });
  return members.hasGetters ? printedByGetters(definition) : definition;
}
