import { BatchableContext } from '../../library/async/batchable.ts';
import { isMarked } from '../../library/async/queueable.ts';
import { QueryLocator } from '../../library/database/query-locator.ts';
import type { Value } from '../../library/library.ts';
import type { ApexException } from '../../values/exception.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexList } from '../../values/list.ts';
import { currentTransaction } from '../context.ts';
import { throwApex } from '../faults.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../transaction.ts';
import { copyOf } from './copy.ts';
import { className, followUps, jobFrame, NO_CALLOUTS } from './job.ts';
import type { Task, TaskContext, TaskResult } from './job.ts';

/** The largest scope of a query locator. */
const LARGEST_SCOPE = 2000;
/** Of the ids in an error event. */
const LONGEST_SCOPE = 40_000;
const ONE_IN_TESTS =
  'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.';

/** A batch job while it runs. */
export interface Batch {
  /** Of its AsyncApexJob. */
  readonly id: string;
  readonly name: string;
  readonly user: UserContext;
  readonly scope: number;
  readonly isStateful: boolean;
  readonly allowsCallouts: boolean;
  readonly raisesEvents: boolean;
  /** What each transaction begins with; only a stateful batch keeps what the one before it left. */
  target: Value;
  errors: number;
  firstError: string | null;
}

/** Makes the batch with its AsyncApexJob. The running transaction is the one that asks for it. */
export function newBatch(org: Org, target: Value, scope: number, user: UserContext): Batch {
  const name = className(target);
  return {
    id: org.storage.rows.add('BatchApex', name, user.id),
    name,
    user,
    scope,
    isStateful: isMarked(target, 'Database.Stateful'),
    allowsCallouts: isMarked(target, 'Database.AllowsCallouts'),
    raisesEvents: isMarked(target, 'Database.RaisesPlatformEvents'),
    target,
    errors: 0,
    firstError: null,
  };
}

export function isWaitingBatch(task: Task): boolean {
  return task instanceof BatchStart;
}

type Phase = 'START' | 'EXECUTE' | 'FINISH';

/** One transaction of a batch. */
abstract class BatchStep implements Task {
  readonly id: string;
  readonly user: UserContext;
  readonly due: number;
  protected readonly batch: Batch;
  abstract readonly label: string;

  constructor(batch: Batch, due: number) {
    this.id = batch.id;
    this.user = batch.user;
    this.due = due;
    this.batch = batch;
  }

  abstract run(context: TaskContext): TaskResult;

  /** Runs one method of the batch in its transaction. `use`: on a copy, so that a failure leaves no trace in it. */
  protected transact<T>(
    phase: Phase,
    { org, test, steering }: TaskContext,
    use: (target: Value, context: BatchableContext) => T,
  ): { value: T | null; exception: ApexException | null; next: readonly Task[] } {
    const { batch } = this;
    const target = copyOf(batch.target);
    const job = jobFrame(batch.id, {
      calloutRefusal: batch.allowsCallouts ? null : NO_CALLOUTS,
      startsBatches: phase === 'FINISH',
    });
    const { value, exception, transaction } = org.transact(
      { kind: 'batch', user: batch.user, test, job, steering },
      () => use(target, new BatchableContext(batch.id)),
    );
    const raised = exception ? this.#fail(org, exception, phase) : [];
    if (exception) return { value, exception, next: raised };
    if (batch.isStateful) batch.target = target;
    return { value, exception, next: transaction.tasks };
  }

  /** Notes the error and tells of it, where the batch wants that. */
  #fail(org: Org, exception: ApexException, phase: Phase): readonly Task[] {
    this.batch.errors += 1;
    this.batch.firstError ??= `First error: ${org.describe(exception)}`;
    if (!this.batch.raisesEvents) return [];
    const scope = this.records();
    return org.events.raise('BatchApexErrorEvent', this.user.id, {
      AsyncApexJobId: this.batch.id,
      DoesExceedJobScopeMaxLength: scope.length > LONGEST_SCOPE,
      ExceptionType: exception['gettypename/0'](),
      JobScope: scope.slice(0, LONGEST_SCOPE),
      Message: exception['getmessage/0'](),
      Phase: phase,
      StackTrace: org.stacks.print(org.stacks.frames(exception.stack)),
    });
  }

  /** Ids of the records of this step, as the error event lists them. */
  protected records(): string {
    return '';
  }
}

export class BatchStart extends BatchStep {
  get label(): string {
    return `Batch ${this.batch.name}: start`;
  }

  run(context: TaskContext): TaskResult {
    const { batch } = this;
    const { org, test } = context;
    const { rows } = org.storage;
    if (rows.status(this.id) === 'Aborted') return { exception: null, next: [] };
    rows.set(this.id, { Status: 'Preparing' });
    const { value, exception, next } = this.transact('START', context, (target, info) => {
      const portions = portionsOf(target['start/1'](info), batch.scope);
      if (test && portions.length > 1) throwApex('System.UnexpectedException', ONE_IN_TESTS);
      if (!test) org.allowance.use(org.now(), portions.length);
      return portions;
    });
    if (exception || !value) {
      rows.finish(this.id, batch.firstError);
      return { exception, next };
    }
    rows.set(this.id, { Status: 'Processing', TotalJobItems: value.length });
    const steps = value.map((portion, at) => new BatchExecute(batch, portion, at + 1, org.now()));
    return { exception, next: [...next, ...steps, new BatchFinish(batch, org.now())] };
  }
}

class BatchExecute extends BatchStep {
  readonly #portion: ApexList;
  readonly #number: number;

  constructor(batch: Batch, portion: ApexList, number: number, due: number) {
    super(batch, due);
    this.#portion = portion;
    this.#number = number;
  }

  get label(): string {
    return `Batch ${this.batch.name}: execute ${this.#number}`;
  }

  protected override records(): string {
    return this.#portion.items.map((item) => (item instanceof SObject ? item.id : String(item))).join(',');
  }

  run(context: TaskContext): TaskResult {
    const { rows } = context.org.storage;
    if (rows.status(this.id) === 'Aborted') return { exception: null, next: [] };
    const { exception, next } = this.transact('EXECUTE', context, (target, info) =>
      target['execute/2'](info, this.#portion),
    );
    const { errors, firstError } = this.batch;
    rows.set(this.id, {
      JobItemsProcessed: this.#number,
      NumberOfErrors: errors,
      ExtendedStatus: firstError?.slice(0, 255) ?? null,
    });
    return { exception, next };
  }
}

class BatchFinish extends BatchStep {
  get label(): string {
    return `Batch ${this.batch.name}: finish`;
  }

  run(context: TaskContext): TaskResult {
    const { rows } = context.org.storage;
    if (rows.status(this.id) === 'Aborted') return { exception: null, next: [] };
    const { exception, next } = this.transact('FINISH', context, (target, info) => target['finish/1'](info));
    rows.finish(this.id, exception && this.batch.firstError);
    // Portions that failed do not make the job a failed one.
    const { errors, firstError } = this.batch;
    rows.set(this.id, { NumberOfErrors: errors, ExtendedStatus: firstError?.slice(0, 255) ?? null });
    return { exception, next };
  }
}

/** `System.scheduleBatch`: starts the batch when its time has come. */
export class ScheduledBatch implements Task {
  readonly id: string;
  readonly label: string;
  readonly user: UserContext;
  readonly due: number;
  readonly #target: Value;
  readonly #scope: number;

  constructor(id: string, target: Value, scope: number, user: UserContext, due: number) {
    this.id = id;
    this.label = `Scheduled batch ${className(target)}`;
    this.user = user;
    this.due = due;
    this.#target = target;
    this.#scope = scope;
  }

  run(context: TaskContext): TaskResult {
    const { org, test, steering } = context;
    const { rows } = org.storage;
    if (!rows.schedule(this.id)) return { exception: null, next: [] };
    const { exception, transaction } = org.transact(
      { kind: 'scheduled', user: this.user, test, job: jobFrame(this.id), steering },
      () => {
        // A test fires it at once, long before its time.
        if (!test) rows.removeSchedule(this.id);
        return currentTransaction().executeBatch(this.#target, this.#scope);
      },
    );
    return { exception, next: followUps(transaction.tasks, context) };
  }
}

/** What `start` gave, in portions. */
function portionsOf(given: Value, scope: number): ApexList[] {
  if (given === null) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  const isLocator = given instanceof QueryLocator;
  const list = isLocator ? given.records : listOf(given);
  const size = isLocator ? Math.min(scope, LARGEST_SCOPE) : scope;
  const count = Math.ceil(list.items.length / size);
  return Array.from(
    { length: count },
    (_, at) => new ApexList(list.type, list.items.slice(at * size, (at + 1) * size)),
  );
}

function listOf(given: Value): ApexList {
  if (given instanceof ApexList) return given;
  const items: Value[] = [];
  const iterator = given['iterator/0']();
  while (iterator['hasnext/0']() === true) items.push(iterator['next/0']());
  const { program } = currentTransaction();
  const element = items[0] === undefined || items[0] === null ? 'Object' : items[0].apexType?.().name;
  return new ApexList(program.listOf(program.type(element ?? 'Object')), items);
}
