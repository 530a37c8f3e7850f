import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatDiagnostic } from '../src/cli/diagnostics.ts';
import type { TestResult } from '../src/testing/results.ts';
import { runTests } from '../src/testing/run.ts';

/*
 * Runs the tests of a public Apex project that lies somewhere on this machine, and compares them with what
 * `suites/<name>.json` says can't pass and why. A test that fails and is not listed fails the run, and so does a listed
 * one that passes or does not exist.
 *
 *   npm run apex:suite -- fflib-apex-mocks ~/checkouts/fflib-apex-mocks
 */

/** What is known of a suite. */
interface Suite {
  /** Where it comes from, and which state of it the gaps were written for. */
  readonly repository: string;
  readonly commit: string;
  readonly packageDirectories?: readonly string[];
  readonly features?: readonly string[];
  /** Tests that can't pass, as `Class.method` or `Class.*`, by reason. */
  readonly gaps: readonly { readonly reason: string; readonly tests: readonly string[] }[];
}

const [name, folder] = process.argv.slice(2);
if (name === undefined || folder === undefined) {
  console.error('Usage: npm run apex:suite -- <name> <folder of the checked-out project>');
  process.exit(2);
}
const file = fileURLToPath(new URL(`./${name}.json`, import.meta.url));
const suite = JSON.parse(readFileSync(file, 'utf8')) as Suite;
process.exitCode = await runSuite(suite, folder);

async function runSuite(known: Suite, project: string): Promise<number> {
  const options = {
    project,
    ...(known.packageDirectories ? { packageDirectories: known.packageDirectories } : {}),
    ...(known.features ? { features: known.features } : {}),
  };
  const results: TestResult[] = [];
  const run = await runTests(options, {}, { onResult: (result) => results.push(result) });
  const reasons = new Map(
    known.gaps.flatMap(({ reason, tests }) => tests.map((test) => [test.toLowerCase(), reason])),
  );
  for (const diagnostic of run.diagnostics) console.log(formatDiagnostic(diagnostic));
  const problems = [
    ...results.flatMap((result) => problemOf(result, reasons)),
    ...needless(reasons, results, new Set(run.classes.map((each) => each.toLowerCase()))),
  ];
  for (const problem of problems) console.log(problem);
  const passed = results.filter((result) => result.passed).length;
  const failed = results.length - passed;
  console.log(`${name}: ${passed} passed, ${failed} failed, ${problems.length} not as listed`);
  return problems.length || !results.length ? 1 : 0;
}

/** What is not as the suite's file says; nothing when it is. */
function problemOf(result: TestResult, reasons: ReadonlyMap<string, string>): string[] {
  const test = `${result.className}.${result.method}`;
  const reason = reasons.get(test.toLowerCase()) ?? reasons.get(`${result.className.toLowerCase()}.*`);
  if (!result.passed && reason === undefined)
    return [`FAIL ${test}\n     ${result.message}\n${result.stack}`];
  if (result.passed && reason !== undefined && reasons.has(test.toLowerCase())) {
    return [`LISTED AND PASSES ${test}: take it off the list`];
  }
  return [];
}

/** Listed tests that do not exist, and classes that are listed as a whole and pass. A class that was left out may be listed. */
function needless(
  reasons: ReadonlyMap<string, string>,
  results: readonly TestResult[],
  classes: ReadonlySet<string>,
): string[] {
  return [...reasons.keys()].flatMap((listed) => {
    const [className = '', method = ''] = listed.split('.');
    if (!classes.has(className)) return [];
    const own = results.filter((result) => result.className.toLowerCase() === className);
    if (method === '*') return own.some((result) => !result.passed) ? [] : [`LISTED AND PASSES ${listed}`];
    return own.some((result) => result.method.toLowerCase() === method)
      ? []
      : [`LISTED AND DOES NOT EXIST ${listed}`];
  });
}
