import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/*
 * Heap is estimated by what JavaScript itself holds: the growth of V8's heap and of external memory since the
 * transaction began. Garbage that is not yet collected counts in the quick look, so nothing is refused before a full
 * collection has confirmed it. Texts take one byte per Latin character in both worlds; objects are of the same order.
 * What the local org itself keeps while the transaction runs (schema, compiled queries) counts, too: so a transaction is
 * stopped only when it is above the limit by more than `ALLOWANCE`.
 */
// All objects of the platform, which a describe of everything makes, take 105 MB.
const ALLOWANCE = 128_000_000;

let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

function held(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/** Growth after which a collection is worth its time: each one takes as long as a thousand queries. */
const STEP = 16_000_000;

/** Measures one transaction. */
export class HeapMeter {
  readonly #start = held();
  #collected: { readonly held: number; readonly size: number } | null = null;

  /** Bytes, without a collection: quick, and too high by the garbage. */
  get quick(): number {
    return Math.max(0, held() - this.#start);
  }

  /** Bytes after a collection. */
  get exact(): number {
    collectGarbage();
    this.#collected = { held: held(), size: this.quick };
    return this.#collected.size;
  }

  /**
   * Bytes at the last collection. Code that asks before each step does not pay for a collection each time. Above a
   * little, the allowance is left out: code that keeps below a share of the limit must not stop earlier in an org that
   * has just compiled.
   */
  get recent(): number {
    const { held: before, size } = this.#collected ?? { held: this.#start, size: 0 };
    const grown = held() - before;
    const seen = grown > STEP ? this.exact : size + Math.max(0, Math.min(grown, STEP / 16));
    return Math.max(Math.min(seen, STEP / 16), seen - ALLOWANCE);
  }

  /** The exact size when it is above `limit` by more than the allowance, else null. */
  above(limit: number): number | null {
    const most = limit + ALLOWANCE;
    if (this.quick <= most) return null;
    const exact = this.exact;
    return exact > most ? exact : null;
  }
}
