import { SetupProblem, Skipped } from '../model.ts';
import type { Paint, Sum } from './report.ts';
import { stepLines, sumLines } from './report.ts';
import type { Context, Step, StepResult } from './step.ts';

const NOTHING = { passed: 0, failed: 0, looked: '-', findings: [], notes: [] } as const;

/** A step that throws has failed; an error that is not ours keeps its stack, because it is a bug. */
function failure(error: unknown): StepResult {
  if (error instanceof Skipped) return { ...NOTHING, skipped: error.message };
  const known = error instanceof SetupProblem;
  const output =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  return { ...NOTHING, failed: 1, output };
}

/** Runs the steps one after another, prints a line for each and the sum, and returns the sum. */
export async function runSteps(
  steps: readonly Step[],
  context: Context,
  print: (line: string) => void,
  paint: Paint,
): Promise<Sum> {
  const results: { step: Step; result: StepResult }[] = [];
  for (const step of steps) {
    const start = performance.now();
    const result = await step.run(context).catch(failure);
    results.push({ step, result });
    stepLines(step, result, (performance.now() - start) / 1000, paint).forEach((line) => print(line));
  }
  const sum = {
    passed: results.reduce((total, { result }) => total + result.passed, 0),
    failed: results.reduce((total, { result }) => total + result.failed, 0),
    skipped: results.filter(({ result }) => result.skipped).map(({ step }) => step.name),
  };
  sumLines(sum).forEach((line) => print(line));
  return sum;
}
