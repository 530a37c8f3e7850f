import { runClass } from '../../testing/run-class.ts';
import type { TestResult } from '../../testing/results.ts';
import type { OrgHost } from '../back/org-host.ts';
import type { SelectedClass } from './test-selection.ts';

type Stored = string | number | null;

interface Run {
  readonly jobId: string;
  readonly resultId: string;
  readonly startedAt: number;
  readonly countsLines: boolean;
  readonly waiting: { readonly itemId: string; readonly selected: SelectedClass }[];
  time: number;
  failed: number;
  done: number;
}

/** A text field of the platform holds no more. */
const LONGEST = 4000;

/**
 * Runs tests between the requests, class by class. AsyncApexJob, ApexTestRunResult, ApexTestQueueItem and
 * ApexTestResult tell how far they are.
 */
export class TestRuns {
  readonly #host: OrgHost;
  readonly #runs: Run[] = [];
  #timer: NodeJS.Immediate | null = null;

  constructor(host: OrgHost) {
    this.#host = host;
  }

  /** Gives the id of the AsyncApexJob. */
  start(userId: string, tests: readonly SelectedClass[], countsLines: boolean): string {
    const run = this.#commit(() => this.#queue(userId, tests, countsLines));
    this.#runs.push(run);
    this.#wake();
    return run.jobId;
  }

  /** Nothing more runs. */
  stop(): void {
    if (this.#timer) clearImmediate(this.#timer);
    this.#timer = null;
    this.#runs.splice(0);
  }

  #queue(userId: string, tests: readonly SelectedClass[], countsLines: boolean): Run {
    const now = this.#now();
    const jobId = this.#insert('AsyncApexJob', {
      JobType: 'TestRequest',
      Status: 'Processing',
      CreatedById: userId,
      CreatedDate: now,
      TotalJobItems: tests.length,
      JobItemsProcessed: 0,
      NumberOfErrors: 0,
    });
    const resultId = this.#insert('ApexTestRunResult', {
      AsyncApexJobId: jobId,
      UserId: userId,
      Status: 'Queued',
      StartTime: now,
      IsAllTests: 0,
      Source: 'Tooling API',
      ClassesEnqueued: tests.length,
      ClassesCompleted: 0,
      MethodsEnqueued: 0,
      MethodsCompleted: 0,
      MethodsFailed: 0,
      CreatedDate: now,
    });
    const waiting = tests.map((selected) => ({
      selected,
      itemId: this.#insert('ApexTestQueueItem', {
        ApexClassId: this.#classId(selected),
        Status: 'Queued',
        ParentJobId: jobId,
        TestRunResultId: resultId,
        CreatedById: userId,
        CreatedDate: now,
      }),
    }));
    return { jobId, resultId, startedAt: now, countsLines, waiting, time: 0, failed: 0, done: 0 };
  }

  #wake(): void {
    this.#timer ??= setImmediate(() => this.#next());
  }

  #next(): void {
    this.#timer = null;
    const [run] = this.#runs;
    if (!run) return;
    const item = run.waiting.shift();
    if (item) this.#runClass(run, item.itemId, item.selected);
    if (!run.waiting.length) {
      this.#runs.shift();
      this.#commit(() => this.#finish(run));
    }
    this.#wake();
  }

  #runClass(run: Run, itemId: string, selected: SelectedClass): void {
    const { kernel } = this.#host.org;
    // The project may have changed since the run was queued.
    const info = kernel.program.classes.get(selected.info.fullName.toLowerCase());
    const start = this.#now();
    const results = info ? this.#results(run, { info, filter: selected.filter }) : [];
    this.#commit(() => {
      for (const result of results) this.#insertResult(run, itemId, { selected, result, start });
      run.time += Math.round(results.reduce((sum, { time }) => sum + time, 0));
      run.failed += results.filter(({ passed }) => !passed).length;
      run.done += results.length;
      const gone = { Status: 'Failed', ExtendedStatus: 'The class is not there any more.' };
      this.#set(itemId, info ? { Status: 'Completed', ExtendedStatus: passedOf(results) } : gone);
      if (!info) run.failed++;
      this.#set(run.resultId, {
        Status: 'Processing',
        MethodsCompleted: run.done,
        MethodsFailed: run.failed,
      });
    });
  }

  #results({ countsLines }: Run, selected: SelectedClass): TestResult[] {
    if (countsLines) return this.#host.coverage.run(selected);
    return [...runClass(this.#host.org.kernel, selected.info, selected.filter)];
  }

  #insertResult(
    run: Run,
    itemId: string,
    { selected, result, start }: { selected: SelectedClass; result: TestResult; start: number },
  ): void {
    this.#insert('ApexTestResult', {
      QueueItemId: itemId,
      AsyncApexJobId: run.jobId,
      ApexTestRunResultId: run.resultId,
      ApexClassId: this.#classId(selected),
      MethodName: result.method,
      Outcome: result.passed ? 'Pass' : 'Fail',
      Message: result.message?.slice(0, LONGEST) ?? null,
      StackTrace: result.stack === '' ? null : result.stack.slice(0, LONGEST),
      RunTime: Math.round(result.time),
      TestTimestamp: start,
      IsTestSetup: 0,
    });
  }

  #finish(run: Run): void {
    const now = this.#now();
    this.#set(run.jobId, { Status: 'Completed', CompletedDate: now });
    this.#set(run.resultId, {
      Status: run.failed ? 'Failed' : 'Completed',
      EndTime: now,
      TestTime: run.time,
      TestSetupTime: 0,
      MethodsEnqueued: run.done,
    });
  }

  #classId({ info }: SelectedClass): Stored {
    return this.#host.org.kernel.storage.classId(info.name);
  }

  #insert(object: string, values: Readonly<Record<string, Stored>>): string {
    return this.#host.org.kernel.storage.rows.insert(object, values);
  }

  #set(id: string, values: Readonly<Record<string, Stored>>): void {
    this.#host.org.kernel.storage.rows.set(id, values);
  }

  #commit<T>(body: () => T): T {
    return this.#host.org.kernel.storage.commit(body);
  }

  #now(): number {
    return this.#host.org.kernel.now();
  }
}

/** `(2/3)`, as the platform writes it. */
function passedOf(results: readonly TestResult[]): string {
  return `(${results.filter(({ passed }) => passed).length}/${results.length})`;
}
