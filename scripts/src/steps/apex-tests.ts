import { command } from '../runner/command.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';

/** What `local-org test --json --coverage` prints. */
interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly results: readonly {
    className: string;
    method: string;
    passed: boolean;
    message: string | null;
    stack: string;
  }[];
  readonly coverage: readonly { file: string; percent: number; uncovered: readonly number[] }[];
}

/** No class of the package may be covered less; the platform asks for 75 % altogether. */
const LEAST_COVERAGE = 90;

/** The package's own Apex tests in the local org. `asInstalled`: with the namespace, as a customer's org has it. */
function apexTests(name: string, title: string, options: readonly string[]): Step {
  const run = async ({ root }: Context): Promise<StepResult> => {
    const cli = 'local-org/src/cli.js';
    const ended = await command(process.execPath, [cli, 'test', '--json', '--coverage', ...options], {
      cwd: root,
    });
    let report: Report;
    try {
      report = JSON.parse(ended.stdout) as Report;
    } catch {
      const output = `${ended.stderr}\n${ended.stdout}`;
      return { passed: 0, failed: 1, looked: '0 tests', findings: [], notes: [], output };
    }
    return judged(report, ended.status !== 0, ended.stderr);
  };
  return { name, title, run };
}

function judged(report: Report, hasFailed: boolean, printed: string): StepResult {
  const failures = report.results
    .filter((result) => !result.passed)
    .map((result) => `${result.className}.${result.method}\n  ${result.message}\n${result.stack}`);
  const tooLittle = report.coverage
    .filter(({ percent }) => percent < LEAST_COVERAGE)
    .map(
      ({ file, percent, uncovered }) =>
        `${file}: ${Math.floor(percent)} % of its lines are covered, less than ${LEAST_COVERAGE} %; not ${uncovered.join(', ')}`,
    );
  const problems = [...failures, ...tooLittle];
  const failed = hasFailed && !problems.length ? 1 : problems.length;
  return {
    passed: report.passed,
    failed: report.results.length ? failed : 1,
    looked: `${report.results.length} tests, ${report.coverage.length} classes`,
    findings: [],
    notes: [],
    output: [...problems, printed].join('\n'),
  };
}

export const apexSteps: readonly Step[] = [
  apexTests('test:apex', 'Apex tests of the package in the local org', []),
  apexTests('test:apex-installed', 'Apex tests of the package as installed, with its namespace', [
    '--as-installed',
  ]),
];
