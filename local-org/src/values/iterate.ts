import { currentTransaction } from '../runtime/context.ts';
import { throwApex } from '../runtime/faults.ts';
import type { RuntimeType } from '../runtime/types.ts';
import type { Value } from '../library/library.ts';
import { PlatformObject } from './value.ts';

/** A `System.Iterator` over elements of the library. */
export class ValueIterator extends PlatformObject {
  readonly #element: RuntimeType | null;
  readonly #elements: Iterator<Value>;
  #next: IteratorResult<Value>;

  constructor(element: RuntimeType | undefined, elements: Iterable<Value>) {
    super();
    this.#element = element ?? null;
    this.#elements = elements[Symbol.iterator]();
    this.#next = this.#elements.next();
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(`System.Iterator<${this.#element?.name ?? 'Object'}>`);
  }

  'hasnext/0'(): boolean {
    return this.#next.done !== true;
  }

  /** Throws `System.NoSuchElementException` after the last one. */
  'next/0'(): Value {
    if (this.#next.done) throwApex('System.NoSuchElementException', 'Iterator has no more elements.');
    const { value } = this.#next;
    this.#next = this.#elements.next();
    return value;
  }
}

/** What counts the loops that run over it. */
interface Guarded {
  begin(): void;
  end(): void;
}

/**
 * Runs over elements and tells their owner when it is done or left early. A generator would
 * cost several times as much.
 */
export class GuardedCursor implements IterableIterator<Value> {
  readonly #owner: Guarded;
  readonly #elements: Iterator<Value>;
  #isOpen = true;

  constructor(owner: Guarded, elements: Iterator<Value>) {
    this.#owner = owner;
    this.#elements = elements;
    owner.begin();
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Value> {
    const result = this.#elements.next();
    if (result.done) this.#close();
    return result;
  }

  return(): IteratorResult<Value> {
    this.#close();
    return { done: true, value: undefined };
  }

  #close(): void {
    if (this.#isOpen) this.#owner.end();
    this.#isOpen = false;
  }
}

/**
 * The elements for Apex's `for (T element : collection)`: of a list, a set, or anything that implements Iterable.
 * A list or set that changes its size inside of the loop throws `System.FinalException`, in every API version (the
 * platform lets sets pass below 62.0).
 */
export function iterate(collection: Value): Iterable<Value> {
  return typeof collection.iterate === 'function' ? collection.iterate() : drain(collection['iterator/0']());
}

/** What an Apex iterator has left. */
export function* drain(iterator: Value): Generator<Value, void> {
  while (iterator['hasnext/0']()) yield iterator['next/0']();
}
