/** Emitters of the contract with a billing system, for servers and tests in other languages. */
import type { NamedEmitter } from '../named-emitter.ts';
import { endpointsFile } from './endpoints.ts';
import { sampleFiles } from './samples.ts';
import { schemasFile } from './schemas.ts';

export const contractEmitters: readonly NamedEmitter[] = [
  { name: 'endpoints', emit: ({ systems }) => systems.map(endpointsFile) },
  { name: 'schemas', emit: ({ systems }) => systems.map(schemasFile) },
  { name: 'samples', emit: ({ systems }) => systems.flatMap(sampleFiles) },
];
