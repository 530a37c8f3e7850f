/** Reads the command line, naming whatever is wrong with it. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { DEFAULT_FIDELITY } from '../fidelity/fidelity.ts';
import { TenantZone, type Instant } from '../clock/zone.ts';
import { isLoopback } from '../outbound/target.ts';
import { MOST_ACCOUNTS } from '../seed/size.ts';

/** What an empty tenant is filled with. */
export type Seed =
  | { readonly kind: 'none' }
  | { readonly kind: 'demo' }
  | { readonly kind: 'size'; readonly accounts: number };

/** The command line as it was meant. */
export interface Options {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly data: string | undefined;
  /** Undefined where nobody asked: a new tenant then gets the demo. */
  readonly seed: Seed | undefined;
  readonly strict: boolean;
  /** Undefined where nobody gave one, which is fine on the own machine only. */
  readonly key: string | undefined;
  readonly clock: Instant | undefined;
  readonly allowOutbound: boolean;
}

/** A command line that can't be used; the message is for the person who wrote it. */
export class UsageError extends Error {}

export const DEFAULT_PORT = 8585;
export const DEFAULT_HOST = '127.0.0.1';
const SHORTEST_KEY = 16;

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  data: { type: 'string' },
  seed: { type: 'string' },
  strict: { type: 'boolean' },
  key: { type: 'string' },
  clock: { type: 'string' },
  'allow-outbound': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new UsageError(`--port takes a number from 0 (any free one) to 65535, not "${text}".`);
  return port;
}

function seedOf(text: string | undefined): Seed | undefined {
  if (text === undefined) return undefined;
  if (text === 'none' || text === 'demo') return { kind: text };
  const accounts = /^size=(\d{1,7})$/.exec(text)?.[1];
  if (accounts !== undefined && Number(accounts) >= 1 && Number(accounts) <= MOST_ACCOUNTS) {
    return { kind: 'size', accounts: Number(accounts) };
  }
  throw new UsageError(`--seed takes demo, none or size=N with N from 1 to ${MOST_ACCOUNTS}, not "${text}".`);
}

function clockOf(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const instant = new TenantZone(DEFAULT_FIDELITY.timeZone).parse(text);
  if (instant !== undefined) return instant;
  throw new UsageError(
    `--clock takes a day or a moment with a zone, such as 2026-03-01 or 2026-03-01T06:00:00Z, not "${text}".`,
  );
}

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isUsable =
    url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '';
  if (isUsable) return url.href.replace(/\/+$/, '');
  throw new UsageError(`--public-url takes an address such as https://billing.example, not "${text}".`);
}

/** Others may reach the server: that is never done with a key that everybody can read in this code. */
function checkKey({ key, host, publicUrl }: Pick<Options, 'key' | 'host' | 'publicUrl'>): void {
  if (key !== undefined && key.length < SHORTEST_KEY)
    throw new UsageError(`--key takes at least ${SHORTEST_KEY} characters.`);
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key))
    throw new UsageError('--key takes visible ASCII characters only.');
  if (key !== undefined || isOwnMachine(host, publicUrl)) return;
  const why = publicUrl === undefined ? `--host ${host}` : '--public-url';
  throw new UsageError(`${why} lets others reach the server; give it a key of your own with --key.`);
}

/** Whether only the own machine can reach the server, as far as the command line tells. */
export function isOwnMachine(host: string, publicUrl: string | undefined): boolean {
  return isLoopback(host) && (publicUrl === undefined || isLoopback(new URL(publicUrl).hostname));
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const flags = parse(args);
  const options: Options = {
    help: flags.help ?? false,
    port: portOf(flags.port),
    host: flags.host ?? DEFAULT_HOST,
    publicUrl: publicUrlOf(flags['public-url']),
    data: flags.data,
    seed: seedOf(flags.seed),
    strict: flags.strict ?? false,
    key: flags.key,
    clock: clockOf(flags.clock),
    allowOutbound: flags['allow-outbound'] ?? false,
  };
  if (options.host === '') throw new UsageError('--host takes a name or an address, such as 127.0.0.1.');
  if (options.data === '') throw new UsageError('--data takes the path of a file.');
  checkKey(options);
  return options;
}
