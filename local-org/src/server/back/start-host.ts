import { existsSync, readFileSync } from 'node:fs';
import { formatDiagnostic } from '../../cli/diagnostics.ts';
import { createOrg, type LocalOrg } from '../../local-org.ts';
import type { ThreadData } from '../messages.ts';
import { OrgHost } from './org-host.ts';
import { importPlan } from './import-plan.ts';

/**
 * Opens the org; a database that is new gets its first records. Throws with a message for people when they can't be
 * made.
 */
export function startHost(data: ThreadData, progress: (text: string) => void): OrgHost {
  const isNew = data.org.database === undefined || !existsSync(data.org.database);
  progress('Compiling the project');
  const org = createOrg({ ...data.org, isReloadable: true });
  if (isNew) for (const file of data.data) step(progress, file, () => importPlan(org, file));
  if (isNew) for (const file of data.apex) step(progress, file, () => runFile(org, file));
  return new OrgHost(org, { app: data.app });
}

function step(progress: (text: string) => void, file: string, body: () => void): void {
  progress(`Making records from ${file}`);
  try {
    body();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function runFile(org: LocalOrg, file: string): void {
  const { success, diagnostics, exception, stack } = org.execute(readFileSync(file, 'utf8'));
  if (success) return;
  throw new Error(
    exception === null ? diagnostics.map(formatDiagnostic).join('\n') : `${exception}\n${stack}`,
  );
}
