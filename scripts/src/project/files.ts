import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Project } from '../model.ts';

const NEVER = new Set(['node_modules', '.git', 'build', 'coverage', '.sf', '.sfdx']);

/** All files below a folder, sorted, without what tools leave behind. A folder that is not there has none. */
export function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !NEVER.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** All files of the project's package directories. */
export function packageFiles(project: Project): string[] {
  return project.packageDirs.flatMap(filesBelow);
}

/** A path as findings print it: relative to the root, with forward slashes. */
export function shown(project: { root: string }, file: string): string {
  return relative(project.root, file).split(sep).join('/');
}

/** The text of a file without a byte order mark, so that columns are right. */
export function readText(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}
