import { enableCompileCache } from 'node:module';

// Loading the compiler takes longer than reading a small mapping; the cache halves it. What comes after must be
// imported dynamically to be cached.
enableCompileCache();
const { runCli } = await import('./cli/run.ts');
const { terminalOf } = await import('./cli/terminal.ts');

process.exitCode = await runCli(
  process.argv.slice(2),
  terminalOf(process.stdout, process.stderr, process.env),
);
