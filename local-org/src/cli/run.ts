import { readFileSync } from 'node:fs';
import { LocalOrgDefect } from '../runtime/faults.ts';
import { createOrg } from '../local-org.ts';
import { CommandError, orgOptions, parse } from './arguments.ts';
import { printDiagnostics } from './diagnostics.ts';

const STANDARD_INPUT = 0;

/** Runs anonymous Apex, then the jobs that it has queued, and prints what they debug as it comes. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {}, 2);
  const [source, folder] = positionals;
  if (source === undefined) throw new CommandError('Give the Apex to run.');
  const apex = source === '-' ? readFileSync(STANDARD_INPUT, 'utf8') : source;
  const org = createOrg(orgOptions(folder, values));
  try {
    printDiagnostics(org.diagnostics);
    org.kernel.onDebug = (_level, text) => console.log(text);
    const execution = org.execute(apex);
    printDiagnostics(execution.diagnostics);
    if (execution.exception) console.error(`${execution.exception}\n${execution.stack}`);
    return execution.success ? 0 : 1;
  } catch (error) {
    if (!(error instanceof LocalOrgDefect)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await org.close();
  }
}
