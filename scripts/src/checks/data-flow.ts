import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../model.ts';
import { applyExceptions, readExceptions } from '../project/allow.ts';
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
    const result = await scan(project, { packages: ['sfge'], engines: ['sfge'], selectors: ['all'] });
    const unproved = applyUnproved(result.unfinished, readUnproved(project.root));
    const found = applyExceptions(result.findings, readExceptions(project.root, ALLOW), ALLOW, {
      mustCount: true,
    });
    return { ...result, findings: [...found, ...unproved.findings], notes: unproved.notes };
  },
};
