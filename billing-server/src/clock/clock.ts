/** The tenant's clock: real time, moved by an offset, or standing still. */
import type { Store } from '../store/store.ts';
import type { Instant } from './zone.ts';

type State = { readonly frozenAt: Instant } | { readonly offset: number };

const SETTING = 'clock';

/** Tells the tenant's time; kept in the data file. */
export class TenantClock {
  readonly #store: Store;
  #state: State;
  #working: Instant | undefined;

  constructor(store: Store) {
    this.#store = store;
    const saved = store.setting(SETTING);
    this.#state = saved === undefined ? { offset: 0 } : (JSON.parse(saved) as State);
  }

  /** While due work runs, the moment at which it was due. */
  now(): Instant {
    if (this.#working !== undefined) return this.#working;
    if ('frozenAt' in this.#state) return this.#state.frozenAt;
    return new Date(Date.now() + this.#state.offset).toISOString();
  }

  get isFrozen(): boolean {
    return 'frozenAt' in this.#state;
  }

  /** Sets the time without doing what became due. A frozen clock stands still until it is set again. */
  set(instant: Instant, frozen: boolean): void {
    this.#state = frozen ? { frozenAt: instant } : { offset: Date.parse(instant) - Date.now() };
    this.#store.saveSetting(SETTING, JSON.stringify(this.#state));
  }

  /** Does work as if it were another moment. */
  at<Result>(instant: Instant, work: () => Result): Result {
    const before = this.#working;
    this.#working = instant;
    try {
      return work();
    } finally {
      this.#working = before;
    }
  }
}
