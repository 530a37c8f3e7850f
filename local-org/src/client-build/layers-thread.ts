import { workerData } from 'node:worker_threads';
import { makeLayers } from './layers.ts';

/* The thread that bundles what all projects share; its data is the folder of the layers. */
await makeLayers(workerData as string);
