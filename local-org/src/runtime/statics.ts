/** An emitted class, as far as its statics go. */
export interface WithStatics {
  $: object | null;
}

/**
 * The statics of the running transaction. Every class keeps its record in its own slot `$`, so that reading one costs
 * nothing; when another transaction begins, the slots are emptied, and filled again when it ends.
 */
export class Statics {
  #initialised: WithStatics[] = [];

  /** A class has run its static code. */
  add(jsClass: WithStatics): void {
    this.#initialised.push(jsClass);
  }

  /** Runs `body` with statics of its own. */
  isolated<T>(body: () => T): T {
    const outer = this.#initialised;
    const records = outer.map((jsClass) => jsClass.$);
    for (const jsClass of outer) jsClass.$ = null;
    this.#initialised = [];
    try {
      return body();
    } finally {
      for (const jsClass of this.#initialised) jsClass.$ = null;
      outer.forEach((jsClass, index) => (jsClass.$ = records[index] ?? null));
      this.#initialised = outer;
    }
  }
}
