import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../model.ts';
import { applyExceptions, readExceptions } from '../project/allow.ts';
import { packageFiles, shown } from '../project/files.ts';
import { scan } from './code-analyzer.ts';
import { applyUnproved, type UnprovedFile } from './unfinished-paths.ts';

const ALLOW = 'scripts/allow/sfge.json';
const UNPROVED = 'scripts/allow/sfge-unproved.json';

function readUnproved(root: string): UnprovedFile[] {
  const file = join(root, UNPROVED);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as UnprovedFile[]) : [];
}

export const dataFlow: Check = {
  name: 'data-flow',
  title: 'the graph engine follows data from every entry point: no violation but the counted ones',
  async run(project) {
    const listed = readUnproved(project.root);
    // What is found on the way of a listed entry point depends on how far the machine gets; it would prove nothing.
    const isTarget = (file: string): boolean => !listed.some((one) => new RegExp(one.file).test(`/${file}`));
    const result = await scan(project, {
      packages: ['sfge'],
      engines: ['sfge'],
      selectors: ['all'],
      isTarget,
    });
    const unproved = applyUnproved(result.unfinished, listed);
    const found = applyExceptions(result.findings, readExceptions(project.root, ALLOW), ALLOW, {
      mustCount: true,
    });
    const left = packageFiles(project).filter((file) => !isTarget(shown(project, file))).length;
    const notes =
      left > 0 ? [`${left} listed files are no entry points here: what they reach is not proved`] : [];
    return { ...result, findings: [...found, ...unproved.findings], notes: [...notes, ...unproved.notes] };
  },
};
