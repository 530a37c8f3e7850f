import assert from 'node:assert/strict';
import type { Execution, LocalOrg, TestResult } from '../../src/index.ts';
import { selectClasses } from '../../src/testing/plan.ts';
import { runClass } from '../../src/testing/run-class.ts';

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
export function resultsOf({ kernel }: LocalOrg, name: string): Map<string, TestResult> {
  const classes = selectClasses(kernel.program.classes.values(), { classes: [name] });
  const results = classes.flatMap((info) => [...runClass(kernel, info)]);
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
