import { dirname, join, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { CONFIG_FILE, readConfig } from './config.ts';
import { isFolder } from './files.ts';
import { ProjectError } from './project-error.ts';
import { readProject, type ReadProjectOptions } from './project.ts';

/** A burst of changes counts as one when its parts come faster than this, in milliseconds. */
const QUIET = 80;

export interface SourceWatch {
  /** Gets the absolute paths of what changed, came or went; each burst once. */
  readonly onChange: (files: readonly string[]) => void;
  /** Told in words why something is not watched. */
  readonly onProblem: (text: string) => void;
}

/**
 * Tells of changes in the package directories of a project, also of those that come later, and in the file that names
 * them. Resolves when it watches.
 * @throws ProjectError as {@link readProject}.
 */
export async function watchSources(
  root: string,
  options: ReadProjectOptions,
  { onChange, onProblem }: SourceWatch,
): Promise<{ close(): Promise<void> }> {
  const config = join(root, CONFIG_FILE);
  let named = namedDirectories(root, options);
  let watched = readProject(root, options).packageDirectories;
  const ignored = (path: string): boolean => isAside(relative(root, path));
  // Node's own watcher loses a file that is replaced by another one, as editors do and the generator.
  const watcher = watch([config, ...watched], { ignoreInitial: true, ignored });
  // Where package directories come and go.
  const around = watch([root, ...parentsOf(named, root)], { ignoreInitial: true, ignored, depth: 0 });
  const follow = (): void => {
    try {
      named = namedDirectories(root, options);
    } catch (error) {
      // Half written, or a mistake: the directories stay what they were until it can be read again.
      if (!(error instanceof ProjectError)) throw error;
    }
    const wanted = named.filter((folder) => isFolder(folder));
    watcher.unwatch(watched.filter((folder) => !wanted.includes(folder)));
    watcher.add(wanted.filter((folder) => !watched.includes(folder)));
    watched = wanted;
    around.add(parentsOf(named, root));
  };
  const files = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const note = (file: string): void => {
    files.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const burst = [...files];
      files.clear();
      follow();
      onChange(burst);
    }, QUIET);
  };
  watcher.on('all', (_event, file) => note(file));
  around.on('all', (event, file) => {
    if (!named.some((name) => `${name}${sep}`.startsWith(`${file}${sep}`))) return;
    // One that went has to be followed anew when it comes again.
    if (event === 'unlinkDir')
      watched = watched.filter((folder) => !`${folder}${sep}`.startsWith(`${file}${sep}`));
    note(file);
  });
  for (const each of [watcher, around]) {
    each.on('error', (error) =>
      onProblem(`Changes are not seen: ${error instanceof Error ? error.message : String(error)}`),
    );
  }
  await Promise.all([watcher, around].map((each) => new Promise<void>((ready) => each.once('ready', ready))));
  return {
    close: async () => {
      clearTimeout(timer);
      await Promise.all([watcher.close(), around.close()]);
    },
  };
}

/** Absolute paths of the package directories, also of those that are not there. */
function namedDirectories(root: string, options: ReadProjectOptions): string[] {
  const names = options.packageDirectories ?? readConfig(root)?.packageDirectories ?? ['.'];
  return names.map((name) => resolve(root, name));
}

/** Folders that are there, in which those of the folders below the root may come. */
function parentsOf(folders: readonly string[], root: string): string[] {
  return folders.filter((folder) => folder !== resolve(root)).map(existingParent);
}

function existingParent(folder: string): string {
  const parent = dirname(folder);
  return isFolder(parent) ? parent : existingParent(parent);
}

/** Hidden files and packages of npm are no part of a project. */
const isAside = (path: string): boolean =>
  /(?:^|[\\/])(?:\.(?!\.?(?:[\\/]|$))|node_modules(?:[\\/]|$))/.test(path);
