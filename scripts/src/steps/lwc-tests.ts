import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '../../../local-org/src/platform/jar/modules.ts';
import { command } from '../runner/command.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numTotalTestSuites: number;
}

async function readReport(file: string): Promise<JestReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}

function resultOf(report: JestReport | undefined, output: string): StepResult {
  if (!report || report.numTotalTestSuites === 0) {
    return {
      passed: 0,
      failed: 1,
      looked: '0 tests',
      findings: [],
      notes: [],
      output: output || 'jest ran nothing',
    };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const looked = `${report.numPassedTests + failed} tests in ${report.numTotalTestSuites} files`;
  return { passed: report.numPassedTests, failed, looked, findings: [], notes: [], output };
}

async function run({ root }: Context): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'billwright-jest-'));
  const outputFile = join(folder, 'report.json');
  const jest = packageFile('jest', 'bin', 'jest.js');
  const args = [jest, '--config', 'jest.config.js', '--json', '--outputFile', outputFile, '--colors=false'];
  try {
    const ended = await command(process.execPath, args, { cwd: root });
    const result = resultOf(await readReport(outputFile), ended.stderr);
    const unexplained = ended.status !== 0 && result.failed === 0;
    return unexplained ? { ...result, failed: 1 } : result;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const lwcTests: Step = { name: 'test:lwc', title: 'jest tests of the Lightning web components', run };
