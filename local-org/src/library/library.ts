import type { RuntimeType } from '../runtime/types.ts';

/** Any Apex value as `runtime/abi.md` lays it out. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the checker has proved the types of compiled code
export type Value = any;

/**
 * What the local org supports of one platform class. A key is the method's name and parameter types in the platform
 * catalogue's spelling, without namespaces `System` and without spaces: `substring(Integer,Integer)`,
 * `put(K,V)`, `addAll(List<T>)`, `respond(HttpRequest)`, `insert(List<SObject>,AccessLevel)`,
 * `describeSObjects(List<String>)`, `setSavepoint()`, `convertLead(Database.LeadConvert)`.
 *
 * What the catalogue has and no library class supports is the compile error `unsupported/method`; what a library class
 * declares and the catalogue lacks fails a test.
 */
export interface LibraryClass {
  /** `System.String`, `Schema.DescribeFieldResult`. */
  readonly name: string;
  /** Called as `f(...arguments)`. */
  readonly statics?: Readonly<Record<string, (...args: Value[]) => Value>>;
  /** Called as `f(target, ...arguments)`; the target is never null. */
  readonly methods?: Readonly<Record<string, (target: Value, ...args: Value[]) => Value>>;
  /** Keys `(String)`, `()`. Called as `f(type, ...arguments)`. */
  readonly constructors?: Readonly<Record<string, (type: RuntimeType, ...args: Value[]) => Value>>;
  /** Instance properties and fields, by name. */
  readonly properties?: Readonly<
    Record<
      string,
      { readonly get: (target: Value) => Value; readonly set?: (target: Value, value: Value) => void }
    >
  >;
  readonly staticProperties?: Readonly<
    Record<string, { readonly get: () => Value; readonly set?: (value: Value) => void }>
  >;
  /**
   * The class is an interface or an open class that source classes implement or extend: its methods are called on the
   * object by `name/arity` (`runtime/abi.md`), also when the object is one of the library's. `true` for all methods.
   */
  readonly virtual?: boolean;
  /** The JavaScript class that a source class extends when it extends this one (exceptions and few others). */
  readonly base?: abstract new (...args: never[]) => object;
  /** An enum: its constants are taken from the catalogue and nothing else is to be said. */
  readonly isEnum?: boolean;
}

/** Checks the shape and keeps the type: `export const stringClass = libraryClass({...})`. */
export function libraryClass(definition: LibraryClass): LibraryClass {
  return definition;
}
