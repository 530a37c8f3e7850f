import { parseArgs } from 'node:util';

/** What one call of the command line shall do. */
export interface Options {
  readonly mode: 'write' | 'check' | 'diff' | 'watch';
  readonly json: boolean;
  readonly help: boolean;
  readonly system?: string;
  readonly release?: string;
  readonly root?: string;
  readonly mappings: string;
}

export const usage = `npm run generate -- [options]

Reads the mappings and writes the package. Nothing is written while there is any diagnostic.

  --check              write nothing; fail and show the difference if an emitted file is stale
  --diff               write nothing; list what would change, by component
  --watch              write, then again after each change of a mapping; one line for each run
  --system <name>      touch only the files of this billing system; core is read as well.
                       What only all systems together can show, such as released names, is left
                       to a whole run
  --release <version>  write, then lock every name as released with this version
  --json               print diagnostics as a JSON array, for editors and CI
  --root <folder>      the repository; the one that holds the generator when left out
  --mappings <folder>  folder of the mappings, relative to the root; generator/mappings when left out
  --help               print this

Exit codes: 0 all well, 1 diagnostics or stale output, 2 wrong usage, 3 an internal or disk error.
`;

/** A wrong command line; the message says what is wrong with it. */
export class UsageError extends Error {}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        check: { type: 'boolean', default: false },
        diff: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        system: { type: 'string' },
        release: { type: 'string' },
        root: { type: 'string' },
        mappings: { type: 'string', default: 'generator/mappings' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Throws a UsageError with a message that says which options don't go together. */
export function readOptions(args: readonly string[]): Options {
  const { check, diff, watch, json, help, system, release, root, mappings } = parse(args);
  const chosen = (['check', 'diff', 'watch'] as const).filter((mode) => ({ check, diff, watch })[mode]);
  if (chosen.length > 1) throw new UsageError(`--${chosen.join(' and --')} exclude each other.`);
  const mode = chosen[0] ?? 'write';
  if (release !== undefined && !/^\d+\.\d+\.\d+$/.test(release))
    throw new UsageError(`--release takes a version such as 1.2.0, not "${release}".`);
  if (release !== undefined && (mode !== 'write' || system !== undefined))
    throw new UsageError('--release locks the names of the whole package and goes with no other mode.');
  if (json && mode === 'watch') throw new UsageError('--json gives one answer and does not go with --watch.');
  return {
    mode,
    json,
    help,
    mappings: mappings.replaceAll('\\', '/').replace(/\/+$/, ''),
    ...(system !== undefined && { system }),
    ...(release !== undefined && { release }),
    ...(root !== undefined && { root }),
  };
}
