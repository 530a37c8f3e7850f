import { parseArgs } from 'node:util';

/** The command line of `npm test`. */
export interface Options {
  readonly only: readonly string[];
  readonly long: boolean;
  readonly list: boolean;
  readonly help: boolean;
}

export const USAGE = `npm test -- [options]

  --only a,b   run only these steps; a name that ends in * takes all that begin so
  --long       more runs of the property tests (sets BILLWRIGHT_LONG=1)
  --list       print the steps and what they do
  --help       print this`;

/** Throws a TypeError with a readable message on an unknown flag. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      long: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const only = (values.only ?? []).flatMap((names) => names.split(',')).map((name) => name.trim());
  return { only: only.filter(Boolean), long: values.long, list: values.list, help: values.help };
}

/** Picks steps by name. Throws on a name that fits none: a typing error must not look like success. */
export function pick<T extends { name: string }>(steps: readonly T[], only: readonly string[]): readonly T[] {
  if (only.length === 0) return steps;
  const fits = (step: T, name: string): boolean =>
    name.endsWith('*') ? step.name.startsWith(name.slice(0, -1)) : step.name === name;
  const unknown = only.filter((name) => !steps.some((step) => fits(step, name)));
  if (unknown.length > 0) {
    throw new TypeError(`No step is called ${unknown.join(', ')}; "npm test -- --list" shows all names.`);
  }
  return steps.filter((step) => only.some((name) => fits(step, name)));
}
