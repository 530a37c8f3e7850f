import { parentPort, workerData } from 'node:worker_threads';
import { createOrg } from '../local-org.ts';
import { methodFilter } from './plan.ts';
import { runClass } from './run-class.ts';
import type { WorkerMessage, WorkerTask } from './run.ts';

const { options, selection } = workerData as WorkerTask;
const port = parentPort;
if (!port) throw new Error('This file runs as a worker only.');

const say = (message: WorkerMessage): void => port.postMessage(message);

try {
  const org = createOrg(options);
  const filter = methodFilter(selection);
  port.on('message', (name: string | null) => {
    if (name === null) {
      say({ kind: 'coverage', coverage: org.coverage() });
      return;
    }
    try {
      const info = org.kernel.program.classes.get(name.toLowerCase());
      if (info) for (const result of runClass(org.kernel, info, filter)) say({ kind: 'result', result });
      say({ kind: 'classDone' });
    } catch (error) {
      say({
        kind: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
