import { XMLBuilder } from 'fast-xml-parser';
import type { TestResult } from './results.ts';

/** The results in JUnit's XML: a suite per class. */
export function junit(results: readonly TestResult[]): string {
  const suites = Map.groupBy(results, (result) => result.className);
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });
  const suite = [...suites].map(([name, tests]) => ({
    '@name': name,
    '@tests': tests.length,
    '@failures': tests.filter((result) => !result.passed).length,
    '@time': seconds(tests.reduce((sum, result) => sum + result.time, 0)),
    testcase: tests.map((result) => ({
      '@classname': name,
      '@name': result.method,
      '@time': seconds(result.time),
      ...(result.passed ? {} : { failure: failureOf(result) }),
    })),
  }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ testsuites: { testsuite: suite } })}`;
}

/** Its type is the exception's: `System.AssertException` of `System.AssertException: Assertion Failed`. */
function failureOf({ message, stack }: TestResult): Record<string, string> {
  const text = message ?? '';
  const type = /^[\w.]+(?=:)/.exec(text)?.[0] ?? 'Failure';
  return { '@type': type, '@message': text, '#text': stack };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
