import { ESLint } from 'eslint';
import type { Finding } from '../model.ts';
import { shown } from '../project/files.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';

function findingsOf(root: string, { filePath, messages }: ESLint.LintResult): Finding[] {
  return messages.map(({ line, column, ruleId, severity, message }) => ({
    file: shown({ root }, filePath),
    line,
    column,
    rule: ruleId ?? 'syntax',
    severity: severity === 2 ? 'error' : 'warning',
    message,
  }));
}

async function run({ root }: Context): Promise<StepResult> {
  const results = await new ESLint({ cwd: root }).lintFiles(['.']);
  const findings = results.flatMap((result) => findingsOf(root, result));
  const ok = findings.length === 0 && results.length > 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, looked: `${results.length} files`, findings, notes: [] };
}

export const lint: Step = {
  name: 'lint',
  title: 'ESLint over TypeScript and LWC, with the one-way imports',
  run,
};
