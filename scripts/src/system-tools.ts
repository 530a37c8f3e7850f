import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupProblem, Skipped } from './model.ts';
import { command } from './runner/command.ts';

/** The programs that no npm package brings. `javac` comes with a JDK only. */
export type Tool = 'java' | 'javac' | 'chromium';

interface ToolFacts {
  /** What the program may be called, or where it may lie. */
  readonly programs: readonly string[];
  /** The variable that names it, and the place below what the variable says. */
  readonly variable: { readonly name: string; readonly below: readonly string[] };
  readonly versionArgument: string;
  /** Finds the major version in what the program says. */
  readonly version: RegExp;
  readonly oldest: number;
  readonly aptPackages: readonly string[];
  /** How to get it where there is no apt-get. */
  readonly elsewhere: { readonly darwin: string; readonly win32: string };
}

/** A whole JDK: `javac` is needed to compile the driver of the second opinion, which is not shipped in binary form. */
const JDK = {
  versionArgument: '-version',
  version: /(?:version "|javac )(?:1\.)?(\d+)/,
  oldest: 17,
  aptPackages: ['openjdk-17-jdk-headless'],
  elsewhere: {
    darwin: 'brew install openjdk@17, then set JAVA_HOME to it',
    win32: 'winget install Microsoft.OpenJDK.17',
  },
} as const;

const TOOLS: Readonly<Record<Tool, ToolFacts>> = {
  java: { ...JDK, programs: ['java'], variable: { name: 'JAVA_HOME', below: ['bin', 'java'] } },
  javac: { ...JDK, programs: ['javac'], variable: { name: 'JAVA_HOME', below: ['bin', 'javac'] } },
  chromium: {
    programs: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome',
    ],
    variable: { name: 'CHROMIUM', below: [] },
    versionArgument: '--version',
    version: /(\d+)\.\d+\.\d+/,
    oldest: 120,
    // The look of a page depends on fonts.
    aptPackages: ['chromium', 'fonts-liberation'],
    elsewhere: { darwin: 'brew install --cask google-chrome', win32: 'winget install Google.Chrome' },
  },
};

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
  const packages = TOOLS[tool].aptPackages;
  await install(packages, surroundings);
  const after = await usable(tool, surroundings);
  if (after.path) return after.path;
  throw new SetupProblem(
    `${after.problem} although ${packages.join(' ')} has been installed; check ${TOOLS[tool].variable.name} and PATH.`,
  );
}

interface Search {
  readonly path?: string;
  readonly problem: string;
}

async function usable(tool: Tool, surroundings: Surroundings): Promise<Search> {
  const { programs, versionArgument, version: pattern, oldest } = TOOLS[tool];
  const path =
    fromVariable(tool, surroundings.env) ??
    programs.map((name) => inPath(name, surroundings.env)).find((candidate) => candidate !== undefined);
  if (!path) return { problem: `${tool} is not installed` };
  const { stdout, stderr } = await surroundings.run(path, [versionArgument]);
  const version = Number(pattern.exec(stdout + stderr)?.[1] ?? 0);
  if (version >= oldest) return { path, problem: '' };
  return { problem: `${path} is version ${version || 'unknown'}, ${oldest} or newer is needed` };
}

function executable(path: string): string | undefined {
  const file = process.platform === 'win32' && !path.endsWith('.exe') ? `${path}.exe` : path;
  return existsSync(file) ? file : undefined;
}

function fromVariable(tool: Tool, env: NodeJS.ProcessEnv): string | undefined {
  const { name, below } = TOOLS[tool].variable;
  const start = env[name];
  return start ? executable(join(start, ...below)) : undefined;
}

function inPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  if (/[/\\]/.test(name)) return executable(name);
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const file = folder && executable(join(folder, name));
    if (file) return file;
  }
  return undefined;
}

function wayOut(tool: Tool): string {
  const { aptPackages, elsewhere } = TOOLS[tool];
  if (process.platform === 'darwin' || process.platform === 'win32') return elsewhere[process.platform];
  return `sudo apt-get update && sudo apt-get install -y ${aptPackages.join(' ')}`;
}

function refusal(tool: Tool, problem: string, { env }: Surroundings): Error {
  const message = `${problem}; install it with: ${wayOut(tool)}`;
  return env.CI ? new SetupProblem(`${message} (${tool} is never left out in CI)`) : new Skipped(message);
}

async function install(packages: readonly string[], { run }: Surroundings): Promise<void> {
  const steps = [['update'], ['install', '-y', '--no-install-recommends', ...packages]];
  for (const args of steps) {
    const { status, stdout, stderr } = await run('apt-get', args);
    if (status !== 0) {
      throw new SetupProblem(`apt-get ${args.join(' ')} failed:\n${(stdout + stderr).trim().slice(-2000)}`);
    }
  }
}
