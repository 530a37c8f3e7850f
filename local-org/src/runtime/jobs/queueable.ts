import { FinalizerContext } from '../../library/async/finalizer.ts';
import { QueueableContext } from '../../library/async/queueable.ts';
import type { Value } from '../../library/library.ts';
import type { ApexException } from '../../values/exception.ts';
import {
  className,
  followUps,
  jobFrame,
  NO_CALLOUTS,
  type EnqueuedJob,
  type Task,
  type TaskContext,
  type TaskResult,
} from './job.ts';
import type { UserContext } from '../transaction.ts';

export interface QueueablePlace {
  readonly id: string;
  readonly user: UserContext;
  readonly due: number;
  readonly depth: number;
  readonly failures: number;
}

/** A queueable or a call of a future method. */
export class QueueableTask implements Task {
  readonly id: string;
  readonly label: string;
  readonly user: UserContext;
  readonly due: number;
  readonly signature: string | null;
  readonly #job: EnqueuedJob;
  readonly #place: QueueablePlace;

  constructor(job: EnqueuedJob, place: QueueablePlace) {
    this.id = place.id;
    this.label = `${job.kind === 'queueable' ? 'Queueable' : 'Future'} ${className(job.target)}`;
    this.user = place.user;
    this.due = place.due;
    this.signature = job.signature;
    this.#job = job;
    this.#place = place;
  }

  run(context: TaskContext): TaskResult {
    const { org, test, steering } = context;
    const { kind, target, maximumDepth, delay, allowsCallouts } = this.#job;
    const { rows } = org.storage;
    if (rows.status(this.id) === 'Aborted') return { exception: null, next: [] };
    rows.set(this.id, { Status: 'Processing' });
    const frame = jobFrame(this.id, {
      depth: this.#place.depth,
      maximumDepth,
      delay,
      calloutRefusal: allowsCallouts ? null : NO_CALLOUTS,
      takesFinalizer: kind === 'queueable',
      startsBatches: kind === 'queueable',
    });
    const { exception, transaction } = org.transact(
      { kind, user: this.user, test, job: frame, steering },
      () => target['execute/1'](new QueueableContext(this.id)),
    );
    rows.finish(this.id, exception && org.describe(exception));
    const failures = exception ? this.#place.failures + 1 : 0;
    const isLost = steering?.losesFinalizer === true;
    const finalizer =
      frame.finalizer === null || isLost
        ? []
        : [new FinalizerTask(this, frame.finalizer, exception, { ...this.#place, failures })];
    return { exception, next: [...finalizer, ...followUps(transaction.tasks, context)] };
  }
}

/** Runs directly after its job, also after one that nothing could catch. */
class FinalizerTask implements Task {
  readonly id: string;
  readonly label: string;
  readonly user: UserContext;
  readonly due = 0;
  readonly isUrgent = true;
  readonly #finalizer: Value;
  readonly #exception: ApexException | null;
  readonly #place: QueueablePlace;

  constructor(job: QueueableTask, finalizer: Value, exception: ApexException | null, place: QueueablePlace) {
    this.id = job.id;
    this.label = `Finalizer ${className(finalizer)}`;
    this.user = job.user;
    this.#finalizer = finalizer;
    this.#exception = exception;
    this.#place = place;
  }

  run({ org, test, steering }: TaskContext): TaskResult {
    const { depth, failures } = this.#place;
    const frame = jobFrame(this.id, { depth, failures });
    const { exception, transaction } = org.transact(
      { kind: 'finalizer', user: this.user, test, job: frame, steering },
      () => this.#finalizer['execute/finalizer'](new FinalizerContext(this.id, this.#exception)),
    );
    return { exception, next: transaction.tasks };
  }
}
