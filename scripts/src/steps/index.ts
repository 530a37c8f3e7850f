import { checks } from '../checks/index.ts';
import type { Project } from '../model.ts';
import { readProject } from '../project/project.ts';
import { checkStep } from '../runner/check-step.ts';
import type { Step } from '../runner/step.ts';
import { apexSteps } from './apex-tests.ts';
import { browserTests, endToEnd } from './browser-tests.ts';
import { format } from './format.ts';
import { generate } from './generate.ts';
import { lint } from './lint.ts';
import { lwcTests } from './lwc-tests.ts';
import { integrationTests, nodeTests } from './node-tests.ts';
import { types, workspaces } from './types.ts';

/** Everything `npm test` does, cheap first. */
export function allSteps(root: string): readonly Step[] {
  let known: Project | undefined;
  const project = (): Project => (known ??= readProject(root));
  return [
    types,
    format,
    lint,
    generate,
    ...workspaces(root)
      .filter((name) => name !== 'e2e')
      .map(nodeTests),
    ...apexSteps,
    lwcTests,
    integrationTests,
    browserTests('local-org'),
    endToEnd,
    ...checks.map((check) => checkStep(check, project)),
  ];
}
