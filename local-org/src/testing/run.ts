import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LocalOrg, OrgOptions } from '../local-org.ts';
import { methodFilter, selectClasses, type TestSelection } from './plan.ts';
import type { FileCoverage, TestResult } from './results.ts';
import { runClass } from './run-class.ts';

/** What a worker is told, and what it answers. */
export interface WorkerTask {
  readonly options: OrgOptions;
  readonly selection: TestSelection;
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: TestResult }
  | { readonly kind: 'classDone' }
  | { readonly kind: 'coverage'; readonly coverage: readonly FileCoverage[] }
  | { readonly kind: 'failed'; readonly message: string };

export interface TestRun {
  readonly passed: number;
  readonly failed: number;
  readonly coverage: readonly FileCoverage[];
}

/** Below this many classes a second process costs more than it saves. */
const FEW_CLASSES = 16;

/**
 * Runs the selected tests of an org, over several threads when there are many; a class is never split. `onResult` hears
 * of each test as it ends.
 */
export async function runTests(
  org: LocalOrg,
  options: OrgOptions,
  selection: TestSelection,
  onResult: (result: TestResult) => void,
): Promise<TestRun> {
  const names = selectClasses(org.kernel.program.classes.values(), selection).map((info) => info.fullName);
  let passed = 0;
  let failed = 0;
  const count = (result: TestResult): void => {
    if (result.passed) passed++;
    else failed++;
    onResult(result);
  };
  const helpers = names.length < FEW_CLASSES ? 0 : Math.min(availableParallelism() - 1, names.length - 1);
  const queue = [...names];
  const next = (): string | undefined => queue.shift();
  const coverages = await Promise.all([
    runHere(org, selection, next, count),
    ...Array.from({ length: helpers }, () => runInWorker({ options, selection }, next, count)),
  ]);
  return { passed, failed, coverage: mergeCoverage(coverages) };
}

/** Between two classes the other threads' messages are heard. */
async function runHere(
  org: LocalOrg,
  selection: TestSelection,
  next: () => string | undefined,
  onResult: (result: TestResult) => void,
): Promise<readonly FileCoverage[]> {
  const filter = methodFilter(selection);
  for (let name = next(); name !== undefined; name = next()) {
    const info = org.kernel.program.classes.get(name.toLowerCase());
    if (info) for (const result of runClass(org.kernel, info, filter)) onResult(result);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return org.coverage();
}

function runInWorker(
  task: WorkerTask,
  next: () => string | undefined,
  onResult: (result: TestResult) => void,
): Promise<readonly FileCoverage[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
    const give = (): void => worker.postMessage(next() ?? null);
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready' || message.kind === 'classDone') give();
      else if (message.kind === 'result') onResult(message.result);
      else if (message.kind === 'failed') reject(new Error(message.message));
      else {
        resolve(message.coverage);
        void worker.terminate();
      }
    });
    worker.on('error', reject);
  });
}

/** Adds up what several threads counted. */
function mergeCoverage(parts: readonly (readonly FileCoverage[])[]): FileCoverage[] {
  const merged = new Map<string, { className: string; lines: Map<number, number> }>();
  for (const { file, className, lines } of parts.flat()) {
    const entry = merged.get(file) ?? { className, lines: new Map<number, number>() };
    for (const [line, count] of lines) entry.lines.set(line, (entry.lines.get(line) ?? 0) + count);
    merged.set(file, entry);
  }
  return [...merged].map(([file, entry]) => ({ file, ...entry }));
}
