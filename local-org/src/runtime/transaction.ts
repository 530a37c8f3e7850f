import type { UserRights } from '../access/user-rights.ts';
import type { RecordRights } from '../data/access.ts';
import type { DataAccess, SaveOutcome } from '../data/data.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';
import type { Value } from '../library/library.ts';
import type { EnqueuedJob, JobFrame } from './jobs/job.ts';
import type { Recording } from './jobs/recording.ts';
import type { Governor } from './limits.ts';
import type { PlatformCache } from './cache.ts';
import type { EmailMessage } from './mail.ts';
import type { Program } from './program.ts';
import type { TriggerStack } from './triggers/triggers.ts';

/**
 * One Apex transaction, as library code sees it. The kernel makes it (`runtime/kernel.ts`); `currentTransaction()` of
 * `runtime/context.ts` gives the running one.
 */
export interface Transaction {
  readonly program: Program;
  readonly schema: OrgSchema;
  readonly data: DataAccess;
  readonly limits: Governor;
  readonly kind: 'synchronous' | 'queueable' | 'future' | 'batch' | 'scheduled' | 'finalizer' | 'trigger';
  /** How synchronous code was called, as a constant of `System.Quiddity`. */
  readonly entry: 'ANONYMOUS' | 'AURA' | 'REST' | 'SYNCHRONOUS';
  /** The job that runs; null where no job does. */
  readonly job: JobFrame | null;
  /** What it meets, where it may have to run anew; null where it runs once. */
  readonly recording: Recording | null;
  /** Inside of `Test.isRunningTest()`. */
  readonly test: TestState | null;
  readonly user: UserContext;
  /** What the running user may do, as of now. */
  readonly rights: UserRights;
  /** Which records the running user sees and may change, as of now. */
  readonly records: RecordRights;
  /** Is the class that runs `with sharing`, by its own words or its caller's? */
  respectsSharing(): boolean;
  readonly organization: Organization;
  /** Platform Cache; that of a test is the test's own. */
  readonly cache: PlatformCache;
  /** The trigger events that run. */
  readonly triggers: TriggerStack;
  /** What runs now; `System.now()` and CreatedDate ask it. Milliseconds since 1970. */
  now(): number;
  /** Collects `System.debug`. */
  debug(level: string, text: string): void;
  /** Sends a callout: checks limits and uncommitted work, then the mock or the org's handler answers. */
  callout(request: CalloutRequest): CalloutResponse;
  /** Queues a job; gives the id of its AsyncApexJob. */
  enqueue(job: EnqueuedJob): string;
  /** Schedules a class by a cron expression; gives the id of its CronTrigger. */
  schedule(name: string, expression: string, target: Value): string;
  /** `Database.executeBatch`: gives the id of the AsyncApexJob. */
  executeBatch(target: Value, scope: number): string;
  /** `System.scheduleBatch`: in so many minutes; gives the id of the CronTrigger. */
  scheduleBatch(target: Value, name: string, minutes: number, scope: number): string;
  /** Publishes platform events: at once or when the transaction commits. */
  publish(events: readonly SObject[], options?: PublishOptions): PublishOutcome[];
  /** Tells that records have changed, when the transaction commits; what undoes the change takes it back. */
  tell(changes: readonly SObject[]): void;
  /** Remembers what was done so far; what it gives undoes all that came after. */
  mark(): () => void;
  /** `Test.getEventBus().deliver()`: the events of the test go to their triggers now. */
  deliverEvents(): void;
  /** `Test.getEventBus().fail()`: the events that wait can't be published, and their callbacks hear of it. */
  failEvents(): void;
  /** Sends e-mails when the transaction commits. */
  send(emails: readonly EmailMessage[]): void;
  /** `System.abortJob`: by the id of an AsyncApexJob or a CronTrigger. */
  abortJob(id: string): void;
  /** Of the last 24 hours. */
  readonly asyncExecutions: { readonly used: number; readonly limit: number };
  /** Removes jobs that ended before a time, at most `limit` of them; gives how many. */
  purgeJobs(before: number, limit: number | null): number;
  /** From here to `leaveRunAs` the user is another one: a User record with an Id. Only in tests. */
  enterRunAs(user: SObject): void;
  leaveRunAs(): void;
  /** `Test.startTest()`: fresh limits, and work before it is committed. */
  startTest(): void;
  /** `Test.stopTest()`: what was queued since `startTest` runs now, each job in its own transaction. */
  stopTest(): void;
  /** Milliseconds of processor time so far; reported, never enforced. */
  cpuTime(): number;
  /** Bytes that the transaction holds, estimated (`runtime/heap.ts`). */
  heapSize(): number;
  /** The translated stack of an exception. */
  stackTrace(stack: string): string;
  stackLine(stack: string): number | null;
  /** Per-transaction store of a library class, e.g. the savepoints it gave out. */
  state<T>(key: symbol, create: () => T): T;
}

export interface PublishOptions {
  /** The statement was counted. */
  readonly isCounted?: boolean;
  /** What hears later what became of the events. */
  readonly callback?: Value;
}

export interface PublishOutcome extends SaveOutcome {
  /** Null when the event was not taken. */
  readonly eventUuid: string | null;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** ISO code. */
  readonly currency: string;
  readonly isMultiCurrency: boolean;
  readonly standardPricebookId: string;
}

export interface UserContext {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly email: string;
  readonly profileId: string;
  readonly roleId: string | null;
  /** `en_US` */
  readonly locale: string;
  readonly language: string;
  /** `America/Los_Angeles` */
  readonly timeZone: string;
  readonly userType: string;
}

/** What a test has set up: mocks by kind, and whether it is between startTest and stopTest. */
export interface TestState {
  calloutMock: Value;
  readonly seeAllData: boolean;
  isStarted: boolean;
  isStopped: boolean;
  /** `Test.setCreatedDate`, `Test.setFixedSearchResults`, ... by name. */
  readonly settings: Map<string, Value>;
  cache?: PlatformCache;
}

export interface CalloutRequest {
  readonly method: string;
  /** As set: `https://...` or `callout:Name/path`. */
  readonly endpoint: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** Milliseconds; 10,000 when not set. */
  readonly timeout: number;
  /** The HttpRequest itself, which a mock gets. */
  readonly source: Value;
}

export interface CalloutResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** The HttpResponse that a mock gave, to be handed on as it is. */
  readonly source?: Value;
}
