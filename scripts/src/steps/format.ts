import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import type { Finding } from '../model.ts';
import { filesBelow, shown } from '../project/files.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';

const AT_ONCE = 4;

async function isKnown(root: string, file: string): Promise<boolean> {
  const info = await prettier.getFileInfo(file, {
    ignorePath: join(root, '.prettierignore'),
    resolveConfig: true,
  });
  return !info.ignored && info.inferredParser !== null;
}

function syntaxError(file: string, error: unknown): Finding {
  const { message, loc } = error as { message: string; loc?: { start?: { line: number; column: number } } };
  return {
    file,
    ...loc?.start,
    rule: 'syntax',
    severity: 'error',
    message: message.split('\n')[0] ?? message,
  };
}

async function checkFile(root: string, path: string): Promise<Finding[]> {
  const file = shown({ root }, path);
  const options = await prettier.resolveConfig(path, { editorconfig: true });
  try {
    const ok = await prettier.check(await readFile(path, 'utf8'), { ...options, filepath: path });
    const message = 'Not in Prettier’s layout; "npm run format" puts it right.';
    return ok ? [] : [{ file, rule: 'layout', severity: 'error', message }];
  } catch (error) {
    return [syntaxError(file, error)];
  }
}

/** Checks a few files at a time: the Apex parser is a program of its own, so a second one uses the second core. */
async function checkFiles(root: string, files: string[]): Promise<Finding[]> {
  const queue = [...files];
  const findings: Finding[] = [];
  const worker = async (): Promise<void> => {
    for (let file = queue.shift(); file; file = queue.shift())
      findings.push(...(await checkFile(root, file)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return findings.sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function run({ root }: Context): Promise<StepResult> {
  const all = filesBelow(root);
  const known = await Promise.all(all.map((file) => isKnown(root, file)));
  const files = all.filter((_, index) => known[index]);
  const findings = await checkFiles(root, files);
  const ok = findings.length === 0 && files.length > 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, looked: `${files.length} files`, findings, notes: [] };
}

export const format: Step = {
  name: 'format',
  title: 'Prettier’s layout of Apex, LWC, TypeScript, JSON and Markdown',
  run,
};
