import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { ThreadOptions } from '../testing/messages.ts';

/** The command line is wrong; the message says how. */
export class CommandError extends Error {}

const COMMON = {
  namespaced: { type: 'boolean' },
  'as-installed': { type: 'boolean' },
  feature: { type: 'string', multiple: true },
  'package-directory': { type: 'string', multiple: true },
  database: { type: 'string' },
  'no-cache': { type: 'boolean' },
} as const;

type Options = NonNullable<ParseArgsConfig['options']>;
type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** A command line taken apart. */
export interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
}

/** Throws `CommandError` for an option that the command does not have. */
export function parse(args: readonly string[], options: Options, mostPositionals: number): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...options },
      allowPositionals: true,
    });
    if (positionals.length > mostPositionals)
      throw new CommandError(`Too many arguments: ${positionals.at(-1)}`);
    return { values, positionals };
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(error.message);
    throw error;
  }
}

/** The options of the org that the command line asks for. */
export function orgOptions(folder: string | undefined, values: Values): ThreadOptions {
  const list = (value: Values[string]): string[] => (Array.isArray(value) ? value.map(String) : []);
  const directories = list(values['package-directory']);
  return {
    project: folder ?? process.cwd(),
    namespaced: values.namespaced === true,
    asInstalled: values['as-installed'] === true,
    features: list(values.feature),
    ...(directories.length ? { packageDirectories: directories } : {}),
    ...(typeof values.database === 'string' ? { database: values.database } : {}),
    ...(values['no-cache'] === true ? { cache: null } : {}),
  };
}
