import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

if (!parentPort) throw new Error('This file runs as a worker only.');
// JavaScript for the reason that `cli.js` gives.
enableCompileCache();
const { serve } = await import('./serve.ts');
// The next thread finds the modules compiled, and this one has its memory back.
flushCompileCache();
serve(parentPort, workerData);
