import type { RuntimeType } from '../runtime/types.ts';
import type { Value } from '../library/library.ts';
import { KeyTable } from './key-table.ts';
import { ApexValue } from './value.ts';

/** A `Map<K, V>`, in order of insertion; the platform promises a fixed order only. */
export class ApexMap extends ApexValue {
  readonly type: RuntimeType;
  readonly table = new KeyTable();

  constructor(type: RuntimeType, entries: Iterable<readonly [Value, Value]> = []) {
    super();
    this.type = type;
    for (const [key, value] of entries) this.table.set(key, value);
  }

  override apexType(): RuntimeType {
    return this.type;
  }

  get size(): number {
    return this.table.size;
  }

  has(key: Value): boolean {
    return this.table.has(key);
  }

  /** The key's value, or null. */
  get(key: Value): Value {
    return this.table.get(key) ?? null;
  }

  /** Gives the value that the key had before, or null. */
  put(key: Value, value: Value): Value {
    const before = this.table.get(key) ?? null;
    this.table.set(key, value);
    return before;
  }

  /** Gives the value that the key had, or null. */
  remove(key: Value): Value {
    const before = this.table.get(key) ?? null;
    this.table.delete(key);
    return before;
  }

  clear(): void {
    this.table.clear();
  }

  keys(): IterableIterator<Value> {
    return this.table.keys();
  }

  values(): IterableIterator<Value> {
    return this.table.values();
  }

  entries(): IterableIterator<[Value, Value]> {
    return this.table.entries();
  }
}
