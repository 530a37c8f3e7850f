import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Ignores } from './forceignore.ts';

/**
 * All files of the package directories that are not ignored: absolute paths, each once, sorted.
 * @param directories absolute paths of folders that exist.
 */
export function listFiles(root: string, directories: readonly string[], ignores: Ignores): string[] {
  const files = new Set<string>();
  for (const directory of directories) collect(root, directory, ignores, files);
  return [...files].sort();
}

/** @param entry what its folder says of it, which saves asking the system. */
export function isFolder(path: string, entry?: Dirent): boolean {
  if (entry && !entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** With forward slashes on every system. */
export function relativePath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function collect(root: string, directory: string, ignores: Ignores, files: Set<string>): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    // Hidden files and modules belong to tools, never to the metadata.
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(directory, entry.name);
    if (entry.isSymbolicLink() && leadsNowhere(path, directory)) continue;
    const isDirectory = isFolder(path, entry);
    if (ignores(relativePath(root, path), isDirectory)) continue;
    if (isDirectory) collect(root, path, ignores, files);
    else files.add(path);
  }
}

/** Whether a link is broken, or leads back to a folder that it lies in. */
function leadsNowhere(link: string, directory: string): boolean {
  if (!existsSync(link)) return true;
  return `${realpathSync(directory)}${sep}`.startsWith(`${realpathSync(link)}${sep}`);
}
