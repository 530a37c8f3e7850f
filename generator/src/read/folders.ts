/** Finds the files of the mappings on disk, with texts of the caller's laid over them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file, named relative to the repository, and a stamp that changes with its text. */
export interface FoundFile {
  readonly file: string;
  readonly stamp: string;
}

/** A folder or a file that could not be read. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export class Folders {
  readonly #root: string;
  readonly #overlay: ReadonlyMap<string, string>;
  readonly unreadable: Unreadable[] = [];

  constructor(root: string, overlay: Readonly<Record<string, string>> = {}) {
    this.#root = root;
    this.#overlay = new Map(Object.entries(overlay));
  }

  /** Folders directly below one, in the order of their names. */
  foldersIn(folder: string): string[] {
    const laidOver = this.#laidOver(folder)
      .map((file) => file.slice(folder.length + 1).split('/'))
      .filter((path) => path.length > 1);
    return [...new Set([...this.#list(folder, 'folders'), ...laidOver.map(([name = '']) => name)])].sort();
  }

  /** Files below a folder whose names end in `.ts` or `.json`, in the order of their paths. */
  filesBelow(folder: string): FoundFile[] {
    const onDisk = this.#list(folder, 'files').filter((file) => !this.#overlay.has(file));
    return [...onDisk, ...this.#laidOver(folder)]
      .filter((file) => /\.(?:ts|json)$/.test(file))
      .sort()
      .map((file) => ({ file, stamp: this.#stamp(file) }));
  }

  /** As `filesBelow`, for a folder that need not be there. */
  filesBelowIfAny(folder: string): FoundFile[] {
    return existsSync(join(this.#root, folder)) ? this.filesBelow(folder) : [];
  }

  /** The text of a file; empty where it can't be read, which is noted. */
  read(file: string): string {
    const text = this.#overlay.get(file);
    return text ?? this.#try(file, () => readFileSync(join(this.#root, file), 'utf8')) ?? '';
  }

  #list(folder: string, what: 'folders' | 'files'): string[] {
    const path = join(this.#root, folder);
    // A folder may exist in the overlay alone.
    if (this.#laidOver(folder).length > 0 && !existsSync(path)) return [];
    const entries = this.#try(folder, () =>
      readdirSync(path, { withFileTypes: true, recursive: what === 'files' }),
    );
    return (entries ?? [])
      .filter((entry) => (what === 'folders' ? entry.isDirectory() : entry.isFile()))
      .map((entry) => (what === 'folders' ? entry.name : this.#relative(join(entry.parentPath, entry.name))));
  }

  /** Files of the overlay below a folder. */
  #laidOver(folder: string): string[] {
    return [...this.#overlay.keys()].filter((file) => file.startsWith(`${folder}/`));
  }

  #relative(path: string): string {
    return path.slice(this.#root.length + 1).replaceAll('\\', '/');
  }

  #stamp(file: string): string {
    const text = this.#overlay.get(file);
    if (text !== undefined) return text;
    const stat = this.#try(file, () => statSync(join(this.#root, file)));
    return stat ? `${stat.mtimeMs} ${stat.size}` : '';
  }

  #try<T>(path: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.unreadable.push({ path, reason });
      return undefined;
    }
  }
}
