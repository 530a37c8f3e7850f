import type { Value } from '../library/library.ts';
import { copyOf } from './jobs/copy.ts';

interface Entry {
  readonly value: Value;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Platform Cache: values by partition and key. They are copies, as the platform serialises what it keeps. */
export class PlatformCache {
  readonly #partitions = new Map<string, Map<string, Entry>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `undefined` when there is none, or no longer. */
  get(partition: string, key: string): Value {
    const entries = this.#entries(partition);
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.expires > this.#now()) return copyOf(entry.value);
    entries.delete(key);
    return undefined;
  }

  /** `seconds`: how long it is kept. */
  put(partition: string, key: string, value: Value, seconds: number): void {
    this.#entries(partition).set(key, { value: copyOf(value), expires: this.#now() + seconds * 1000 });
  }

  /** False when there was none. */
  remove(partition: string, key: string): boolean {
    return this.#entries(partition).delete(key);
  }

  keys(partition: string): string[] {
    return [...this.#entries(partition).keys()].filter((key) => this.get(partition, key) !== undefined);
  }

  #entries(partition: string): Map<string, Entry> {
    const name = partition.toLowerCase();
    let entries = this.#partitions.get(name);
    if (!entries) this.#partitions.set(name, (entries = new Map()));
    return entries;
  }
}
