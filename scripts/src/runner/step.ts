import type { Finding } from '../model.ts';

/** What every step is told by the command line. */
export interface Context {
  readonly root: string;
}

/** What a step did. `passed` and `failed` go into the sum at the end. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** What it looked at, e.g. "47 classes". */
  readonly looked: string;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** Output of a tool, shown only if something failed. */
  readonly output?: string;
  /** Why the step did not run. Only a missing system tool on a developer's machine may be the reason. */
  readonly skipped?: string;
}

/** One line of the run. */
export interface Step {
  readonly name: string;
  readonly title: string;
  run(context: Context): Promise<StepResult>;
}
