import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { ProjectError } from '../project/project-error.ts';
import type { Ready, ThreadAnswer, ThreadRequest, ThreadTask } from './messages.ts';
import type { FileCoverage, TestResult } from './results.ts';
import { endedSilently, explain } from './thread-error.ts';

/*
 * V8 spends what the machine has: a hundred megabytes and more for each thread on objects that are just made, and up to
 * four times what is in use before it looks for garbage. Tests keep little of what they make, so a small share of both
 * costs next to no time. How much a thread may hold in all is not limited here: large projects need it.
 */
setFlagsFromString('--heap-growing-percent=30');
const LIMITS = { maxYoungGenerationSizeMb: 12 };

type Answer<K extends ThreadAnswer['kind']> = Extract<ThreadAnswer, { kind: K }>;

/** A thread that runs tests, one class after the other. */
export class TestThread {
  readonly #worker: Worker;
  readonly #onResult: (result: TestResult) => void;
  readonly #ready: Promise<Ready>;
  #settle: { resolve(answer: ThreadAnswer): void; reject(error: unknown): void } | null = null;
  /** The class whose tests run; null while the project is read. */
  #className: string | null = null;
  #ended: Error | null = null;

  constructor(task: ThreadTask, onResult: (result: TestResult) => void) {
    this.#onResult = onResult;
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: task,
      resourceLimits: LIMITS,
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#hear(answer));
    this.#worker.on('error', (error) => this.#end(explain(error, this.#className)));
    this.#worker.on('exit', () => this.#end(endedSilently(this.#className)));
    this.#ready = this.#next<'ready'>();
  }

  /** Resolves when its org is open. Throws `ProjectError` when there is none to open. */
  ready(): Promise<Ready> {
    return this.#ready;
  }

  /** Resolves when the tests of the class have run. */
  async run(className: string): Promise<void> {
    this.#className = className;
    await this.#ask<'classDone'>({ kind: 'run', className });
  }

  /** What it has compiled, for another thread. */
  async share(): Promise<SharedArrayBuffer> {
    return (await this.#ask<'shared'>({ kind: 'share' })).compiled;
  }

  /** Ends the thread; gives what it covered. */
  async end(): Promise<readonly FileCoverage[]> {
    const { coverage } = await this.#ask<'ended'>({ kind: 'end' });
    await this.stop();
    return coverage;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<K extends ThreadAnswer['kind']>(request: ThreadRequest): Promise<Answer<K>> {
    const answer = this.#next<K>();
    this.#worker.postMessage(request);
    return answer;
  }

  #next<K extends ThreadAnswer['kind']>(): Promise<Answer<K>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) reject(this.#ended);
      this.#settle = { resolve: (answer) => resolve(answer as Answer<K>), reject };
    });
  }

  /** Whoever waits for an answer gets none any more, and neither does whoever asks later. */
  #end(reason: Error): void {
    this.#ended ??= reason;
    this.#settle?.reject(this.#ended);
  }

  #hear(answer: ThreadAnswer): void {
    if (answer.kind === 'result') this.#onResult(answer.result);
    else if (answer.kind !== 'failed') this.#settle?.resolve(answer);
    else if (answer.isOfProject) this.#settle?.reject(new ProjectError(answer.message));
    else this.#settle?.reject(new Error(answer.message));
  }
}
