import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupProblem, Skipped } from './model.ts';
import { command } from './runner/command.ts';

/** The programs that no npm package brings. `javac` comes with a JDK only. */
export type Tool = 'java' | 'javac';

/** A whole JDK: `javac` is needed to compile the driver of the second opinion, which is not shipped in binary form. */
const APT_PACKAGE = 'openjdk-17-jdk-headless';
const OLDEST_JAVA = 17;

/** What the search depends on; tests give their own. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  run(
    program: string,
    args: readonly string[],
  ): Promise<{ status: number | null; stdout: string; stderr: string }>;
}

const real: Surroundings = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  run: (program, args) =>
    command(program, args, {
      cwd: process.cwd(),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }),
};

const found = new Map<Tool, Promise<string>>();

/**
 * The path of a tool. Installs it if it is missing and this is root on a machine with apt-get (a container);
 * elsewhere throws: Skipped for a developer, SetupProblem in CI, where nothing may be left out.
 */
export function systemTool(tool: Tool): Promise<string> {
  const known = found.get(tool) ?? findTool(tool, real);
  found.set(tool, known);
  return known;
}

/** Like systemTool, without memory and over the given surroundings. */
export async function findTool(tool: Tool, surroundings: Surroundings): Promise<string> {
  const before = await usable(tool, surroundings);
  if (before.path) return before.path;
  const canInstall = surroundings.isRoot && inPath('apt-get', surroundings.env) !== undefined;
  if (!canInstall) throw refusal(tool, before.problem, surroundings);
  await install(surroundings);
  const after = await usable(tool, surroundings);
  if (after.path) return after.path;
  throw new SetupProblem(
    `${after.problem} although ${APT_PACKAGE} has been installed; check JAVA_HOME and PATH.`,
  );
}

interface Search {
  readonly path?: string;
  readonly problem: string;
}

async function usable(tool: Tool, surroundings: Surroundings): Promise<Search> {
  const path = inJavaHome(tool, surroundings.env) ?? inPath(tool, surroundings.env);
  if (!path) return { problem: `${tool} is not installed` };
  const { stdout, stderr } = await surroundings.run(path, ['-version']);
  const version = Number(/(?:version "|javac )(?:1\.)?(\d+)/.exec(stdout + stderr)?.[1] ?? 0);
  if (version >= OLDEST_JAVA) return { path, problem: '' };
  return { problem: `${path} is version ${version || 'unknown'}, ${OLDEST_JAVA} or newer is needed` };
}

function executable(folder: string, name: string): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  return names.map((file) => join(folder, file)).find((file) => existsSync(file));
}

function inJavaHome(tool: Tool, env: NodeJS.ProcessEnv): string | undefined {
  return env.JAVA_HOME ? executable(join(env.JAVA_HOME, 'bin'), tool) : undefined;
}

function inPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const file = folder && executable(folder, name);
    if (file) return file;
  }
  return undefined;
}

function wayOut(): string {
  if (process.platform === 'darwin') return 'brew install openjdk@17, then set JAVA_HOME to it';
  if (process.platform === 'win32') return 'winget install Microsoft.OpenJDK.17';
  return `sudo apt-get update && sudo apt-get install -y ${APT_PACKAGE}`;
}

function refusal(tool: Tool, problem: string, { env }: Surroundings): Error {
  const message = `${problem}; install it with: ${wayOut()}`;
  return env.CI ? new SetupProblem(`${message} (${tool} is never left out in CI)`) : new Skipped(message);
}

async function install({ run }: Surroundings): Promise<void> {
  const steps = [['update'], ['install', '-y', '--no-install-recommends', APT_PACKAGE]];
  for (const args of steps) {
    const { status, stdout, stderr } = await run('apt-get', args);
    if (status !== 0) {
      throw new SetupProblem(`apt-get ${args.join(' ')} failed:\n${(stdout + stderr).trim().slice(-2000)}`);
    }
  }
}
