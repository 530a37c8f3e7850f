/** A file system in memory that can be killed at any step. */
import type { FileSystem } from '../../src/write/index.ts';

/** Thrown where a process would have been killed. */
export class Killed extends Error {}

export interface MemoryDisk extends FileSystem {
  readonly files: Map<string, string>;
  readonly folders: Set<string>;
  /** Steps that changed something since the disk was made. */
  readonly steps: () => number;
  /** The step before which to die; a half-written file is left where that step writes. */
  killAt: number;
}

const parentsOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};

export function memoryDisk(initial: Readonly<Record<string, string>> = {}): MemoryDisk {
  const files = new Map(Object.entries(initial));
  const folders = new Set([...files.keys()].flatMap(parentsOf));
  let steps = 0;
  const step = (onDeath: () => void = () => {}): void => {
    steps += 1;
    if (steps !== disk.killAt) return;
    onDeath();
    throw new Killed();
  };
  const put = (path: string, text: string): void => {
    parentsOf(path).forEach((folder) => folders.add(folder));
    files.set(path, text);
  };
  const isEmpty = (folder: string): boolean =>
    ![...files.keys(), ...folders].some((path) => path.startsWith(`${folder}/`));
  const disk: MemoryDisk = {
    files,
    folders,
    steps: () => steps,
    killAt: 0,
    readText: (path) => files.get(path),
    writeText: (path, text) => {
      step(() => put(path, text.slice(0, text.length / 2)));
      put(path, text);
    },
    rename: (from, to) => {
      step();
      const text = files.get(from);
      if (text === undefined) throw new Error(`${from} is not there.`);
      files.delete(from);
      put(to, text);
    },
    remove: (path) => {
      step();
      files.delete(path);
    },
    removeEmptyDirectory: (path) => {
      step();
      if (!isEmpty(path)) return false;
      folders.delete(path);
      return true;
    },
  };
  return disk;
}
