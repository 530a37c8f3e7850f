import type { UserRights } from '../access/user-rights.ts';
import type { RecordRights } from '../data/access.ts';
import type { DataAccess } from '../data/data.ts';
import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import type { SObject } from '../values/sobject.ts';
import { callOut } from './callout.ts';
import { throwApex } from './faults.ts';
import { HeapMeter } from './heap.ts';
import { limitsOf } from './limit-values.ts';
import { Governor, type LimitName } from './limits.ts';
import { PlatformCache } from './cache.ts';
import type { EmailMessage, SentEmail } from './mail.ts';
import { MixedDml } from './mixed-dml.ts';
import type { Org } from './org.ts';
import { isImmediate } from './events/event-bus.ts';
import { EventOutbox, type Publication } from './events/event-outbox.ts';
import { callbackTasks } from './events/publish-callback.ts';
import { BatchStart, isWaitingBatch, newBatch, ScheduledBatch } from './jobs/batch.ts';
import { cronAt, CronError, CronExpression } from './jobs/cron.ts';
import { copyOf } from './jobs/copy.ts';
import type { EnqueuedJob, JobFrame, Task } from './jobs/job.ts';
import { className } from './jobs/job.ts';
import { QueueableTask } from './jobs/queueable.ts';
import type { Recording } from './jobs/recording.ts';
import { runInTest } from './jobs/queue.ts';
import { ScheduledTask } from './jobs/scheduled.ts';
import type { Helm, Steering } from './jobs/steering.ts';
import type { Value } from '../library/library.ts';
import type { Program } from './program.ts';
import { respectsSharing } from './sharing-mode.ts';
import { Trace, traced } from './trace.ts';
import { Uncommitted } from './uncommitted.ts';
import { TriggerStack } from './triggers/triggers.ts';
import type {
  CalloutRequest,
  CalloutResponse,
  Organization,
  PublishOptions,
  PublishOutcome,
  TestState,
  Transaction,
  UserContext,
} from './transaction.ts';

const MOST_RUN_AS = 20;
const MINUTE = 60_000;
const NO_TRIGGER_CALLOUTS = 'Callout from triggers are currently not supported.';
/** How often in a row a Finalizer may queue a failed job again. */
const MOST_RETRIES = 5;
/** What `System.purgeOldAsyncJobs` removes at once. */
const MOST_PURGED = 100_000;
const MICROSECONDS = 1000;

/** What one `System.debug` wrote. */
export interface LogLine {
  readonly level: string;
  readonly text: string;
}

export interface TransactionOptions {
  readonly kind: Transaction['kind'];
  /** By default `SYNCHRONOUS`. */
  readonly entry?: Transaction['entry'];
  readonly user: UserContext;
  readonly test?: TestState | null;
  /** What runs, for whoever watches: `OrderController.read`. */
  readonly label?: string;
  /** Limits that differ from those of the kind. */
  readonly limits?: ReadonlyMap<LimitName, number>;
  readonly job?: JobFrame | null;
  readonly steering?: Steering | null;
  /** Where `System.debug` writes; by default a list that only the transaction has. */
  readonly log?: LogLine[];
}

/** A transaction of the org: the state that the library and the data layer work on. */
export class ApexTransaction implements Transaction {
  readonly org: Org;
  readonly kind: Transaction['kind'];
  readonly entry: Transaction['entry'];
  readonly test: TestState | null;
  readonly job: JobFrame | null;
  readonly steering: Steering | null;
  /** Acts at the moments that the steering names; null for a transaction that runs through. */
  helm: Helm | null = null;
  readonly data: DataAccess;
  /** What the transaction has queued. */
  readonly tasks: Task[] = [];
  /** What it sends when it commits. */
  readonly emails: SentEmail[] = [];
  readonly log: LogLine[];
  readonly triggers = new TriggerStack();
  /** What it asked, wrote and called so far. */
  readonly trace = new Trace();
  limits: Governor;
  readonly uncommitted = new Uncommitted();
  readonly #outbox = new EventOutbox();
  readonly #users: UserContext[];
  /** What was written, apart for each `System.runAs`. */
  readonly #mixed = [new MixedDml()];
  readonly #states = new Map<symbol, unknown>();
  #heap = new HeapMeter();
  #cpu = process.cpuUsage();
  /** What the part before `startTest` used, to go on with after `stopTest`. */
  #outer: Governor | null = null;

  constructor(org: Org, options: TransactionOptions) {
    this.org = org;
    this.kind = options.kind;
    this.entry = options.entry ?? 'SYNCHRONOUS';
    this.test = options.test ?? null;
    this.job = options.job ?? null;
    this.steering = options.steering ?? null;
    this.log = options.log ?? [];
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

  get recording(): Recording | null {
    return this.steering?.recording ?? null;
  }

  get user(): UserContext {
    return this.#users.at(-1) as UserContext;
  }

  get rights(): UserRights {
    return this.org.storage.rightsOf(this.user);
  }

  get records(): RecordRights {
    return this.org.storage.recordAccessOf(this.user);
  }

  respectsSharing(): boolean {
    return respectsSharing(this.org.stacks, this.org.program);
  }

  now(): number {
    return this.recording ? this.recording.chance('clock', () => this.org.now()) : this.org.now();
  }

  debug(level: string, text: string): void {
    this.log.push({ level, text });
    this.org.onDebug?.(level, text);
  }

  callout(request: CalloutRequest): CalloutResponse {
    const refusal = this.triggers.depth > 0 ? NO_TRIGGER_CALLOUTS : (this.job?.calloutRefusal ?? null);
    if (refusal !== null) throwApex('System.CalloutException', refusal);
    if (this.uncommitted.isPending) {
      throwApex(
        'System.CalloutException',
        'You have uncommitted work pending. Please commit or rollback before calling out',
      );
    }
    this.checkHeap();
    this.limits.use('callouts');
    const response = this.trace.callout(request, () => callOut(request, this));
    this.helm?.callout();
    return response;
  }

  enqueue(job: EnqueuedJob): string {
    if (job.kind === 'future') this.#checkFuture();
    else this.#checkChain(job);
    this.#checkSignature(job);
    this.limits.use(job.kind === 'future' ? 'futureCalls' : 'queueableJobs');
    if (!this.test) this.org.allowance.use(this.now());
    const type = job.kind === 'future' ? 'Future' : 'Queueable';
    const id = this.org.storage.rows.add(type, className(job.target), this.user.id);
    const isRepeated = this.kind === 'finalizer' && job.kind === 'queueable';
    this.#queue(
      new QueueableTask(
        { ...job, maximumDepth: job.maximumDepth ?? this.job?.maximumDepth ?? null },
        {
          id,
          user: this.user,
          due: this.now() + job.delay * MINUTE,
          depth: (this.job?.depth ?? 0) + 1,
          failures: isRepeated ? (this.job?.failures ?? 0) : 0,
        },
      ),
    );
    return id;
  }

  /** What a rollback undoes does not run. */
  #queue(task: Task): void {
    this.#addUndoable(this.tasks, task);
    this.uncommitted.addWork();
  }

  #addUndoable<T>(list: T[], item: T): void {
    list.push(item);
    this.org.storage.onUndo(() => {
      const place = list.indexOf(item);
      if (place >= 0) list.splice(place, 1);
    });
  }

  schedule(name: string, expression: string, target: Value): string {
    const { rows } = this.org.storage;
    this.#checkScheduleName(name);
    const most = this.org.allowance.limits.scheduledClasses;
    if (rows.schedules() >= most) {
      throwApex(
        'System.AsyncException',
        `You have exceeded the maximum number (${most}) of Apex scheduled jobs.`,
      );
    }
    const { timeZone, id: userId } = this.user;
    const cron = cronOf(expression);
    const next = cron.next(this.now(), timeZone);
    if (next === null) {
      throwApex(
        'System.AsyncException',
        `Based on configured schedule, the given trigger '${name}' will never fire.`,
      );
    }
    const id = rows.addSchedule({ name, expression, timeZone, next, userId });
    this.#queue(new ScheduledTask({ id, target: copyOf(target), cron, user: this.user }, next));
    return id;
  }

  publish(
    events: readonly SObject[],
    { isCounted = false, callback = null }: PublishOptions = {},
  ): PublishOutcome[] {
    for (const { object } of events) if (object.changesOf !== undefined) refuseChange(object);
    const immediate = events.some(({ object }) => isImmediate(object));
    if (!isCounted) this.limits.use(immediate ? 'publishImmediate' : 'dmlStatements');
    const results = events.map((given) => this.org.events.accept(given, this.user.id, callback !== null));
    const accepted = results.flatMap(({ event }) => event ?? []);
    const listener = callback === null ? null : copyOf(callback);
    for (const [isAtOnce, some] of Map.groupBy(accepted, ({ object }) => isImmediate(object)))
      this.#send({ events: some, callback: listener }, isAtOnce);
    return results.map(({ event, outcome }) => ({
      ...outcome,
      eventUuid: event === null ? null : String(event.values.get('eventuuid')),
    }));
  }

  #send(publication: Publication, isAtOnce: boolean): void {
    if (!isAtOnce) return this.#sendAtCommit(publication);
    if (this.test) this.#outbox.add(publication);
    else this.org.jobs.add(this.org.events.deliveries([publication]));
  }

  #sendAtCommit(publication: Publication): void {
    this.uncommitted.addWork();
    this.#outbox.add(publication);
    this.org.storage.onUndo(() => this.#outbox.withdraw(publication));
  }

  tell(changes: readonly SObject[]): void {
    for (const change of changes) this.org.events.place(change);
    this.#sendAtCommit({ events: changes, callback: null });
  }

  mark(): () => void {
    return this.org.storage.mark();
  }

  deliverEvents(): void {
    this.queueEvents();
    const deliveries = this.tasks.filter((task) => task.isDelivery);
    const others = this.tasks.filter((task) => !task.isDelivery);
    this.tasks.splice(0, this.tasks.length, ...others);
    this.#runInTest(deliveries);
  }

  failEvents(): void {
    this.#runInTest(callbackTasks(this.#outbox.takePublished(), 'failure', this.org));
  }

  #runInTest(tasks: readonly Task[]): void {
    for (const task of tasks)
      this.tasks.push(...task.run({ org: this.org, test: this.test, steering: null }).next);
  }

  get cache(): PlatformCache {
    if (!this.test) return this.org.cache;
    return (this.test.cache ??= new PlatformCache(() => this.now()));
  }

  send(emails: readonly EmailMessage[]): void {
    this.uncommitted.addWork();
    for (const email of emails)
      this.#addUndoable(this.emails, { ...email, userId: this.user.id, at: this.now() });
  }

  /** What was published becomes what has to run: at the commit, or earlier in a test. */
  queueEvents(): void {
    this.tasks.push(...this.org.events.deliveries(this.#outbox.takeAll()));
  }

  executeBatch(target: Value, scope: number): string {
    if (this.job?.startsBatches === false) {
      throwApex(
        'System.AsyncException',
        'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
      );
    }
    const { allowance, jobs } = this.org;
    const most = allowance.limits.flexQueue;
    if ([...jobs.waiting, ...this.tasks].filter(isWaitingBatch).length >= most) {
      throwApex('System.AsyncException', `You've exceeded the limit of ${most} jobs in the flex queue.`);
    }
    if (!this.test) allowance.use(this.now());
    const batch = newBatch(this.org, copyOf(target), scope, this.user);
    this.#queue(new BatchStart(batch, this.now()));
    return batch.id;
  }

  scheduleBatch(target: Value, name: string, minutes: number, scope: number): string {
    const { rows } = this.org.storage;
    this.#checkScheduleName(name);
    const due = this.now() + minutes * MINUTE;
    const { timeZone, id: userId } = this.user;
    const id = rows.addSchedule({ name, expression: cronAt(due, timeZone), timeZone, next: due, userId });
    this.#queue(new ScheduledBatch(id, copyOf(target), scope, this.user, due));
    return id;
  }

  abortJob(id: string): void {
    const { rows } = this.org.storage;
    this.uncommitted.addWork();
    if (this.schema.objectOfKeyPrefix(id.slice(0, 3))?.name === 'CronTrigger') {
      if (rows.schedule(id)) return rows.removeSchedule(id);
    } else if (rows.abort(id)) return;
    throwApex('System.StringException', `Invalid id: ${id}`);
  }

  get asyncExecutions(): { readonly used: number; readonly limit: number } {
    const { allowance } = this.org;
    return { used: allowance.used(this.now()), limit: allowance.limits.dailyExecutions };
  }

  purgeJobs(before: number, limit: number | null): number {
    this.uncommitted.addWork();
    return this.org.storage.rows.purge(before, limit ?? MOST_PURGED);
  }

  #checkScheduleName(name: string): void {
    if (!this.org.storage.rows.hasScheduleNamed(name)) return;
    throwApex('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }

  /** Locks a row until the transaction ends; false when another one has it. */
  lock(id: string): boolean {
    return this.test !== null || this.org.locks.take(id, this, this.steering?.whenLocked === 'wait');
  }

  /** See `MixedDml.conflict`. */
  mixes(object: string, isInsert: boolean, fields: Iterable<string>): string | null {
    return (this.#mixed.at(-1) as MixedDml).conflict(object, isInsert, fields);
  }

  #checkChain({ maximumDepth }: EnqueuedJob): void {
    const isChained = this.kind === 'queueable';
    const depth = this.job?.depth ?? 0;
    // A test whose finalizers go on with a chain is not stopped by what the org allows: async-lib, AsyncTest.
    const allowed = this.test ? null : this.org.allowance.limits.queueableChain;
    const own = maximumDepth ?? this.job?.maximumDepth ?? allowed;
    if ((this.test && isChained) || (own !== null && depth >= own && !this.#isRetry())) {
      throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
    }
    if (this.kind === 'finalizer' && (this.job?.failures ?? 0) > MOST_RETRIES) {
      throwApex(
        'System.AsyncException',
        `A failed job may be enqueued again ${MOST_RETRIES} times in a row by its finalizer.`,
      );
    }
  }

  /** A finalizer queues a failed job again: that is no longer chain. */
  #isRetry(): boolean {
    return this.kind === 'finalizer' && (this.job?.failures ?? 0) > 0;
  }

  #checkSignature({ signature }: EnqueuedJob): void {
    if (signature === null) return;
    const others = this.test ? this.tasks : [...this.tasks, ...this.org.jobs.waiting];
    if (others.some((task) => task.signature === signature)) {
      throwApex(
        'System.DuplicateMessageException',
        'Attempt to enqueue job with duplicate queueable signature',
      );
    }
  }

  #checkFuture(): void {
    if (this.kind !== 'future' && this.kind !== 'batch') return;
    throwApex('System.AsyncException', 'Future method cannot be called from a future or batch method');
  }

  enterRunAs(user: SObject): void {
    if (!this.test) throwApex('System.TypeException', 'System.runAs can only be used in tests.');
    if (this.#users.length > MOST_RUN_AS) throwApex('System.LimitException', 'Too many runAs calls: 21');
    this.limits.use('dmlStatements');
    this.#mixed.push(new MixedDml());
    // The platform saves a new user on the way.
    if (user.id === null) this.data.save({ kind: 'insert' }, [user], { access: 'system', allOrNone: true });
    this.#users.push(this.org.userContext(user));
  }

  leaveRunAs(): void {
    this.#users.pop();
    this.#mixed.pop();
  }

  startTest(): void {
    this.#outer = this.limits;
    this.limits = new Governor(limitsOf(this.kind));
    this.uncommitted.clear();
    this.#heap = new HeapMeter();
  }

  stopTest(): void {
    this.queueEvents();
    const tasks = this.tasks.splice(0);
    this.uncommitted.clear();
    runInTest(tasks, { org: this.org, test: this.test, steering: null });
    if (this.#outer) this.limits = this.#outer;
  }

  cpuTime(): number {
    const { user, system } = process.cpuUsage(this.#cpu);
    return Math.round((user + system) / MICROSECONDS);
  }

  heapSize(): number {
    return this.#heap.recent;
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

/** Only the platform itself tells of changes. */
function refuseChange({ name }: ObjectModel): never {
  throwApex('System.TypeException', `DML operation Insert not allowed on ${name}`);
}

function cronOf(expression: string): CronExpression {
  try {
    return new CronExpression(expression);
  } catch (error) {
    if (error instanceof CronError) throwApex('System.StringException', error.message);
    throw error;
  }
}
