import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../project/files.ts';
import { command } from '../runner/command.ts';
import type { Context, Step, StepResult } from '../runner/step.ts';
import { systemTool } from '../system-tools.ts';
import { runFiles } from './node-tests.ts';

async function runBrowserTests(root: string, workspace: string): Promise<StepResult> {
  const files = filesBelow(join(root, workspace, 'test')).filter((file) => file.endsWith('.browser.ts'));
  process.env.CHROMIUM = await systemTool('chromium');
  const result = await runFiles(root, files);
  if (result.passed + result.failed > 0) return result;
  return { ...result, failed: 1, output: `${workspace}/test holds no *.browser.ts with a test.` };
}

/** Node tests that drive a real browser, `*.browser.ts` of one workspace; they find it in `CHROMIUM`. */
export function browserTests(workspace: string): Step {
  return {
    name: `test:${workspace}-browser`,
    title: `tests of ${workspace} in Chromium`,
    run: ({ root }: Context) => runBrowserTests(root, workspace),
  };
}

/** The tests of the whole. The demo data are made once and copied for each file. */
export const endToEnd: Step = {
  name: 'test:e2e',
  title: 'pages, Apex, HTTP and billing server together, in Chromium',
  async run({ root }: Context): Promise<StepResult> {
    const template = await mkdtemp(join(tmpdir(), 'billwright-e2e-template-'));
    try {
      const script = join(root, 'e2e', 'src', 'make-template.ts');
      const { status, stderr } = await command(process.execPath, [script, template], { cwd: root });
      if (status !== 0) {
        return { passed: 0, failed: 1, looked: '0 tests', findings: [], notes: [], output: stderr };
      }
      process.env.BILLWRIGHT_E2E_TEMPLATE = template;
      return await runBrowserTests(root, 'e2e');
    } finally {
      await rm(template, { recursive: true });
    }
  },
};
