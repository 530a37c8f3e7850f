import { join, resolve } from 'node:path';
import { run as runTests } from 'node:test';
import { inspect } from 'node:util';
import { filesBelow, shown } from '../project/files.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';

const AT_ONCE = 2;

/** What Node says at the end of a test, a suite or a file. */
interface End {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: {
    readonly type?: string;
    readonly error?: Error & { readonly failureType?: string };
  };
}

const isSkipped = ({ skip, todo }: End): boolean => skip !== undefined || todo !== undefined;

/** A file that runs to its end without a test is reported as a passed test of its own name. */
function isTest(root: string, { name, file, details }: End): boolean {
  return details.type !== 'suite' && resolve(root, name) !== file;
}

/** A suite fails because a test in it failed; counting and showing it again would hide the reason. */
function isReason(end: End): boolean {
  return !isSkipped(end) && end.details.error?.failureType !== 'subtestsFailed';
}

function describe(root: string, { name, file, line, details }: End): string {
  const place = file ? `${shown({ root }, file)}:${line ?? 1}` : root;
  const cause = details.error?.cause ?? details.error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
  return `${place} ${name}\n${text.replaceAll(/^/gm, '    ')}`;
}

/** Runs test files of Node's own test runner, some at once. */
export async function runFiles(root: string, files: string[]): Promise<StepResult> {
  const passes: End[] = [];
  const failures: End[] = [];
  const printed: string[] = [];
  const stream = runTests({ files, cwd: root, concurrency: AT_ONCE });
  stream.on('test:pass', (end) => void passes.push(end as End));
  stream.on('test:fail', (end) => void failures.push(end as End));
  stream.on('test:stderr', ({ message }) => void printed.push(message));
  for await (const _ of stream);
  const tests = passes.filter((end) => isTest(root, end));
  const passed = tests.filter((end) => !isSkipped(end)).length;
  const skipped = [...tests, ...failures].filter(isSkipped).length;
  const reasons = failures.filter(isReason);
  return {
    passed,
    failed: reasons.length,
    looked: `${passed + reasons.length} tests in ${files.length} files`,
    findings: [],
    notes: skipped > 0 ? [`${skipped} tests are marked skip or todo`] : [],
    output: [...reasons.map((end) => describe(root, end)), ...printed].join('\n'),
  };
}

/** The tests of one workspace; none at all is a failure. */
export function nodeTests(workspace: string): Step {
  return testsIn(`test:${workspace}`, workspace, 'test');
}

/** Tests over several workspaces that need no browser. */
export const integrationTests = testsIn('test:integration', 'e2e', 'integration');

function testsIn(name: string, workspace: string, folder: string): Step {
  const run = async ({ root }: Context): Promise<StepResult> => {
    const files = filesBelow(join(root, workspace, folder)).filter((file) => file.endsWith('.test.ts'));
    if (files.length > 0) {
      const result = await runFiles(root, files);
      if (result.passed + result.failed > 0) return result;
    }
    const output = `${workspace}/${folder} holds no test; add *.test.ts files there or drop the workspace.`;
    return { passed: 0, failed: 1, looked: '0 tests', findings: [], notes: [], output };
  };
  return { name, title: `Node tests of ${workspace}/${folder}`, run };
}
