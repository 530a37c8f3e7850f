import { build } from '../compile/build.ts';
import { orgOptions, parse } from './arguments.ts';
import { printDiagnostics } from './diagnostics.ts';

/** Compiles the project; 1 when something is wrong. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {}, 1);
  const { diagnostics, compiled } = build(orgOptions(positionals[0], values));
  const errors = printDiagnostics(diagnostics);
  console.log(`${compiled.files.length} classes compiled, ${errors} errors`);
  return errors ? 1 : 0;
}
