import type { Value } from '../../library/library.ts';
import type { ApexException } from '../../values/exception.ts';
import type { Org } from '../org.ts';
import type { TestState, UserContext } from '../transaction.ts';
import type { Steering } from './steering.ts';

/** What Apex asks for when it queues something. */
export interface EnqueuedJob {
  readonly kind: 'queueable' | 'future';
  readonly target: Value;
  /** Minutes. */
  readonly delay: number;
  readonly maximumDepth: number | null;
  readonly signature: string | null;
  readonly allowsCallouts: boolean;
}

/** The job that a transaction is a part of. */
export interface JobFrame {
  /** Of its AsyncApexJob. */
  readonly id: string;
  /** Position in a chain of queueables: 1 for the first one; 0 where there is no chain. */
  readonly depth: number;
  readonly maximumDepth: number | null;
  /** Minutes that the job was asked to wait. */
  readonly delay: number;
  /** What a callout is refused with; null where it is allowed. */
  readonly calloutRefusal: string | null;
  /** Failures in a row of a job that finalizers have queued again. */
  readonly failures: number;
  /** May a Finalizer be attached, and which one is. */
  readonly takesFinalizer: boolean;
  finalizer: Value;
  /** `Database.executeBatch` is refused in futures and in all of a batch but its `finish`. */
  readonly startsBatches: boolean;
}

/** The frame of a job; `given` says where it is not as plain as this. */
export function jobFrame(id: string, given: Partial<JobFrame> = {}): JobFrame {
  return {
    id,
    depth: 0,
    maximumDepth: null,
    delay: 0,
    calloutRefusal: null,
    failures: 0,
    takesFinalizer: false,
    finalizer: null,
    startsBatches: true,
    ...given,
  };
}

/** What the platform says of every job that may not call out. */
export const NO_CALLOUTS =
  'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)';

/** How a task is run: in a test or by the queue, steered or not. */
export interface TaskContext {
  readonly org: Org;
  readonly test: TestState | null;
  readonly steering: Steering | null;
}

/** What became of a task. */
export interface TaskResult {
  readonly exception: ApexException | null;
  /** Tasks that come next, e.g. those that its transaction has queued. */
  readonly next: readonly Task[];
}

/** One asynchronous transaction that waits. */
export interface Task {
  /** Of its AsyncApexJob, or of its CronTrigger. */
  readonly id: string;
  /** For people: `Queueable Sync`, `Batch Sweep: execute 3`. */
  readonly label: string;
  readonly user: UserContext;
  /** Milliseconds since 1970. */
  readonly due: number;
  /** A queueable's duplicate signature. */
  readonly signature?: string | null;
  /** True for what comes directly after the transaction that asked for it, e.g. a Finalizer. */
  readonly isUrgent?: boolean;
  /** True for what brings events to a trigger, or tells what became of them. */
  readonly isDelivery?: boolean;
  run(context: TaskContext): TaskResult;
}

/**
 * Of what a queueable, a future method or a scheduled class has queued, what runs. In a test it stays queued:
 * `stopTest` runs what the test itself has queued and delivers events.
 */
export function followUps(queued: readonly Task[], { test }: TaskContext): readonly Task[] {
  return test ? queued.filter((task) => task.isDelivery) : queued;
}

/** Name of a job's class as Apex prints it. */
export function className(target: Value): string {
  return target.apexType().name;
}
