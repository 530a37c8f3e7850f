/** File changes seen as changes of components: an Apex class is two files and one component. */
import type { FileChange } from '../write/index.ts';

export type ComponentState = 'new' | 'changed' | 'unchanged' | 'removed';

export interface ComponentChange {
  readonly type: string;
  readonly name: string;
  readonly state: ComponentState;
}

/** `GtvOrder.cls-meta.xml` -> `.cls-meta.xml`. */
const suffixOf = (path: string): string => /\.[^/]*$/.exec(path)?.[0] ?? path;

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/') || '.';

/** The manifest keeps no types, so a removed file has the type of the files with the same ending. */
function typesBySuffix(changes: readonly FileChange[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap(({ path, component }) => (component ? [[suffixOf(path), component.type]] : [])),
  );
}

function componentOf(change: FileChange, types: ReadonlyMap<string, string>): { type: string; name: string } {
  if (change.component) return change.component;
  const name = change.path.slice(change.path.lastIndexOf('/') + 1);
  const suffix = suffixOf(change.path);
  const type = change.kind === 'removed' ? types.get(suffix) : undefined;
  if (type !== undefined) return { type, name: name.slice(0, -suffix.length) };
  return { type: folderOf(change.path), name };
}

function stateOf(kinds: readonly FileChange['kind'][]): ComponentState {
  const [first] = kinds;
  return first !== undefined && kinds.every((kind) => kind === first) ? first : 'changed';
}

/** Sorted by type and name. */
export function componentChanges(changes: readonly FileChange[]): ComponentChange[] {
  const types = typesBySuffix(changes);
  const groups = new Map<string, { type: string; name: string; kinds: FileChange['kind'][] }>();
  for (const change of changes) {
    const { type, name } = componentOf(change, types);
    const key = `${type}\n${name}`;
    const group = groups.get(key) ?? { type, name, kinds: [] };
    group.kinds.push(change.kind);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { type, name, kinds }]) => ({ type, name, state: stateOf(kinds) }));
}

/** Milliseconds by component type: an emitter's time, shared out evenly over its files. */
export function timesByType(
  emissions: readonly {
    readonly files: readonly { readonly path: string; readonly component?: { readonly type: string } }[];
    readonly milliseconds: number;
  }[],
): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { files, milliseconds } of emissions) {
    for (const { path, component } of files) {
      const type = component?.type ?? folderOf(path);
      times.set(type, (times.get(type) ?? 0) + milliseconds / files.length);
    }
  }
  return times;
}
