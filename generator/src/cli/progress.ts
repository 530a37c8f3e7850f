import type { Terminal } from './terminal.ts';

const clearLine = '\r\u001B[K';

/** One line that says what is going on, on a terminal only; `done` takes it away. */
export function progressOn(terminal: Terminal): { show(stage: string): void; done(): void } {
  if (!terminal.live) return { show: () => {}, done: () => {} };
  return {
    show: (stage) => terminal.err(`${clearLine}${stage} …`),
    done: () => terminal.err(clearLine),
  };
}
