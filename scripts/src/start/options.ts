import { parseArgs } from 'node:util';

/** The command line of `npm start`. */
export interface Options {
  readonly help: boolean;
  /** Forget what earlier runs left and begin with the demo data again. */
  readonly reset: boolean;
  /** Of the local org's pages; 0 takes any free one. */
  readonly port: number;
  /** Of the billing server; 0 takes any free one. */
  readonly billingPort: number;
  /** What both sides begin with: `demo`, `installed` or `size=N`. */
  readonly seed: string;
  /** Watch the project's files, the mappings included. */
  readonly watch: boolean;
  /** Folder that keeps the data between runs, relative to the root. */
  readonly folder: string;
}

export const ORG_PORT = 4020;
export const BILLING_PORT = 8585;
export const DEFAULT_SEED = 'demo';

export const USAGE = `npm start -- [options]

Starts the local org with the package in it and a billing server beside it, with demo data, and says where to look.

  --reset            begin anew with the demo data
  --seed WHAT        what a new start has: demo, a small provider that uses billing; size=N, N customers on both sides;
                     installed, an org in which nobody has set billing up yet
  --port N           port of the pages (${ORG_PORT}; 0 takes any free one)
  --billing-port N   port of the billing server (${BILLING_PORT}; 0 takes any free one)
  --folder PATH      where the data are kept between runs (.billwright)
  --no-watch         do not watch the project's files
  --help             print this`;

const MOST_PORTS = 65_535;
/** What the billing server makes at most. */
const MOST_CUSTOMERS = 999_999;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  reset: { type: 'boolean' },
  'no-watch': { type: 'boolean' },
  port: { type: 'string' },
  'billing-port': { type: 'string' },
  seed: { type: 'string' },
  folder: { type: 'string' },
} as const;

type Name = keyof typeof OPTIONS;

/** Throws a TypeError with a readable message on what it does not understand. */
export function readOptions(args: string[]): Options {
  const given = parsed(args);
  return {
    help: given.has('help'),
    reset: given.has('reset'),
    watch: !given.has('no-watch'),
    port: portOf('port', given.get('port'), ORG_PORT),
    billingPort: portOf('billing-port', given.get('billing-port'), BILLING_PORT),
    seed: seedOf(given.get('seed')),
    folder: folderOf(given.get('folder')),
  };
}

/**
 * What stands before `--` npm takes for options of its own, and hands them on as environment variables only. Throws a
 * TypeError that says where they belong.
 */
export function refuseLostOptions(environment: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(OPTIONS)) {
    const variable = `npm_config_${name.replace(/^no-/, '').replaceAll('-', '_')}`;
    if (name === 'help' || environment[variable] === undefined) continue;
    throw new TypeError(
      `npm took --${name} for itself. Put two dashes before it: npm start -- --${name} ...`,
    );
  }
}

/** Values by name; those of switches are empty. */
function parsed(args: string[]): ReadonlyMap<Name, string> {
  const given = new Map<Name, string>();
  const { tokens } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new TypeError(`"${token.value}" is no option.`);
    if (!isName(token.name)) throw new TypeError(`There is no option ${token.rawName}.`);
    const { name, value, inlineValue } = token;
    if (given.has(name)) throw new TypeError(`--${name} is given twice.`);
    given.set(name, valueOf(name, value, inlineValue === true));
  }
  return given;
}

function isName(name: string): name is Name {
  return Object.hasOwn(OPTIONS, name);
}

/** `--port --reset` has forgotten the port. */
function valueOf(name: Name, value: string | undefined, isInline: boolean): string {
  if (OPTIONS[name].type === 'boolean') {
    if (value !== undefined) throw new TypeError(`--${name} takes no value, so "${value}" is too much.`);
    return '';
  }
  if (value === undefined || (value.startsWith('-') && !isInline))
    throw new TypeError(`--${name} needs a value.`);
  return value;
}

function portOf(name: Name, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= MOST_PORTS) return port;
  throw new TypeError(`--${name} takes a number from 0 (any free one) to ${MOST_PORTS}, not "${text}".`);
}

/** What a new start may have beside a number of customers. */
const SEEDS: readonly string[] = [DEFAULT_SEED, 'installed'];

function seedOf(text: string = DEFAULT_SEED): string {
  const size = Number(/^size=(?<size>\d{1,7})$/.exec(text)?.groups?.size ?? 0);
  if (SEEDS.includes(text) || (size >= 1 && size <= MOST_CUSTOMERS)) return text;
  throw new TypeError(
    `--seed takes ${SEEDS.join(', ')} or size=N with N from 1 to ${MOST_CUSTOMERS}, not "${text}".`,
  );
}

function folderOf(text = '.billwright'): string {
  if (text.trim() !== '') return text;
  throw new TypeError('--folder takes the path of a folder.');
}
