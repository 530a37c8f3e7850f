import { ProjectError } from '../project/project-error.ts';
import { CommandError } from './arguments.ts';
import { check } from './check.ts';
import { HELP } from './help.ts';
import { query } from './query.ts';
import { run } from './run.ts';
import { start } from './start.ts';
import { test } from './test.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check,
  query,
  run,
  start,
  test,
};

/** Runs a command line; gives the exit code: 0 done, 1 something failed, 2 it was called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || rest.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const command = COMMANDS[name];
  try {
    if (!command) throw new CommandError(`There is no command "${name}".`);
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
    throw error;
  }
}
