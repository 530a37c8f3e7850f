import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

/** A command line that runs in a thread of this process, so that it can never outlive it. */
export interface Thread {
  /** The first line that it prints and that `pattern` matches; rejects with what it said if it ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/** Runs the command line of another workspace. `onLine` is told of what it prints to standard output. */
export function startThread(
  script: URL,
  argv: readonly string[],
  onLine: (text: string) => void = () => undefined,
): Thread {
  const worker = new Worker(script, { argv: [...argv], stdout: true, stderr: true });
  const said: string[] = [];
  const watchers = new Set<(text: string) => void>([onLine]);
  const follow = (stream: Readable): void => {
    createInterface({ input: stream }).on('line', (text) => {
      said.push(text);
      for (const watcher of watchers) watcher(text);
    });
  };
  follow(worker.stdout);
  follow(worker.stderr);
  return {
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (text: string): void => {
          const found = pattern.exec(text);
          if (!found) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        said.forEach(look);
        worker.once('error', reject);
        worker.once('exit', () => setImmediate(() => reject(new Error(said.join('\n')))));
      }),
    stop: async () => void (await worker.terminate()),
  };
}
