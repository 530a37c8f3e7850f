import type { LocalOrg } from '../../local-org/src/index.ts';

/** What transactions cost. */
export interface Counts {
  readonly transactions: number;
  /** What follows a job, however it ends; no transaction of the count above, since it does nothing where all is well. */
  readonly finalizers: number;
  readonly callouts: number;
  readonly queries: number;
  /** DML statements, and the rows of all of them. */
  readonly writes: number;
  readonly rows: number;
  /** Exceptions that ended a transaction. */
  readonly failures: readonly string[];
}

const NONE: Counts = {
  transactions: 0,
  finalizers: 0,
  callouts: 0,
  queries: 0,
  writes: 0,
  rows: 0,
  failures: [],
};

/** Counts all transactions of an org from now on. */
export class Counter {
  #counts: Counts = NONE;

  constructor({ kernel }: LocalOrg) {
    kernel.onTransaction = ({ options: { kind }, outcome: { transaction, exception } }) => {
      const { limits } = transaction;
      const before = this.#counts;
      this.#counts = {
        transactions: before.transactions + (kind === 'finalizer' ? 0 : 1),
        finalizers: before.finalizers + (kind === 'finalizer' ? 1 : 0),
        callouts: before.callouts + limits.used('callouts'),
        queries: before.queries + limits.used('queries'),
        writes: before.writes + limits.used('dmlStatements'),
        rows: before.rows + limits.used('dmlRows'),
        failures: exception ? [...before.failures, kernel.describe(exception)] : before.failures,
      };
    };
  }

  /** The counts since it was asked last. */
  take(): Counts {
    const counts = this.#counts;
    this.#counts = NONE;
    return counts;
  }
}
