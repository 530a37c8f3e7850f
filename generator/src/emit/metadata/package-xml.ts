import type { EmitContext, EmittedFile } from '../emitted-file.ts';
import { printMetadata } from './xml/print.ts';

/** A component as the Metadata API names it. */
export interface ComponentName {
  readonly type: string;
  readonly name: string;
}

const path = 'manifest/package.xml';

/** Types, and the names of each, sorted and each once. */
function byType(components: readonly ComponentName[]): [type: string, names: string[]][] {
  const types = new Map<string, Set<string>>();
  for (const { type, name } of components) {
    types.set(type, (types.get(type) ?? new Set()).add(name));
  }
  return [...types]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, names]) => [type, [...names].toSorted()]);
}

/**
 * The manifest of everything in `force-app/main`. It runs after all emitters: `files` is what they made, `handWritten`
 * what people wrote, since an emitter sees no disk.
 */
export function packageXml(
  files: readonly EmittedFile[],
  handWritten: readonly ComponentName[],
  { apiVersion }: EmitContext,
): EmittedFile {
  const emitted = files.flatMap(({ component, parts = [] }) => [...(component ? [component] : []), ...parts]);
  const types = byType([...emitted, ...handWritten]).map(([name, members]) => ({ members, name }));
  return { path, content: printMetadata('Package', { types, version: apiVersion }) };
}
