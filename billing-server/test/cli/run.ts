/** Runs the command line as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

const CLI = join(import.meta.dirname, '../../src/cli.ts');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

export interface Running {
  readonly process: ChildProcess;
  /** Address of the server. */
  readonly url: string;
  readonly startText: string;
  readonly ended: Promise<Ended>;
}

function start(
  t: TestContext,
  args: readonly string[],
): { process: ChildProcess; ended: Promise<Ended>; said: () => string } {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, out, errors })),
  );
  t.after(() => child.kill('SIGKILL'));
  return { process: child, ended, said: () => out };
}

/** Runs until it ends by itself. */
export function runToEnd(t: TestContext, ...args: readonly string[]): Promise<Ended> {
  return start(t, args).ended;
}

/** Starts a server on any free port and waits until it says where it is. */
export async function runServer(t: TestContext, ...args: readonly string[]): Promise<Running> {
  const { process: child, ended, said } = start(t, ['--port', '0', ...args]);
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!said().includes('Fault seed')) {
    if (isOver) throw new Error(`The server ended: ${JSON.stringify(await ended)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const startText = said();
  const url = /(?:Listens|API) +(http:\/\/[^/\s]+)/.exec(startText)?.[1] ?? '';
  return { process: child, url, startText, ended };
}
