import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ThreadOptions } from './messages.ts';
import type { TestSelection } from './plan.ts';
import type { FileCoverage, TestResult } from './results.ts';
import { TestThread } from './thread.ts';

export interface TestRun {
  readonly passed: number;
  readonly failed: number;
  /** What is wrong with the project. */
  readonly diagnostics: readonly Diagnostic[];
  /** Full names of the classes that run. */
  readonly classes: readonly string[];
  readonly coverage: readonly FileCoverage[];
}

/** Who hears of a run while it goes on. */
export interface TestListener {
  /** The project is compiled; the tests begin. */
  onCompiled?(diagnostics: readonly Diagnostic[]): void;
  onResult(result: TestResult): void;
}

/** Below this many classes a second thread costs more than it saves. */
const FEW_CLASSES = 16;

/**
 * Compiles a project and runs the selected tests, over several threads when there are many; a class is never split. The
 * first thread compiles for all.
 */
export async function runTests(
  options: ThreadOptions,
  selection: TestSelection,
  listener: TestListener,
): Promise<TestRun> {
  let passed = 0;
  let failed = 0;
  const onResult = (result: TestResult): void => {
    if (result.passed) passed++;
    else failed++;
    listener.onResult(result);
  };
  const first = new TestThread({ options, selection, compiled: null }, onResult);
  const threads = [first];
  try {
    const { diagnostics, classes, testClasses, wasCompiled } = await first.ready();
    listener.onCompiled?.(diagnostics);
    const wanted = numberOfThreads(testClasses.length);
    if (wanted > 1) {
      const compiled = await first.share();
      // Compiling leaves a thread large: another one is made in less time than it takes to clean up.
      if (wasCompiled) await threads.pop()?.stop();
      while (threads.length < wanted)
        threads.push(new TestThread({ options, selection, compiled }, onResult));
    }
    const queue = [...testClasses];
    const coverages = await Promise.all(
      threads.map(async (thread) => {
        await thread.ready();
        for (let name = queue.shift(); name !== undefined; name = queue.shift()) await thread.run(name);
        return thread.end();
      }),
    );
    return { passed, failed, diagnostics, classes, coverage: mergeCoverage(coverages) };
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

function numberOfThreads(classes: number): number {
  return classes < FEW_CLASSES ? 1 : Math.min(availableParallelism(), classes);
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
