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

function portOf(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= MOST_PORTS) return port;
  throw new TypeError(`--${name} takes a number from 0 (any free one) to ${MOST_PORTS}, not "${text}".`);
}

function seedOf(text = 'demo'): string {
  if (/^(demo|installed|size=[1-9]\d{0,6})$/.test(text)) return text;
  throw new TypeError(`--seed takes demo, installed or size=N, not "${text}".`);
}

/** Throws a TypeError with a readable message on what it does not understand. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      reset: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: true },
      port: { type: 'string' },
      'billing-port': { type: 'string' },
      seed: { type: 'string' },
      folder: { type: 'string', default: '.billwright' },
    },
  });
  return {
    help: values.help,
    reset: values.reset,
    watch: values.watch,
    port: portOf('port', values.port, ORG_PORT),
    billingPort: portOf('billing-port', values['billing-port'], BILLING_PORT),
    seed: seedOf(values.seed),
    folder: values.folder,
  };
}
