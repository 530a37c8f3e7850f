import { throwApex } from '../faults.ts';

/** What an org may do asynchronously; where it says nothing, that of a Developer Edition org. */
export interface AsyncLimits {
  /** Executions of asynchronous Apex in 24 hours: queueables, futures, batch chunks, scheduled classes. */
  readonly dailyExecutions?: number;
  /** How long a chain of queueables may be where its AsyncOptions say nothing; null for no limit. */
  readonly queueableChain?: number | null;
  /** Apex classes that may be scheduled at one time. */
  readonly scheduledClasses?: number;
  /** Batch jobs that may wait in the flex queue. */
  readonly flexQueue?: number;
}

const DAY = 86_400_000;
const DEFAULTS = { dailyExecutions: 250_000, queueableChain: 5, scheduledClasses: 100, flexQueue: 100 };

/** Counts asynchronous executions over the last 24 hours. */
export class AsyncAllowance {
  readonly limits: Required<AsyncLimits>;
  /** Time and amount, oldest first. */
  readonly #used: { readonly at: number; amount: number }[] = [];

  constructor(limits: AsyncLimits = {}) {
    this.limits = { ...DEFAULTS, ...limits };
  }

  /** How many the last 24 hours have seen. */
  used(now: number): number {
    while (this.#used[0] && this.#used[0].at <= now - DAY) this.#used.shift();
    return this.#used.reduce((sum, { amount }) => sum + amount, 0);
  }

  /** Throws `System.AsyncException` when that would be too many. */
  use(now: number, amount = 1): void {
    if (this.used(now) + amount > this.limits.dailyExecutions) {
      throwApex('System.AsyncException', 'Rate Limiting Exception : AsyncApexExecutions Limit exceeded.');
    }
    const last = this.#used.at(-1);
    // One entry per minute is exact enough for a day.
    if (last && now - last.at < 60_000) last.amount += amount;
    else this.#used.push({ at: now, amount });
  }
}
