import { createOrg } from '../local-org.ts';
import { SoqlSyntaxError } from '../syntax/soql-error.ts';
import { CommandError, orgOptions, parse } from './arguments.ts';
import { printDiagnostics } from './diagnostics.ts';

/** Prints the rows of a query as JSON. */
export async function query(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {}, 2);
  const [soql, folder] = positionals;
  if (soql === undefined) throw new CommandError('Give the SOQL to run.');
  const org = createOrg(orgOptions(folder, values));
  try {
    printDiagnostics(org.diagnostics);
    console.log(JSON.stringify(org.query(soql), null, 2));
    return 0;
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  } finally {
    await org.close();
  }
}

function messageOf(error: unknown): string {
  if (error instanceof SoqlSyntaxError) return `${error.line}:${error.column}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
