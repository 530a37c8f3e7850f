/** Runs again after each change, with a reader that keeps what did not change. */
import { join } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { prepare } from '../generate.ts';
import { MappingProject } from '../read/index.ts';
import { applyPlan, diskAt } from '../write/index.ts';
import { report, type Call } from './run.ts';

/** Editors write a file in several steps; changes within this time are one change. */
const quietMilliseconds = 60;

const clock = (): string => new Date().toTimeString().slice(0, 8);

function outcome(call: Call): string {
  const prepared = prepare(call.request);
  const { plan } = prepared;
  if (!plan) {
    report(call, prepared.diagnostics);
    return 'nothing written';
  }
  applyPlan(diskAt(call.request.root), plan);
  const count = (kind: string): number => plan.changes.filter((change) => change.kind === kind).length;
  return `${count('new')} new, ${count('changed')} changed, ${count('removed')} removed`;
}

/** A failure is told and not the end: the next change may mend it. */
function runAndTell(call: Call): void {
  const start = performance.now();
  let text: string;
  try {
    text = outcome(call);
  } catch (error) {
    text = error instanceof Error ? error.message : String(error);
  }
  call.terminal.out(`${clock()}  ${text}, ${Math.round(performance.now() - start)} ms\n`);
}

/** What a run depends on: the mappings, the names of what is written by hand, and the project's own facts. */
function watched({ root, mappingsDir }: Call['request']): string[] {
  return [mappingsDir, 'force-app/main/default', 'sfdx-project.json', 'generator/names.lock.json'].map(
    (path) => join(root, path),
  );
}

/** Ends with exit code 0 when the process is asked to stop. */
export async function watch(call: Call): Promise<number> {
  const { root, mappingsDir, system } = call.request;
  const project = new MappingProject({
    root,
    mappingsDir,
    ...(system !== undefined && { systems: [system] }),
  });
  const watching: Call = { ...call, request: { ...call.request, read: () => project.read() } };
  const files = watchFiles(watched(call.request), { ignoreInitial: true });
  await new Promise<void>((ready) => files.once('ready', () => ready()));
  runAndTell(watching);
  let timer: NodeJS.Timeout | undefined;
  files.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => runAndTell(watching), quietMilliseconds);
  });
  await new Promise<void>((stop) =>
    ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => stop())),
  );
  clearTimeout(timer);
  await files.close();
  return 0;
}
