import { throwLimit } from './faults.ts';

/** Names and amounts: `System.Limits`, and the platform's published per-transaction limits. */
export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'aggregateQueries'
  | 'queryLocatorRows'
  | 'soslQueries'
  | 'dmlStatements'
  | 'dmlRows'
  | 'callouts'
  | 'calloutTime'
  | 'heap'
  | 'cpuTime'
  | 'queueableJobs'
  | 'futureCalls'
  | 'emailInvocations'
  | 'mobilePushes'
  | 'savepoints'
  | 'savepointRollbacks'
  | 'publishImmediate'
  | 'cursors'
  | 'cursorRows'
  | 'cursorFetches'
  | 'paginationCursors'
  | 'paginationCursorRows'
  | 'asyncCalls';

/** Counts what a transaction uses and stops it at the limit with an uncatchable LimitException. */
export class Governor {
  readonly #used = new Map<LimitName, number>();
  readonly #maximum: ReadonlyMap<LimitName, number>;

  constructor(maximum: ReadonlyMap<LimitName, number>) {
    this.#maximum = maximum;
  }

  /** Adds to what is used. Throws `System.LimitException` when that is more than the limit. */
  use(name: LimitName, amount = 1): void {
    const used = this.used(name) + amount;
    this.#used.set(name, used);
    if (used > this.maximum(name)) throwLimit(name, used, this.maximum(name));
  }

  used(name: LimitName): number {
    return this.#used.get(name) ?? 0;
  }

  maximum(name: LimitName): number {
    return this.#maximum.get(name) ?? 0;
  }
}
