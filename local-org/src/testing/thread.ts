import { Worker } from 'node:worker_threads';
import { ProjectError } from '../project/project-error.ts';
import type { Ready, ThreadAnswer, ThreadRequest, ThreadTask } from './messages.ts';
import type { FileCoverage, TestResult } from './results.ts';

/**
 * In megabytes. V8 spends on each thread what the machine has: more than a hundred on objects that are just made, and up to
 * four times what is in use before it looks for garbage. These keep it to what tests have use for.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 1024 };

type Answer<K extends ThreadAnswer['kind']> = Extract<ThreadAnswer, { kind: K }>;

/** A thread that runs tests, one class after the other. */
export class TestThread {
  readonly #worker: Worker;
  readonly #onResult: (result: TestResult) => void;
  #settle: { resolve(answer: ThreadAnswer): void; reject(error: unknown): void } | null = null;

  constructor(task: ThreadTask, onResult: (result: TestResult) => void) {
    this.#onResult = onResult;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: LIMITS,
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#hear(answer));
    this.#worker.on('error', (error) => this.#settle?.reject(error));
  }

  /** Resolves when its org is open. Throws `ProjectError` when there is none to open. */
  ready(): Promise<Ready> {
    return this.#next<'ready'>();
  }

  /** Resolves when the tests of the class have run. */
  async run(className: string): Promise<void> {
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
      this.#settle = { resolve: (answer) => resolve(answer as Answer<K>), reject };
    });
  }

  #hear(answer: ThreadAnswer): void {
    if (answer.kind === 'result') this.#onResult(answer.result);
    else if (answer.kind !== 'failed') this.#settle?.resolve(answer);
    else if (answer.isOfProject) this.#settle?.reject(new ProjectError(answer.message));
    else this.#settle?.reject(new Error(answer.message));
  }
}
