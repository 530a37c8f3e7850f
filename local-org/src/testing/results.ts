/** How one test method ended. */
export interface TestResult {
  /** `Outer` as in Apex, with the namespace when the project is loaded with one. */
  readonly className: string;
  readonly method: string;
  readonly passed: boolean;
  /** Milliseconds. */
  readonly time: number;
  /** `System.AssertException: Assertion Failed: ...`; null when it passed. */
  readonly message: string | null;
  /** As Apex prints it; empty when there is none. */
  readonly stack: string;
  /** Where the test failed: the innermost place in the project's code. */
  readonly place: { readonly file: string; readonly line: number } | null;
  /** What `System.debug` wrote. */
  readonly log: readonly { readonly level: string; readonly text: string }[];
}

/** Lines of one file that were run. */
export interface FileCoverage {
  readonly file: string;
  readonly className: string;
  /** Executable lines and how often each ran. */
  readonly lines: ReadonlyMap<number, number>;
}

/** 0 to 100. A file without executable lines is covered. */
export function percentage(coverage: FileCoverage): number {
  const counts = [...coverage.lines.values()];
  if (!counts.length) return 100;
  return (counts.filter((count) => count > 0).length / counts.length) * 100;
}

/** Executable lines that did not run, in order. */
export function uncoveredLines(coverage: FileCoverage): number[] {
  const lines = [...coverage.lines].filter(([, count]) => count === 0).map(([line]) => line);
  return lines.sort((a, b) => a - b);
}
