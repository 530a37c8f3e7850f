import { join } from 'node:path';
import { filesBelow } from '../project/files.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';
import { systemTool } from '../system-tools.ts';
import { runFiles } from './node-tests.ts';

/** Node tests that drive a real browser, `*.browser.ts` of one workspace; they find it in `CHROMIUM`. */
export function browserTests(workspace: string): Step {
  const run = async ({ root }: Context): Promise<StepResult> => {
    const files = filesBelow(join(root, workspace, 'test')).filter((file) => file.endsWith('.browser.ts'));
    process.env.CHROMIUM = await systemTool('chromium');
    const result = await runFiles(root, files);
    if (result.passed + result.failed > 0) return result;
    const output = `${workspace}/test holds no *.browser.ts with a test.`;
    return { ...result, failed: 1, output };
  };
  return { name: `test:${workspace}-browser`, title: `tests of ${workspace} in Chromium`, run };
}
