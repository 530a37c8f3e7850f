/** An org and a billing server with the demo data, made once and copied for each file of tests. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../../scripts/src/start/run.ts';

export const ROOT = resolve(import.meta.dirname, '..', '..');

const quiet = { help: false, reset: false, port: 0, billingPort: 0, seed: 'demo', watch: false };

/** Fills a folder as the first `npm start` does. */
export async function makeTemplate(folder: string): Promise<void> {
  const started = await run(ROOT, { ...quiet, folder }, () => undefined);
  await started.stop();
}

/** A folder with the demo data, for one file of tests. `BILLWRIGHT_E2E_TEMPLATE` names one that was made before. */
export async function demoFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'billwright-e2e-'));
  const { BILLWRIGHT_E2E_TEMPLATE: template } = process.env;
  if (template === undefined) await makeTemplate(folder);
  else cpSync(template, folder, { recursive: true });
  return folder;
}
