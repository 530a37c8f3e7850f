import type { Value } from '../library/library.ts';
import { copyOf } from './jobs/copy.ts';

interface Entry {
  readonly value: Value;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** How a partition was asked for values; times in nanoseconds. */
export interface CacheUse {
  readonly gets: number;
  readonly misses: number;
  readonly time: bigint;
  readonly longest: bigint;
}

interface Partition {
  readonly entries: Map<string, Entry>;
  use: CacheUse;
}

const UNUSED: CacheUse = { gets: 0, misses: 0, time: 0n, longest: 0n };

/** Platform Cache: values by partition and key. They are copies, as the platform serialises what it keeps. */
export class PlatformCache {
  readonly #partitions = new Map<string, Partition>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `undefined` when there is none, or no longer. */
  get(partition: string, key: string): Value {
    const start = process.hrtime.bigint();
    const value: Value = this.#valid(partition, key);
    const copy: Value = value === undefined ? undefined : copyOf(value);
    this.#count(this.#partition(partition), value === undefined, process.hrtime.bigint() - start);
    return copy;
  }

  /** `seconds`: how long it is kept. */
  put(partition: string, key: string, value: Value, seconds: number): void {
    this.#partition(partition).entries.set(key, {
      value: copyOf(value),
      expires: this.#now() + seconds * 1000,
    });
  }

  /** False when there was none. */
  remove(partition: string, key: string): boolean {
    return this.#partition(partition).entries.delete(key);
  }

  keys(partition: string): string[] {
    const { entries } = this.#partition(partition);
    return [...entries.keys()].filter((key) => this.#valid(partition, key) !== undefined);
  }

  values(partition: string): Value[] {
    return this.keys(partition).map((key): Value => this.#valid(partition, key));
  }

  useOf(partition: string): CacheUse {
    return this.#partition(partition).use;
  }

  #valid(partition: string, key: string): Value {
    const { entries } = this.#partition(partition);
    const entry = entries.get(key);
    if (!entry || entry.expires > this.#now()) return entry?.value;
    entries.delete(key);
    return undefined;
  }

  #count(partition: Partition, isMiss: boolean, time: bigint): void {
    const { gets, misses, time: before, longest } = partition.use;
    partition.use = {
      gets: gets + 1,
      misses: misses + Number(isMiss),
      time: before + time,
      longest: time > longest ? time : longest,
    };
  }

  #partition(given: string): Partition {
    const name = given.toLowerCase();
    let partition = this.#partitions.get(name);
    if (!partition) this.#partitions.set(name, (partition = { entries: new Map(), use: UNUSED }));
    return partition;
  }
}
