import type { UserRights } from '../access/user-rights.ts';
import type { DataAccess } from '../data/data.ts';
import type { NamedCredentialModel, OrgSchema } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';
import { QueueableContext } from '../library/async/queueable.ts';
import type { ApexException } from '../values/exception.ts';
import { ApexTransaction, type QueuedJob, type TransactionOptions } from './apex-transaction.ts';
import type { CalloutHandler } from './callout.ts';
import { inTransaction } from './context.ts';
import { asApexException, dying } from './faults.ts';
import type { StackTranslator } from './stack.ts';
import type { Statics } from './statics.ts';
import type { Runtime } from './support/runtime.ts';
import type { EnqueuedJob, Organization, TestState, UserContext } from './transaction.ts';

/** What an org is made of. */
export interface OrgParts {
  readonly schema: OrgSchema;
  readonly program: Runtime;
  readonly statics: Statics;
  readonly stacks: StackTranslator;
  readonly storage: Storage;
  readonly callouts: CalloutHandler;
  readonly testCallouts: CalloutHandler | null;
  readonly clock: () => number;
}

/** The data layer, as far as the org steers it. */
export interface Storage {
  /** The data as one transaction sees them. */
  dataFor(transaction: ApexTransaction): DataAccess;
  close(): void;
  readonly organization: Organization;
  readonly administrator: UserContext;
  /** Runs `body` and keeps what it wrote when it returns; an exception undoes it. */
  commit<T>(body: () => T): T;
  /** Runs `body` and undoes what it wrote. */
  discard<T>(body: () => T): T;
  /** From here on everything is undone when the function it gives is called. */
  open(): () => void;
  userContext(id: string): UserContext;
  /** What a user may do, as of now. */
  rightsOf(user: UserContext): UserRights;
  /** Writes an AsyncApexJob; gives its id. */
  addJob(job: EnqueuedJob, user: UserContext): string;
  setJobStatus(id: string, status: 'Processing' | 'Completed' | 'Failed', message: string | null): void;
}

/** How a transaction ended. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly exception: ApexException | null;
  readonly transaction: ApexTransaction;
}

/** A transaction as its observers see it. */
export interface EndedTransaction {
  readonly options: TransactionOptions;
  readonly outcome: Outcome<unknown>;
  readonly milliseconds: number;
}

/** A running org: transactions one after another over one store. */
export class Org {
  readonly schema: OrgSchema;
  readonly program: Runtime;
  readonly stacks: StackTranslator;
  readonly storage: Storage;
  readonly callouts: CalloutHandler;
  readonly testCallouts: CalloutHandler | null;
  /** Named credentials that were added to those of the metadata, by name in lower case. */
  readonly credentials = new Map<string, NamedCredentialModel>();
  /** Jobs of committed transactions that have not run. */
  readonly queue: QueuedJob[] = [];
  onDebug: ((level: string, text: string) => void) | null = null;
  /** Told of each transaction that has ended, tests included. */
  onTransaction: ((ended: EndedTransaction) => void) | null = null;
  readonly #statics: Statics;
  readonly #clock: () => number;

  constructor(parts: OrgParts) {
    this.schema = parts.schema;
    this.program = parts.program;
    this.stacks = parts.stacks;
    this.storage = parts.storage;
    this.callouts = parts.callouts;
    this.testCallouts = parts.testCallouts;
    this.#statics = parts.statics;
    this.#clock = parts.clock;
  }

  get organization(): Organization {
    return this.storage.organization;
  }

  now(): number {
    return this.#clock();
  }

  userContext(user: SObject): UserContext {
    return this.storage.userContext(user.id ?? '');
  }

  registerJob(job: EnqueuedJob, user: UserContext): string {
    return this.storage.addJob(job, user);
  }

  /**
   * Runs `body` as one transaction: statics and limits of its own, undone when it throws. The outcome has the exception
   * of Apex; a defect of the local org is thrown. A job of a test has the statics of the test, as on the platform.
   */
  transact<T>(options: TransactionOptions, body: () => T): Outcome<T> {
    const start = performance.now();
    const transaction = new ApexTransaction(this, options);
    const attempt = (): Outcome<T> => this.#attempt(transaction, body);
    const sharesStatics = Boolean(options.test) && ['queueable', 'future'].includes(options.kind);
    const outcome = inTransaction(transaction, () =>
      sharesStatics ? attempt() : this.#statics.isolated(attempt),
    );
    this.onTransaction?.({ options, outcome, milliseconds: performance.now() - start });
    if (!outcome.exception && !options.test) this.queue.push(...transaction.jobs.splice(0));
    return outcome;
  }

  /** Runs a queued job in its own transaction; a failure is kept on the job and thrown in a test. */
  runJob(job: QueuedJob, user: UserContext, test: TestState | null, depth: number): void {
    this.storage.setJobStatus(job.id, 'Processing', null);
    const outcome = this.transact({ kind: job.kind, user, test, depth }, () =>
      job.target['execute/1'](new QueueableContext(job.id)),
    );
    const status = outcome.exception ? 'Failed' : 'Completed';
    this.storage.setJobStatus(job.id, status, outcome.exception ? outcome.exception['getmessage/0']() : null);
    if (outcome.exception && test) throw outcome.exception;
  }

  /** Runs what waits, in order, and what it queues, until nothing waits. */
  runQueue(): void {
    for (let job = this.queue.shift(); job; job = this.queue.shift()) {
      this.runJob(job, this.storage.administrator, null, 1);
    }
  }

  #attempt<T>(transaction: ApexTransaction, body: () => T): Outcome<T> {
    dying.now = false;
    try {
      const value = this.storage.commit(() => {
        const result = body();
        transaction.checkHeap();
        return result;
      });
      return { value, exception: null, transaction };
    } catch (error) {
      return { value: null, exception: asApexException(error), transaction };
    } finally {
      dying.now = false;
    }
  }
}
