import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { layersIn } from './layers.ts';

/**
 * Makes the layers in a thread of its own, so that the project's components are compiled meanwhile: on a machine's first
 * run that takes some seconds. Starts no thread when they are there.
 * @param cache the folder of all layers.
 */
export async function makeLayersAside(cache: string): Promise<void> {
  if (layersIn(cache).every(({ folder }) => existsSync(folder))) return;
  const worker = new Worker(new URL('./layers-thread.ts', import.meta.url), { workerData: cache });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages were not built: the thread ended with ${code}.`)),
    );
  });
}
