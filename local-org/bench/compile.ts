import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { packageFolder } from '../src/platform/jar/modules.ts';
import { best, ratio, seconds, table } from './table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = fileURLToPath(new URL('../src/cli.js', import.meta.url));
const JARS = join(packageFolder('@salesforce/code-analyzer-pmd-engine'), 'dist', 'java-lib', '*');
const APEX_LS = 'io.github.apexdevtools.apexls.CheckForIssues';

/** This repository's own classes, beside apex-ls over the same files. */
export async function compileSpeed(): Promise<string> {
  const java = spawnSync('java', ['-version']);
  if (java.error) return 'Compile speed was not measured: there is no Java for apex-ls.';
  const apexLs = await best(2, () =>
    must('java', ['-cp', JARS, APEX_LS, '-n', '-w', ROOT, '-d', 'errors', '-f', 'text']),
  );
  const anew = await best(2, () => must(process.execPath, [CLI, 'check', ROOT, '--no-cache']));
  must(process.execPath, [CLI, 'check', ROOT]);
  const kept = await best(2, () => must(process.execPath, [CLI, 'check', ROOT]));
  const rows = [
    ['apex-ls, checks only', seconds(apexLs), ratio(apexLs, apexLs)],
    ['local org, all anew', seconds(anew), ratio(anew, apexLs)],
    ['local org, nothing changed', seconds(kept), ratio(kept, apexLs)],
  ];
  return table("Compiling this repository's package", ['', 'time', 'ratio'], rows);
}

function must(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, [...args]);
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`);
}
