/** The one seam between the generator and the disk; tests put a file system of their own behind it. */
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths are relative to the repository, with forward slashes. */
export interface FileSystem {
  /** The text of a file; undefined where there is none. */
  readText(path: string): string | undefined;
  /** Writes a file and makes the folders that it needs. */
  writeText(path: string, text: string): void;
  rename(from: string, to: string): void;
  /** Removes a file; one that is gone already is no failure. */
  remove(path: string): void;
  /** Removes a folder if nothing is in it; true when it is gone. */
  removeEmptyDirectory(path: string): boolean;
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Folders are made when one is missing: most are there, and asking for each file takes as long as writing it. */
function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function removeEmptyDirectory(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return true;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}

/** The disk, below `root`. */
export function diskAt(root: string): FileSystem {
  const at = (path: string): string => join(root, path);
  return {
    readText: (path) => readText(at(path)),
    writeText: (path, text) => writeText(at(path), text),
    rename: (from, to) => renameSync(at(from), at(to)),
    remove: (path) => rmSync(at(path), { force: true }),
    removeEmptyDirectory: (path) => removeEmptyDirectory(at(path)),
  };
}
