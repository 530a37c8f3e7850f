import { throwApex } from '../runtime/faults.ts';
import type { Value } from '../library/library.ts';
import { FIRST_LOOK, lookAt } from './held-size.ts';
import { GuardedCursor } from './iterate.ts';
import { hashOf, hasOwnEquality, strictEquals } from './equality.ts';

/**
 * What is behind Set and Map: Apex keys and their values in order of insertion. A primitive is its own key in the
 * JavaScript map; of several equal objects the first one stands for all, found by hash code and equality.
 */
export class KeyTable {
  readonly #entries = new Map<Value, Value>();
  #buckets: Map<number, Value[]> | null = null;
  #iterations = 0;
  /** At how many keys it is time to look at what they and their values hold. */
  #nextLook = FIRST_LOOK;

  get size(): number {
    return this.#entries.size;
  }

  /** The value of a key; `undefined` when there is none. */
  get(key: Value): Value {
    return this.#entries.get(hasOwnEquality(key) ? this.#find(key) : key);
  }

  has(key: Value): boolean {
    return this.#entries.has(hasOwnEquality(key) ? this.#find(key) : key);
  }

  /** Throws `System.FinalException` while the collection is iterated and the key is new. */
  set(key: Value, value: Value): void {
    const known = hasOwnEquality(key) ? this.#intern(key) : key;
    if (this.#iterations > 0 && !this.#entries.has(known)) throwIterated();
    this.#entries.set(known, value);
    if (this.#entries.size >= this.#nextLook) this.#nextLook = lookAt(this.#held(), this.#entries.size);
  }

  /** A set has `true` for each key. */
  *#held(): Generator<Value, void> {
    for (const [key, value] of this.#entries) {
      yield key;
      if (value !== true) yield value;
    }
  }

  /** Gives whether the key was there. Throws `System.FinalException` while the collection is iterated. */
  delete(key: Value): boolean {
    if (this.#iterations > 0) throwIterated();
    const known = hasOwnEquality(key) ? this.#find(key) : key;
    if (!this.#entries.delete(known)) return false;
    if (hasOwnEquality(key)) this.#forget(key, known);
    return true;
  }

  /** Throws `System.FinalException` while the collection is iterated. */
  clear(): void {
    if (this.#iterations > 0) throwIterated();
    this.#entries.clear();
    this.#buckets = null;
  }

  keys(): MapIterator<Value> {
    return this.#entries.keys();
  }

  values(): MapIterator<Value> {
    return this.#entries.values();
  }

  entries(): MapIterator<[Value, Value]> {
    return this.#entries.entries();
  }

  /** The keys for a `for` loop: the table must not be changed before the last one or a `break`. */
  iterate(): IterableIterator<Value> {
    return new GuardedCursor(this, this.#entries.keys());
  }

  /** A loop over the keys begins. */
  begin(): void {
    this.#iterations += 1;
  }

  /** A loop over the keys has ended. */
  end(): void {
    this.#iterations -= 1;
  }

  /** `undefined` can't be a key, so it stands for "none". */
  #find(key: Value): Value {
    return this.#buckets?.get(hashOf(key))?.find((other) => strictEquals(other, key));
  }

  #intern(key: Value): Value {
    const hash = hashOf(key);
    this.#buckets ??= new Map();
    const bucket = this.#buckets.get(hash);
    if (!bucket) {
      this.#buckets.set(hash, [key]);
      return key;
    }
    const known = bucket.find((other) => strictEquals(other, key));
    if (known === undefined) bucket.push(key);
    return known ?? key;
  }

  #forget(key: Value, known: Value): void {
    const hash = hashOf(key);
    const rest = (this.#buckets?.get(hash) ?? []).filter((other) => other !== known);
    if (rest.length > 0) this.#buckets?.set(hash, rest);
    else this.#buckets?.delete(hash);
  }
}

/** Throws what the platform throws when a collection is changed inside of a loop over it. */
export function throwIterated(): never {
  return throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
}
