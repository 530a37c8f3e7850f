/**
 * A map by API name whose values are made when they are first asked for. Keys are in lower case; `get` and `has` take
 * any case, and inside a namespace the name without its prefix.
 */
export class NameMap<V> implements ReadonlyMap<string, V> {
  readonly #values = new Map<string, V>();
  readonly #makers = new Map<string, () => V>();
  readonly #prefix: string | null;

  /** `namespace`: of the project, or null. */
  constructor(namespace: string | null) {
    this.#prefix = namespace ? `${namespace.toLowerCase()}__` : null;
  }

  /** Adds or replaces a value that is there already. */
  set(name: string, value: V): this {
    return this.define(name, () => value);
  }

  /** Adds or replaces a value that `make` gives when it is first asked for. */
  define(name: string, make: () => V): this {
    const key = name.toLowerCase();
    this.#values.delete(key);
    this.#makers.set(key, make);
    return this;
  }

  get size(): number {
    return this.#makers.size;
  }

  has(name: string): boolean {
    return this.#find(name) !== null;
  }

  get(name: string): V | undefined {
    const key = this.#find(name);
    return key === null ? undefined : this.#value(key);
  }

  keys(): MapIterator<string> {
    return this.#makers.keys();
  }

  *values(): MapIterator<V> {
    for (const key of this.#makers.keys()) yield this.#value(key);
  }

  *entries(): MapIterator<[string, V]> {
    for (const key of this.#makers.keys()) yield [key, this.#value(key)];
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(action: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) action(value, key, this);
  }

  #find(name: string): string | null {
    const key = name.toLowerCase();
    if (this.#makers.has(key)) return key;
    if (!this.#prefix) return null;
    return this.#makers.has(this.#prefix + key) ? this.#prefix + key : null;
  }

  #value(key: string): V {
    let value = this.#values.get(key);
    if (value === undefined) {
      value = (this.#makers.get(key) as () => V)();
      this.#values.set(key, value);
    }
    return value;
  }
}
