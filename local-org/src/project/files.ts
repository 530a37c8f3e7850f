import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Ignores } from './forceignore.ts';
import { ProjectError } from './project-error.ts';

/**
 * All files of the package directories that are not ignored: absolute paths, each once, sorted.
 * @param directories absolute paths.
 * @throws ProjectError when a directory is missing.
 */
export function listFiles(root: string, directories: readonly string[], ignores: Ignores): string[] {
  const files = new Set<string>();
  for (const directory of directories) {
    if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
      throw new ProjectError(
        `The package directory ${directory} does not exist. Create it, or correct packageDirectories in ` +
          `${join(root, 'sfdx-project.json')}.`,
      );
    }
    collect(root, directory, ignores, files);
  }
  return [...files].sort();
}

/** With forward slashes on every system. */
export function relativePath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function collect(root: string, directory: string, ignores: Ignores, files: Set<string>): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    // Hidden files belong to tools, never to the metadata.
    if (entry.name.startsWith('.')) continue;
    const path = join(directory, entry.name);
    const isDirectory = isFolder(entry, path);
    if (ignores(relativePath(root, path), isDirectory)) continue;
    if (isDirectory) collect(root, path, ignores, files);
    else files.add(path);
  }
}

function isFolder(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() ? statSync(path).isDirectory() : entry.isDirectory();
}
