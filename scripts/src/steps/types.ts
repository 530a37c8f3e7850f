import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model.ts';
import { filesBelow } from '../project/files.ts';
import { packageFile } from '../../../local-org/src/platform/jar/modules.ts';
import { command } from '../runner/command.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';

const DIAGNOSTIC = /^(?<file>.+?)\((?<line>\d+),(?<column>\d+)\): error (?<rule>TS\d+): (?<message>.*)$/;

/** The workspaces that exist, by the name of their folder. */
export function workspaces(root: string): string[] {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return [];
  const { workspaces: names = [] } = JSON.parse(readFileSync(file, 'utf8')) as { workspaces?: string[] };
  return names.filter((name) => existsSync(join(root, name)));
}

function toFinding(line: string): Finding | undefined {
  const groups = DIAGNOSTIC.exec(line)?.groups;
  if (!groups) return undefined;
  const { file = '', rule = '', message = '' } = groups;
  return { file, line: Number(groups.line), column: Number(groups.column), rule, severity: 'error', message };
}

/** Type-checks one workspace; a message without a place (a wrong option) is kept as a finding as well. */
async function check(root: string, workspace: string): Promise<Finding[]> {
  const config = join(workspace, 'tsconfig.json');
  if (!existsSync(join(root, config))) {
    const message = 'The workspace has no tsconfig.json; add one that extends ../tsconfig.base.json.';
    return [{ file: config, rule: 'missing', severity: 'error', message }];
  }
  const tsc = packageFile('typescript', 'lib', 'tsc.js');
  const ended = await command(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', config], {
    cwd: root,
  });
  if (ended.status === 0) return [];
  const findings = ended.stdout.split('\n').flatMap((line) => toFinding(line) ?? []);
  if (findings.length > 0) return findings;
  return [{ file: config, rule: 'tsc', severity: 'error', message: (ended.stdout + ended.stderr).trim() }];
}

async function run({ root }: Context): Promise<StepResult> {
  const names = workspaces(root);
  const findings = (await Promise.all(names.map((name) => check(root, name)))).flat();
  const files = names.flatMap((name) => filesBelow(join(root, name))).filter((file) => file.endsWith('.ts'));
  const ok = findings.length === 0 && files.length > 0;
  return {
    passed: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    looked: `${files.length} TypeScript files`,
    findings,
    notes: [],
  };
}

export const types: Step = { name: 'types', title: 'type-checks every workspace with tsc', run };
