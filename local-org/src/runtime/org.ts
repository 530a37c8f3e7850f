import { mayUseClass } from '../access/class-access.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { UserRights } from '../access/user-rights.ts';
import type { RecordRights } from '../data/access.ts';
import type { CredentialStore, NewExternalCredential } from '../data/credentials.ts';
import type { DataAccess } from '../data/data.ts';
import type { ExternalCredentialModel, NamedCredentialModel, OrgSchema } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';
import type { ApexException } from '../values/exception.ts';
import { ApexTransaction, type TransactionOptions } from './apex-transaction.ts';
import type { CalloutHandler } from './callout.ts';
import { inTransaction } from './context.ts';
import { transactionEntry } from './entry.ts';
import { asApexException, dying } from './faults.ts';
import { EventBus } from './events/event-bus.ts';
import type { Triggers } from './triggers/triggers.ts';
import { AsyncAllowance, type AsyncLimits } from './jobs/allowance.ts';
import { RowLocks } from './jobs/locks.ts';
import { JobQueue } from './jobs/queue.ts';
import type { JobRows } from './jobs/rows.ts';
import { Helm, type SetAside } from './jobs/steering.ts';
import { PlatformCache } from './cache.ts';
import type { SentEmail } from './mail.ts';
import type { StackTranslator } from './stack.ts';
import type { Statics } from './statics.ts';
import type { Runtime } from './support/runtime.ts';
import type { Organization, UserContext } from './transaction.ts';

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
  readonly triggers: Triggers;
  readonly asyncLimits: AsyncLimits;
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
  /** The same for a transaction that may stand still: `body` gets what sets its work aside for a while. */
  commitSteered<T>(body: (setAside: SetAside) => T): T;
  /** Is called when what the running transaction wrote last is undone. */
  onUndo(undo: () => void): void;
  /** What it gives undoes what was written since. */
  mark(): () => void;
  /** Runs `body` and undoes what it wrote. */
  discard<T>(body: () => T): T;
  /** From here on everything is undone when the function it gives is called. `hidesData`: tests begin without data. */
  open(options: { readonly hidesData: boolean }): () => void;
  userContext(id: string): UserContext;
  /** False, too, when there is no such user. */
  isActive(userId: string): boolean;
  /** Has a trace flag switched the user's debug log on? */
  isTraced(userId: string, now: number): boolean;
  /** By user name; null when there is none. */
  userNamed(name: string): UserContext | null;
  /** The user of what nobody asked for, e.g. triggers of platform events. */
  automatedProcess(): UserContext;
  /** The user of who comes to a site without a session. */
  siteGuest(): UserContext;
  /** What a user may do, as of now. */
  rightsOf(user: UserContext): UserRights;
  /** Of the ApexClass record of one of the project's classes; null when there is none. */
  classId(name: string): string | null;
  /** Which records a user sees, as of now. */
  recordAccessOf(user: UserContext): RecordRights;
  readonly rows: JobRows;
  readonly credentials: CredentialStore;
  /** Labels of objects whose records were given up, because the schema has changed. */
  readonly reset: readonly string[];
  /** Key prefixes of the objects that may have records, by name. */
  keyPrefixes(): ReadonlyMap<string, string>;
  /** Gives the database to another storage; this one is done. */
  handOver(): DatabaseSync;
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
  readonly jobs = new JobQueue(this);
  readonly events = new EventBus(this);
  readonly triggers: Triggers;
  /** The e-mails that Apex has sent; they go nowhere. Tests send none. */
  readonly outbox: SentEmail[] = [];
  readonly cache = new PlatformCache(() => this.now());
  readonly locks = new RowLocks();
  readonly allowance: AsyncAllowance;
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
    this.triggers = parts.triggers;
    this.allowance = new AsyncAllowance(parts.asyncLimits);
  }

  /** By name in any case: one that was added, or of the metadata. */
  externalCredential(name: string): ExternalCredentialModel | null {
    return this.storage.credentials.external(name);
  }

  /**
   * Adds an external credential, or replaces the one of that name. Gives it with the ids of its principals, which
   * `SetupEntityAccess` opens to users; a principal that was there keeps its id.
   */
  addExternalCredential(credential: NewExternalCredential): ExternalCredentialModel {
    return this.storage.credentials.putExternal(credential);
  }

  /** May the user call this class from outside? A name without the project's namespace; false when there is none. */
  mayUseClass(user: UserContext, className: string): boolean {
    const id = this.storage.classId(className);
    return id !== null && mayUseClass(this.storage.rightsOf(user), id);
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

  /**
   * Runs `body` as one transaction: statics and limits of its own, undone when it throws. The outcome has the exception
   * of Apex; a defect of the local org is thrown. A job of a test has the statics of the test, as on the platform.
   */
  transact<T>(options: TransactionOptions, body: () => T): Outcome<T> {
    const start = performance.now();
    const transaction = new ApexTransaction(this, options);
    const attempt = (): Outcome<T> => this.#attempt(transaction, body);
    const sharesStatics = Boolean(options.test) && options.job !== undefined;
    const outcome = inTransaction(transaction, () =>
      sharesStatics ? attempt() : this.#statics.isolated(attempt),
    );
    this.onTransaction?.({ options, outcome, milliseconds: performance.now() - start });
    if (!outcome.exception && !options.test) this.outbox.push(...transaction.emails);
    if (!outcome.exception && !options.test && !options.job) this.jobs.add(transaction.tasks.splice(0));
    return outcome;
  }

  /** `System.DmlException: ...`, as Apex prints it. */
  describe(exception: ApexException): string {
    const transaction = new ApexTransaction(this, {
      kind: 'synchronous',
      user: this.storage.administrator,
    });
    return inTransaction(transaction, () => exception['tostring/0']());
  }

  #attempt<T>(transaction: ApexTransaction, body: () => T): Outcome<T> {
    dying.now = false;
    try {
      const value = this.#commit(transaction, () => {
        const result = transactionEntry(body);
        transaction.checkHeap();
        transaction.helm?.commit();
        transaction.queueEvents();
        return result;
      });
      return { value, exception: null, transaction };
    } catch (error) {
      transaction.tasks.splice(0);
      return { value: null, exception: asApexException(error), transaction };
    } finally {
      this.locks.release(transaction);
      dying.now = false;
    }
  }

  #commit<T>(transaction: ApexTransaction, body: () => T): T {
    const { steering } = transaction;
    if (!steering) return this.storage.commit(body);
    return this.storage.commitSteered((setAside) => {
      transaction.helm = new Helm(steering, setAside);
      return body();
    });
  }
}
