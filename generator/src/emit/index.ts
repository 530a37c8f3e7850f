/** All emitters, in the order in which they run. */
import type { IntegrationModel } from '../model/model.ts';
import { apexEmitters } from './apex/index.ts';
import { contractEmitters } from './contracts/index.ts';
import { documentEmitters } from './documents/index.ts';
import type { EmitContext, EmittedFile } from './emitted-file.ts';
import { metadataEmitters, packageXml, type ComponentName } from './metadata/index.ts';
import type { NamedEmitter } from './named-emitter.ts';

export const emitters: readonly NamedEmitter[] = [
  ...metadataEmitters,
  ...apexEmitters,
  ...contractEmitters,
  ...documentEmitters,
];

/** What one emitter made, and how long it took. */
export interface Emission {
  readonly name: string;
  readonly files: readonly EmittedFile[];
  readonly milliseconds: number;
}

function timed(name: string, emit: () => readonly EmittedFile[]): Emission {
  const start = performance.now();
  const files = emit();
  return { name, files, milliseconds: performance.now() - start };
}

/** Runs every emitter over the model; at the end the manifest of all that they made and of what people wrote. */
export function emitAll(
  model: IntegrationModel,
  context: EmitContext,
  handWritten: readonly ComponentName[],
): Emission[] {
  const emissions = emitters.map(({ name, emit }) => timed(name, () => emit(model, context)));
  const files = emissions.flatMap((emission) => emission.files);
  return [...emissions, timed('package.xml', () => [packageXml(files, handWritten, context)])];
}
