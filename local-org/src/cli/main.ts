import { ProjectError } from '../project/project-error.ts';
import { ThreadError } from '../testing/thread-error.ts';
import { CommandError } from './arguments.ts';
import { HELP } from './help.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** A command's modules are loaded when it is called. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['check', async () => (await import('./check.ts')).check],
  ['query', async () => (await import('./query.ts')).query],
  ['run', async () => (await import('./run.ts')).run],
  ['start', async () => (await import('./start.ts')).start],
  ['test', async () => (await import('./test.ts')).test],
]);

/** Runs a command line; gives the exit code: 0 done, 1 something failed, 2 it was called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || rest.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const load = COMMANDS.get(name);
  try {
    if (!load) throw new CommandError(`There is no command "${name}".`);
    const command = await load();
    return await command(rest);
  } catch (error) {
    if (error instanceof CommandError) {
      console.error(`${error.message}\n\n${HELP}`);
      return 2;
    }
    if (error instanceof ProjectError) {
      console.error(error.message);
      return 2;
    }
    if (error instanceof ThreadError) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}
