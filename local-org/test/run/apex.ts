import assert from 'node:assert/strict';
import type { Execution, LocalOrg, TestResult } from '../../src/index.ts';
import { runTests } from '../../src/testing/run.ts';

/** Runs anonymous Apex that must succeed; gives the texts of its debug log. */
export function logOf(org: LocalOrg, apex: string): string[] {
  const execution = org.execute(apex);
  assert.equal(problemOf(execution), '');
  return execution.log.map(({ text }) => text);
}

/** Runs anonymous Apex that must fail while it runs. */
export function failureOf(org: LocalOrg, apex: string): Execution & { readonly exception: string } {
  const execution = org.execute(apex);
  assert.deepEqual(execution.diagnostics, []);
  const { exception } = execution;
  assert.ok(exception !== null, 'it did not fail');
  return { ...execution, exception };
}

/** The results of one test class by method. */
export async function resultsOf(
  org: LocalOrg,
  project: string,
  name: string,
): Promise<Map<string, TestResult>> {
  const results: TestResult[] = [];
  await runTests(org, { project }, { classes: [name] }, (result) => results.push(result));
  return new Map(results.map((result) => [result.method, result]));
}

/** Asserts that exactly these methods ran, and that all of them passed. */
export function assertPassed(results: ReadonlyMap<string, TestResult>, ...methods: string[]): void {
  const failures = [...results.values()].flatMap(({ passed, method, message, stack }) =>
    passed ? [] : [`${method}: ${message}\n${stack}`],
  );
  assert.deepEqual(failures, []);
  assert.deepEqual([...results.keys()].sort(), methods.sort());
}

function problemOf({ diagnostics, exception, stack }: Execution): string {
  return [...diagnostics.map(({ message }) => message), ...(exception ? [exception, stack] : [])].join('\n');
}
