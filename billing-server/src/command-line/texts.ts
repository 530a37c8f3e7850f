/** What the command line says. */
import type { BillingServer } from '../server.ts';
import { DEFAULT_HOST, DEFAULT_PORT, type Options } from './options.ts';

export const HELP = `A billing server that behaves like Gotransverse's API 2.0, as far as that is public.

npm run billing-server -- [options]

  --port <number>       port to listen on (${DEFAULT_PORT}; 0 takes any free one)
  --host <address>      address to listen on (${DEFAULT_HOST}: this machine only)
  --public-url <url>    address under which others reach the server, for links and documents
  --key <text>          key that callers send; needed as soon as others can reach the server
  --data <file>         keeps everything in a file; in memory without it
  --seed <what>         fills a new tenant: demo, none, or size=N for N accounts (demo)
  --clock <moment>      the tenant's time, which then stands still: 2026-03-01 or 2026-03-01T06:00:00Z
  --strict              serves documented routes only
  --allow-outbound      lets outbound operations call other machines than this one
  --help                says this

SIGTERM or Ctrl+C ends it.`;

/** Said once the server listens. */
export function startText(
  url: string,
  key: string,
  { tenant, context }: BillingServer,
  options: Options,
): string {
  const base = options.publicUrl ?? url;
  const { contract, faults, strict } = context;
  const standing = tenant.clock.isFrozen ? ', standing still' : '';
  const lines = [
    ...(options.publicUrl === undefined ? [] : [['Listens', url] as const]),
    ['API', `${base}${contract.basePath}${strict ? ' (documented routes only)' : ''}`],
    ['Key', `${contract.keyHeader}: ${key}`],
    ['Pages', `${base}/ui/`],
    ['Reference', `${base}/docs and ${base}/openapi.json`],
    ['Data', `${options.data ?? 'in memory'}, ${tenant.tables.account.count()} accounts`],
    ['Time', `${tenant.zone.format(tenant.now())}${standing}`],
    ['Fault seed', String(faults.seed)],
  ] as const satisfies readonly (readonly [string, string])[];
  return `Billing server\n${lines.map(([name, value]) => `  ${name.padEnd(11)}${value}`).join('\n')}\n`;
}

/** Why the server can't listen, and the way out. */
export function listenFailure(error: NodeJS.ErrnoException, { host, port }: Options): string | undefined {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is taken. Stop the program that has it, or choose another port with --port.`,
    EACCES: `Port ${port} on ${host} may not be used by this user. Choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Choose another with --host.`,
    ENOTFOUND: `${host} is no address of this machine. Choose another with --host.`,
  };
  return reasons[error.code ?? ''];
}
