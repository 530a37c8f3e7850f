import { runCli } from './cli/run.ts';
import { terminalOf } from './cli/terminal.ts';

process.exitCode = await runCli(
  process.argv.slice(2),
  terminalOf(process.stdout, process.stderr, process.env),
);
