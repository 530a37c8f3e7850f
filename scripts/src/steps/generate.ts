import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../runner/command.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';

const CLI = join('generator', 'src', 'cli.ts');

async function run({ root }: Context): Promise<StepResult> {
  if (!existsSync(join(root, CLI))) {
    const output = `${CLI} is missing; it must say with --check whether the committed package is what the mappings give.`;
    return { passed: 0, failed: 1, looked: 'no generator', findings: [], notes: [], output };
  }
  const ended = await command(process.execPath, [CLI, '--check'], { cwd: root });
  const ok = ended.status === 0;
  return {
    passed: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    looked: 'generate --check',
    findings: [],
    notes: [],
    output: ended.stdout + ended.stderr,
  };
}

export const generate: Step = {
  name: 'generate',
  title: 'the committed package is what the mappings give',
  run,
};
