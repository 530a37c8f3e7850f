import type { Check } from '../model.ts';
import { applyExceptions, readExceptions } from '../project/allow.ts';
import { scan } from './code-analyzer.ts';

const ALLOW = 'scripts/allow/sfge.json';

export const dataFlow: Check = {
  name: 'data-flow',
  title: 'the graph engine follows data from every entry point: no violation but the counted ones',
  async run(project) {
    const result = await scan(project, { packages: ['sfge'], engines: ['sfge'], selectors: ['all'] });
    return {
      ...result,
      findings: applyExceptions(result.findings, readExceptions(project.root, ALLOW), ALLOW, {
        mustCount: true,
      }),
    };
  },
};
