import { join, relative } from 'node:path';
import { watch } from 'chokidar';
import { CONFIG_FILE } from './config.ts';
import { ProjectError, readProject, type ReadProjectOptions } from './project.ts';

/** A burst of changes counts as one when its parts come faster than this, in milliseconds. */
const QUIET = 80;

export interface SourceWatch {
  /** Gets the absolute paths of what changed, came or went; each burst once. */
  readonly onChange: (files: readonly string[]) => void;
  /** Told in words why something is not watched. */
  readonly onProblem: (text: string) => void;
}

/**
 * Tells of changes in the package directories of a project, and in the file that names them. Resolves when it watches.
 * @throws ProjectError as {@link readProject}.
 */
export async function watchSources(
  root: string,
  options: ReadProjectOptions,
  { onChange, onProblem }: SourceWatch,
): Promise<{ close(): Promise<void> }> {
  const config = join(root, CONFIG_FILE);
  let folders = readProject(root, options).packageDirectories;
  // Node's own watcher loses a file that is replaced by another one, as editors do and the generator.
  const watcher = watch([config, ...folders], {
    ignoreInitial: true,
    ignored: (path) => isAside(relative(root, path)),
  });
  const followConfig = (): void => {
    try {
      const wanted = readProject(root, options).packageDirectories;
      watcher.unwatch(folders.filter((folder) => !wanted.includes(folder)));
      watcher.add(wanted.filter((folder) => !folders.includes(folder)));
      folders = wanted;
    } catch (error) {
      // Half written, or a mistake: the directories stay what they were until it can be read again.
      if (!(error instanceof ProjectError)) throw error;
    }
  };
  const files = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, file) => {
    files.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const burst = [...files];
      files.clear();
      if (burst.includes(config)) followConfig();
      onChange(burst);
    }, QUIET);
  });
  watcher.on('error', (error) =>
    onProblem(`Changes are not seen: ${error instanceof Error ? error.message : String(error)}`),
  );
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** Hidden files and packages of npm are no part of a project. */
const isAside = (path: string): boolean =>
  /(?:^|[\\/])(?:\.(?!\.?(?:[\\/]|$))|node_modules(?:[\\/]|$))/.test(path);
