import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';

/** An input or an output of Connect in Apex: properties without behaviour. */
export class ConnectObject extends PlatformObject {
  readonly type: RuntimeType;
  /** By name in lower case. */
  readonly values = new Map<string, Value>();

  constructor(type: RuntimeType) {
    super();
    this.type = type;
  }

  override apexType(): RuntimeType {
    return this.type;
  }

  get(name: string): Value {
    return this.values.get(name.toLowerCase()) ?? null;
  }

  /** For JSON: what was set, in order. */
  *jsonFields(): Iterable<readonly [string, Value]> {
    for (const entry of this.values) yield entry;
  }
}

/** `ConnectApi.<name>` with these properties. */
export function connectClass(name: string, properties: readonly string[]): LibraryClass {
  return libraryClass({
    name: `ConnectApi.${name}`,
    constructors: { '()': (type) => new ConnectObject(type) },
    properties: Object.fromEntries(
      properties.map((property) => [
        property,
        {
          get: (object: ConnectObject) => object.get(property),
          set: (object: ConnectObject, value: Value) => void object.values.set(property.toLowerCase(), value),
        },
      ]),
    ),
  });
}

/** A filled output. */
export function connectObject(name: string, values: Readonly<Record<string, Value>>): ConnectObject {
  const object = new ConnectObject(currentTransaction().program.type(`ConnectApi.${name}`));
  for (const [property, value] of Object.entries(values)) object.values.set(property.toLowerCase(), value);
  return object;
}

export function connectList(name: string, items: readonly Value[]): ApexList {
  const { program } = currentTransaction();
  return new ApexList(program.listOf(program.type(`ConnectApi.${name}`)), [...items]);
}

/** The elements of a list property; none when it is not set. */
export function itemsOf(object: ConnectObject, property: string): ConnectObject[] {
  const list: Value = object.get(property);
  return list instanceof ApexList ? (list.items as ConnectObject[]) : [];
}
