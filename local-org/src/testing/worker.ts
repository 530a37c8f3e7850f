import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadTask } from './messages.ts';

if (!parentPort) throw new Error('This file runs as a worker only.');
// Only what is imported after this is kept compiled.
enableCompileCache();
const { serve } = await import('./serve.ts');
serve(parentPort, workerData as ThreadTask);
