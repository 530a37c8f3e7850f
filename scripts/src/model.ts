/** The Salesforce project that a check looks at; all paths absolute. */
export interface Project {
  readonly root: string;
  readonly packageDirs: readonly string[];
  /** Those that a package is made of; the others are deployed beside it. */
  readonly packagedDirs: readonly string[];
  readonly namespace: string | undefined;
  readonly sourceApiVersion: string;
}

/** One thing to put right. `file` is relative to the project root; line and column count from 1. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** What a check saw. A check that looked at nothing has proved nothing, so `looked: 0` fails. */
export interface CheckResult {
  readonly looked: number;
  /** The plural of what was counted, e.g. "classes". */
  readonly what: string;
  readonly findings: readonly Finding[];
  /** Lines that are shown even if all is well: what was skipped, and why. */
  readonly notes: readonly string[];
}

/** One check over a project. It counts as one test: any finding, a warning too, fails it. */
export interface Check {
  readonly name: string;
  readonly title: string;
  run(project: Project): Promise<CheckResult>;
}

/** A problem of the surroundings, not of the project: its message says what to do about it. */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem';
}

/** A system tool is missing on a developer's machine: shown as SKIPPED there, never in CI. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}
