import { throwApex } from '../runtime/faults.ts';
import type { RuntimeType } from '../runtime/types.ts';
import type { Value } from '../library/library.ts';
import { KeyTable } from './key-table.ts';
import { ValueIterator } from './iterate.ts';
import { ApexValue } from './value.ts';

/**
 * A `Set<T>`. Elements come in the order in which they were added; the platform promises a fixed order only. The key
 * set of a map shares the map's table, so that removing from it removes from the map.
 */
export class ApexSet extends ApexValue {
  readonly type: RuntimeType;
  readonly table: KeyTable;
  readonly #isView: boolean;

  /** `keysOf`: the set is the view of a map's keys and takes no elements itself. */
  constructor(type: RuntimeType, elements: Iterable<Value> = [], keysOf: KeyTable | null = null) {
    super();
    this.type = type;
    this.table = keysOf ?? new KeyTable();
    this.#isView = false;
    for (const element of elements) this.table.set(element, true);
    this.#isView = keysOf !== null;
  }

  override apexType(): RuntimeType {
    return this.type;
  }

  get size(): number {
    return this.table.size;
  }

  has(value: Value): boolean {
    return this.table.has(value);
  }

  /** Gives whether the set changed. Throws `System.FinalException: Collection is read-only` for a map's key set. */
  add(value: Value): boolean {
    if (this.#isView) throwApex('System.FinalException', 'Collection is read-only');
    const before = this.table.size;
    this.table.set(value, true);
    return this.table.size > before;
  }

  /** Gives whether the set changed. */
  delete(value: Value): boolean {
    return this.table.delete(value);
  }

  clear(): void {
    this.table.clear();
  }

  /** The elements; the set may be changed meanwhile. */
  values(): IterableIterator<Value> {
    return this.table.keys();
  }

  'iterator/0'(): ValueIterator {
    return new ValueIterator(this.type.arguments[0], this.table.keys());
  }

  iterate(): IterableIterator<Value> {
    return this.table.iterate();
  }
}
