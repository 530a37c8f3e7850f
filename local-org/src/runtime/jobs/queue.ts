import { Postponed } from '../faults.ts';
import type { Org } from '../org.ts';
import type { Task, TaskContext, TaskResult } from './job.ts';
import { Recording } from './recording.ts';
import type { Steering } from './steering.ts';

/** One run of a task, for whoever watches the queue. */
export interface TaskRun {
  readonly id: string;
  readonly label: string;
  readonly user: string;
  /** Milliseconds. */
  readonly duration: number;
  /** `System.DmlException: ...` when it failed. */
  readonly exception: string | null;
  /** It met a locked row and waits: it is in the queue again. */
  readonly isPostponed: boolean;
}

/** The longest time that a timer of Node can wait. */
const LONGEST_TIMER = 2_147_483_647;

/**
 * What waits to run: one transaction each, ordered by time and then by arrival. A test runs them one by one; a server
 * starts the clock.
 */
export class JobQueue {
  readonly #org: Org;
  readonly #waiting: Task[] = [];
  /** Of tasks that may have to wait for a row, or did. */
  readonly #recordings = new WeakMap<Task, Recording>();
  /** Hears of each run. */
  onRun: ((run: TaskRun) => void) | null = null;
  #onChange: (() => void) | null = null;

  constructor(org: Org) {
    this.#org = org;
  }

  /** In the order in which they will run. */
  get waiting(): readonly Task[] {
    return this.#waiting;
  }

  /** Those whose time has come. */
  dueJobs(now = this.#org.now()): readonly Task[] {
    return this.#waiting.filter((task) => task.due <= now);
  }

  /** When the next one is due, in milliseconds since 1970; null when nothing waits. */
  nextDue(): number | null {
    return this.#waiting[0]?.due ?? null;
  }

  add(tasks: readonly Task[]): void {
    for (const task of tasks) this.#insert(task, task.isUrgent === true);
    if (tasks.length > 0) this.#onChange?.();
  }

  /** Takes a job that has not begun out of the queue. */
  remove(id: string): void {
    const kept = this.#waiting.filter((task) => task.id !== id);
    this.#waiting.splice(0, this.#waiting.length, ...kept);
  }

  /** Runs the next one that is due; null when there is none. */
  runNext(steering: Steering | null = null): TaskRun | null {
    const [task] = this.#waiting;
    if (!task || task.due > this.#org.now()) return null;
    this.#waiting.shift();
    return this.#run(task, steering);
  }

  /** Runs what is due, and what that queues for now; gives how many ran. Stops when one waits for a locked row. */
  runAll(): number {
    return this.#runWhile((task) => task.due <= this.#org.now());
  }

  /** The same up to a time: the org's clock may stand still while its jobs run. */
  runDue(now: number): number {
    return this.#runWhile((task) => task.due <= now);
  }

  #runWhile(isDue: (task: Task) => boolean): number {
    let count = 0;
    for (let [task] = this.#waiting; task && isDue(task); [task] = this.#waiting) {
      this.#waiting.shift();
      if (this.#run(task, null).isPostponed) break;
      count += 1;
    }
    return count;
  }

  /**
   * From now on jobs run by themselves when they are due, one at a time, so that other work of the same thread comes in
   * between. Gives what stops it.
   */
  startClock(): () => void {
    let timer: NodeJS.Timeout | null = null;
    const arm = (): void => {
      if (timer) clearTimeout(timer);
      timer = null;
      const due = this.nextDue();
      if (due === null) return;
      const wait = Math.min(Math.max(0, due - this.#org.now()), LONGEST_TIMER);
      timer = setTimeout(() => {
        this.runNext();
        arm();
      }, wait);
      timer.unref();
    };
    this.#onChange = arm;
    arm();
    return () => {
      if (timer) clearTimeout(timer);
      this.#onChange = null;
    };
  }

  #run(task: Task, steering: Steering | null): TaskRun {
    const start = performance.now();
    const result = this.#attempt(task, steering);
    const run = {
      id: task.id,
      label: task.label,
      user: task.user.id,
      duration: performance.now() - start,
      exception: result?.exception ? this.#org.describe(result.exception) : null,
      isPostponed: result === null,
    };
    if (result) this.add(result.next);
    this.onRun?.(run);
    return run;
  }

  /** Null when it waits for a row: it goes back to where it was. */
  #attempt(task: Task, steering: Steering | null): TaskResult | null {
    const context: TaskContext = { org: this.#org, test: null, steering: this.#recorded(task, steering) };
    try {
      return task.run(context);
    } catch (error) {
      if (!(error instanceof Postponed)) throw error;
      this.#org.storage.rows.set(task.id, { Status: 'Queued' });
      this.#insert(task, true);
      return null;
    }
  }

  #recorded(task: Task, steering: Steering | null): Steering | null {
    const known = this.#recordings.get(task);
    if (!known && steering?.whenLocked !== 'wait') return steering;
    const recording = known ?? new Recording();
    this.#recordings.set(task, recording);
    recording.rewind();
    return { ...steering, recording };
  }

  #insert(task: Task, isFirst: boolean): void {
    const isBefore = (other: Task): boolean => (isFirst ? other.due < task.due : other.due <= task.due);
    this.#waiting.splice(this.#waiting.findLastIndex(isBefore) + 1, 0, task);
  }
}

/**
 * Runs the tasks of a test to their end. The first exception comes out when the tasks that had to follow, such as a
 * Finalizer, have run.
 */
export function runInTest(tasks: readonly Task[], context: TaskContext): void {
  const waiting = [...tasks];
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    const { exception, next } = task.run(context);
    if (exception) {
      for (const one of next) if (one.isUrgent) runInTest([one], context);
      throw exception;
    }
    waiting.push(...next.filter((one) => !one.isUrgent));
    for (const one of next.filter((each) => each.isUrgent).reverse()) waiting.unshift(one);
  }
}
