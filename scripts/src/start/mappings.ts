import { startThread } from './thread.ts';

const CLI = new URL('../../../generator/src/cli.ts', import.meta.url);

/** Emits the package again after each change of a mapping; `say` is told of each run. */
export function watchMappings(say: (text: string) => void): { stop(): Promise<void> } {
  return startThread(CLI, ['--watch'], (line) => {
    if (line.trim() !== '') say(`mappings: ${line}`);
  });
}
