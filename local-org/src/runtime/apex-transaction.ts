import type { UserRights } from '../access/user-rights.ts';
import type { DataAccess } from '../data/data.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';
import { callOut } from './callout.ts';
import { throwApex } from './faults.ts';
import { HeapMeter } from './heap.ts';
import { limitsOf } from './limit-values.ts';
import { Governor, type LimitName } from './limits.ts';
import type { Org } from './org.ts';
import type { Program } from './program.ts';
import { Trace, traced } from './trace.ts';
import type {
  CalloutRequest,
  CalloutResponse,
  EnqueuedJob,
  Organization,
  TestState,
  Transaction,
  UserContext,
} from './transaction.ts';

const MOST_RUN_AS = 20;
const MICROSECONDS = 1000;

/** A job that a transaction has queued. */
export interface QueuedJob extends EnqueuedJob {
  readonly id: string;
}

export interface TransactionOptions {
  readonly kind: Transaction['kind'];
  readonly user: UserContext;
  readonly test?: TestState | null;
  /** How many jobs stand in the chain before this one. */
  readonly depth?: number;
  /** What runs, for whoever watches: `OrderController.read`. */
  readonly label?: string;
  /** Limits that differ from those of the kind. */
  readonly limits?: ReadonlyMap<LimitName, number>;
}

/** A transaction of the org: the state that the library and the data layer work on. */
export class ApexTransaction implements Transaction {
  readonly org: Org;
  readonly kind: Transaction['kind'];
  readonly test: TestState | null;
  readonly depth: number;
  readonly data: DataAccess;
  readonly jobs: QueuedJob[] = [];
  readonly log: { level: string; text: string }[] = [];
  /** What it asked, wrote and called so far. */
  readonly trace = new Trace();
  limits: Governor;
  /** A callout now would break the transaction: something was written that is not committed. */
  hasUncommittedWork = false;
  readonly #users: UserContext[];
  readonly #states = new Map<symbol, unknown>();
  #heap = new HeapMeter();
  #cpu = process.cpuUsage();
  /** What the part before `startTest` used, to go on with after `stopTest`. */
  #outer: Governor | null = null;

  constructor(org: Org, options: TransactionOptions) {
    this.org = org;
    this.kind = options.kind;
    this.test = options.test ?? null;
    this.depth = options.depth ?? 0;
    this.data = traced(org.storage.dataFor(this), this.trace);
    this.#users = [options.user];
    this.limits = new Governor(new Map([...limitsOf(this.kind), ...(options.limits ?? [])]));
  }

  get program(): Program {
    return this.org.program;
  }

  get schema(): OrgSchema {
    return this.org.schema;
  }

  get organization(): Organization {
    return this.org.organization;
  }

  get user(): UserContext {
    return this.#users.at(-1) as UserContext;
  }

  get rights(): UserRights {
    return this.org.storage.rightsOf(this.user);
  }

  now(): number {
    return this.org.now();
  }

  debug(level: string, text: string): void {
    this.log.push({ level, text });
    this.org.onDebug?.(level, text);
  }

  callout(request: CalloutRequest): CalloutResponse {
    if (this.hasUncommittedWork) {
      throwApex(
        'System.CalloutException',
        'You have uncommitted work pending. Please commit or rollback before calling out',
      );
    }
    this.checkHeap();
    this.limits.use('callouts');
    return this.trace.callout(request, () => callOut(request, this));
  }

  enqueue(job: EnqueuedJob): string {
    if (job.kind === 'future') this.#checkFuture();
    else if (this.test && this.kind === 'queueable') {
      throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
    }
    if (job.maximumDepth !== null && this.depth >= job.maximumDepth) {
      throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
    }
    if (job.signature !== null && this.jobs.some((one) => one.signature === job.signature)) {
      throwApex(
        'System.DuplicateMessageException',
        'Attempt to enqueue job with duplicate queueable signature',
      );
    }
    this.limits.use(job.kind === 'future' ? 'futureCalls' : 'queueableJobs');
    const id = this.org.registerJob(job, this.user);
    this.jobs.push({ ...job, id });
    this.hasUncommittedWork = true;
    return id;
  }

  #checkFuture(): void {
    if (this.kind !== 'future' && this.kind !== 'batch') return;
    throwApex('System.AsyncException', 'Future method cannot be called from a future or batch method');
  }

  enterRunAs(user: SObject): void {
    if (!this.test) throwApex('System.TypeException', 'System.runAs can only be used in tests.');
    if (this.#users.length > MOST_RUN_AS) throwApex('System.LimitException', 'Too many runAs calls: 21');
    this.limits.use('dmlStatements');
    // The platform saves a new user on the way.
    if (user.id === null) this.data.save({ kind: 'insert' }, [user], { access: 'system', allOrNone: true });
    this.#users.push(this.org.userContext(user));
  }

  leaveRunAs(): void {
    this.#users.pop();
  }

  startTest(): void {
    this.#outer = this.limits;
    this.limits = new Governor(limitsOf(this.kind));
    this.hasUncommittedWork = false;
    this.#heap = new HeapMeter();
  }

  stopTest(): void {
    const jobs = this.jobs.splice(0);
    this.hasUncommittedWork = false;
    for (const job of jobs) this.org.runJob(job, this.user, this.test, this.depth + 1);
    if (this.#outer) this.limits = this.#outer;
  }

  cpuTime(): number {
    const { user, system } = process.cpuUsage(this.#cpu);
    return Math.round((user + system) / MICROSECONDS);
  }

  heapSize(): number {
    return this.#heap.exact;
  }

  /** Throws the uncatchable LimitException when the transaction holds more than it may. */
  checkHeap(): void {
    const size = this.#heap.above(this.limits.maximum('heap'));
    if (size !== null) this.limits.use('heap', size);
  }

  stackTrace(stack: string): string {
    return this.org.stacks.print(this.org.stacks.frames(stack));
  }

  stackLine(stack: string): number | null {
    return this.org.stacks.frames(stack)[0]?.line ?? null;
  }

  state<T>(key: symbol, create: () => T): T {
    if (!this.#states.has(key)) this.#states.set(key, create());
    return this.#states.get(key) as T;
  }
}
