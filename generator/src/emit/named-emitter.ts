import type { Emitter } from './emitted-file.ts';

/** An emitter and what it is called in progress and timing. */
export interface NamedEmitter {
  readonly name: string;
  readonly emit: Emitter;
}
