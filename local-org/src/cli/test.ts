import { writeFileSync } from 'node:fs';
import { ProjectError } from '../project/project-error.ts';
import type { ThreadOptions } from '../testing/messages.ts';
import type { TestSelection } from '../testing/plan.ts';
import { percentage, uncoveredLines, type TestResult } from '../testing/results.ts';
import { runTests, type TestRun } from '../testing/run.ts';
import { ThreadError } from '../testing/thread-error.ts';
import { orgOptions, parse } from './arguments.ts';
import { printDiagnostics } from './diagnostics.ts';
import { formatCoverage, formatResult } from './report.ts';

const OPTIONS = {
  class: { type: 'string', multiple: true },
  method: { type: 'string', multiple: true },
  coverage: { type: 'boolean' },
  watch: { type: 'boolean' },
  json: { type: 'boolean' },
  junit: { type: 'string' },
} as const;

/** Runs the project's tests; 1 when one failed, a file is broken, or there was nothing to run. */
export async function test(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, OPTIONS, 1);
  const options: ThreadOptions = {
    ...orgOptions(positionals[0], values),
    coverage: values.coverage === true,
  };
  const selection: TestSelection = { classes: list(values.class), methods: list(values.method) };
  const report = {
    asJson: values.json === true,
    junit: typeof values.junit === 'string' ? values.junit : null,
  };
  const run = (): Promise<number> => runOnce(options, selection, report);
  return values.watch === true ? forever(options, run) : run();
}

interface Report {
  readonly asJson: boolean;
  readonly junit: string | null;
}

async function runOnce(options: ThreadOptions, selection: TestSelection, report: Report): Promise<number> {
  let errors = 0;
  const results: TestResult[] = [];
  const run = await runTests(options, selection, {
    onCompiled(diagnostics) {
      errors = printDiagnostics(diagnostics);
    },
    onResult(result) {
      results.push(result);
      if (!report.asJson) console.log(formatResult(result, options.project));
    },
  });
  if (report.junit) await writeJUnit(report.junit, results);
  print(run, results, report, options.coverage === true);
  if (!results.length) console.error('There was no test to run.');
  return run.failed || errors || !results.length ? 1 : 0;
}

/** What reads and writes XML is loaded only for this: it would take memory while the tests run. */
async function writeJUnit(file: string, results: readonly TestResult[]): Promise<void> {
  const { junit } = await import('../testing/junit.ts');
  writeFileSync(file, junit(results));
}

function print(run: TestRun, results: readonly TestResult[], report: Report, withCoverage: boolean): void {
  if (report.asJson) {
    const coverage = run.coverage.map((each) => ({
      class: each.className,
      file: each.file,
      percent: percentage(each),
      uncovered: uncoveredLines(each),
    }));
    console.log(JSON.stringify({ passed: run.passed, failed: run.failed, results, coverage }, null, 2));
    return;
  }
  if (withCoverage && results.length) console.log(formatCoverage(run.coverage));
  console.log(`${run.passed} passed, ${run.failed} failed`);
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Runs, and again after each change, also one that came while tests ran, until the process is stopped. */
async function forever(options: ThreadOptions, run: () => Promise<number>): Promise<never> {
  const { watchSources } = await import('../project/watch-sources.ts');
  const { project, packageDirectories } = options;
  let isChanged = false;
  let wake = (): void => undefined;
  const onChange = (): void => {
    isChanged = true;
    wake();
  };
  await watchSources(project, packageDirectories ? { packageDirectories } : {}, {
    onChange,
    onProblem: (text) => console.error(text),
  });
  for (;;) {
    isChanged = false;
    await runOrTell(run);
    console.log('Waiting for changes. Ctrl-C ends it.');
    while (!isChanged) await new Promise<void>((resolve) => void (wake = resolve));
  }
}

/** A project that cannot be read and a thread that ended are told and not the end: the next change may mend it. */
async function runOrTell(run: () => Promise<number>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ProjectError || error instanceof ThreadError)) throw error;
    console.error(error.message);
  }
}
