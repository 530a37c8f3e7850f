import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { PortRefused, startServer, type RunningServer, type ServerOptions } from '../server/index.ts';
import { CommandError, orgOptions, parse } from './arguments.ts';

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  reset: { type: 'boolean' },
  route: { type: 'string', multiple: true },
  apex: { type: 'string', multiple: true },
  data: { type: 'string', multiple: true },
  app: { type: 'string' },
} as const;

const PORT = 4020;

/** Serves the org with its pages until the process is stopped; 1 when it can't start. */
export async function start(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, OPTIONS, 1);
  const org = orgOptions(positionals[0], values);
  const options: ServerOptions = {
    org: { ...org, routes: routesOf(listOf(values.route)) },
    port: portOf(values.port),
    ...(typeof values.host === 'string' ? { host: values.host } : {}),
    ...(typeof values.app === 'string' ? { app: values.app } : {}),
    apex: listOf(values.apex).map((file) => resolve(file)),
    data: listOf(values.data).map((file) => resolve(file)),
    watch: true,
    progress: (text) => console.log(`${text} ...`),
  };
  if (values.reset === true && org.database) removeDatabase(org.database);
  try {
    return await serve(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(
      error instanceof PortRefused ? error.message : `The local org can't start. ${error.message}`,
    );
    return 1;
  }
}

async function serve(options: ServerOptions): Promise<number> {
  const server = await startServer(options);
  console.log(ready(server));
  console.log(login(server));
  await stopped();
  await server.close();
  return 0;
}

function ready({ url, errors }: RunningServer): string {
  const problems = errors ? ` ${problemsIn(errors)} in the project’s files; the pages show them.` : '';
  return `The local org is at ${url}.${problems} Ctrl-C ends it.`;
}

/** How Salesforce's own clients get in. */
function login({ url, accessToken }: RunningServer): string {
  return `SF_ACCESS_TOKEN='${accessToken()}' sf org login access-token --instance-url ${url} --no-prompt`;
}

function problemsIn(errors: number): string {
  return errors === 1 ? '1 error' : `${errors} errors`;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function portOf(value: unknown): number {
  const port = value === undefined ? PORT : Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CommandError(`No port: ${String(value)}`);
  return port;
}

/** `https://billing.example=http://127.0.0.1:4010` */
function routesOf(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, from = '', to = ''] = /^(https?:\/\/[^=]+)=(https?:\/\/.+)$/.exec(text) ?? [];
      if (!to)
        throw new CommandError(`A route looks like https://name.example=http://127.0.0.1:4010, not ${text}.`);
      return [from, to];
    }),
  );
}

function removeDatabase(file: string): void {
  for (const path of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true });
}

/** Resolves when somebody ends the process. */
function stopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
