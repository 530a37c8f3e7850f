import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { relativePath } from '../project/files.ts';
import type { Project } from '../project/project.ts';

/** A Lightning web component bundle, or a module without markup: a folder below `lwc`. */
export interface Bundle {
  /** `myComponent`, imported as `c/myComponent`. */
  readonly name: string;
  /** Absolute: the script that bears the bundle's name. */
  readonly entry: string;
  /** The entry, relative to the project. */
  readonly file: string;
  /** Absolute paths of all that the browser gets, sorted. */
  readonly files: readonly string[];
}

const SOURCES = new Set(['.js', '.ts', '.html', '.css']);

/** The bundles of a project by name, each once; the first package directory that has it wins. */
export function listBundles(project: Project): ReadonlyMap<string, Bundle> {
  const folders = new Map<string, string[]>();
  for (const file of project.files) {
    const folder = bundleFolder(file);
    if (!folder || !SOURCES.has(extname(file)) || file.includes('/__')) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const bundles = new Map<string, Bundle>();
  for (const [folder, files] of folders) {
    const name = basename(folder);
    const entry = files.find(
      (file) => file === join(folder, `${name}.js`) || file === join(folder, `${name}.ts`),
    );
    if (!entry || bundles.has(name)) continue;
    bundles.set(name, { name, entry, file: relativePath(project.root, entry), files });
  }
  return bundles;
}

/** The `lwc/<name>` folder that a file lies in. */
function bundleFolder(file: string): string | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(dirname(folder)) === 'lwc') return folder;
  }
  return undefined;
}

/** What the bundle's files say, as one text to hash. */
export function bundleContent(bundle: Bundle): string {
  return bundle.files.map((file) => `${basename(file)}\0${readFileSync(file, 'utf8')}\0`).join('');
}

/** Changes whenever a file of the bundle is written. */
export function bundleStamp(bundle: Bundle): string {
  return bundle.files
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file}\0${size}\0${mtimeMs}`;
    })
    .join('\n');
}
