import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

const ENVIRONMENT = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a process of its own. */
export function command(
  folder: string,
  args: readonly string[],
  { input = '', nodeOptions = '' }: { readonly input?: string; readonly nodeOptions?: string } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: nodeOptions ? { ...ENVIRONMENT, NODE_OPTIONS: nodeOptions } : ENVIRONMENT,
  });
  return { code: status, out: stdout, err: stderr };
}

/** The last line that says anything. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** A command that runs until it is stopped. */
export interface Running {
  readonly code: Promise<number | null>;
  /**
   * Resolves with all output as soon as it fits; rejects with it when the command ends before.
   * @param from where in the output to begin to look.
   */
  until(pattern: RegExp, from?: number): Promise<string>;
  interrupt(): void;
}

/** Starts the command line in a process of its own. */
export function running(args: readonly string[]): Running {
  const child = spawn(process.execPath, [CLI, ...args], { env: ENVIRONMENT });
  let output = '';
  let seen = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
      seen();
    });
  }
  const code = new Promise<number | null>((resolve) => void child.once('close', (value) => resolve(value)));
  return {
    code,
    until: (pattern, from = 0) =>
      new Promise((resolve, reject) => {
        const fits = (): boolean => pattern.test(output.slice(from));
        seen = () => {
          if (fits()) resolve(output);
        };
        seen();
        void code.then(() => (fits() ? resolve(output) : reject(new Error(output))));
      }),
    interrupt: () => void child.kill('SIGINT'),
  };
}
