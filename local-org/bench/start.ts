import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { syntheticProject } from './project.ts';
import { best, seconds, table } from './table.ts';

const CLI = fileURLToPath(new URL('../src/cli.js', import.meta.url));
const CLASSES = 100;

/** From the start of the process to the end of one test, in a project of 100 classes. */
export async function startSpeed(): Promise<string> {
  const project = syntheticProject(CLASSES);
  const run = (...options: string[]): void => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'test', project, ...options]);
    if (status !== 0) throw new Error(`The test run failed:\n${stdout}${stderr}`);
  };
  try {
    const node = await best(3, () => spawnSync(process.execPath, ['-e', '0']));
    const nothing = await best(2, () => run('--no-cache'));
    run();
    const kept = await best(3, () => run());
    const rows = [
      ['a bare Node process', seconds(node)],
      ['nothing kept: parsed and compiled anew', seconds(nothing)],
      ['nothing changed since the last run', seconds(kept)],
    ];
    return table(`Start to first test result, ${CLASSES} classes`, ['', 'time'], rows);
  } finally {
    rmSync(project, { recursive: true });
  }
}
