import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/*
 * Heap is estimated by what JavaScript itself holds: the growth of V8's heap and of external memory since the
 * transaction began. Garbage that is not yet collected counts in the quick look, so nothing is refused before a full
 * collection has confirmed it. Texts take one byte per Latin character in both worlds; objects are of the same order.
 */
let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Measures one transaction. */
export class HeapMeter {
  readonly #start = held();

  /** Bytes, without a collection: quick, and too high by the garbage. */
  get quick(): number {
    return Math.max(0, held() - this.#start);
  }

  /** Bytes after a collection. */
  get exact(): number {
    collectGarbage();
    return this.quick;
  }

  /** The exact size when the quick one is above `limit`, else null. */
  above(limit: number): number | null {
    if (this.quick <= limit) return null;
    const exact = this.exact;
    return exact > limit ? exact : null;
  }
}
