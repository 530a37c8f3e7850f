import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { readProject, type ReadProjectOptions } from './project.ts';

/** A burst of changes counts as one when its parts come faster than this, in milliseconds. */
const QUIET = 80;

/**
 * Tells of changes in the package directories of a project, each burst once.
 * @param onChange gets the absolute paths of what changed, came or went.
 * @throws ProjectError as {@link readProject}.
 */
export function watchSources(
  root: string,
  options: ReadProjectOptions,
  onChange: (files: readonly string[]) => void,
): { close(): void } {
  const files = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const changed = (file: string): void => {
    files.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const burst = [...files];
      files.clear();
      onChange(burst);
    }, QUIET);
  };
  const watchers = readProject(root, options).packageDirectories.map((folder): FSWatcher =>
    watch(folder, { recursive: true }, (_, name) => {
      if (name && !isAside(name)) changed(join(folder, name));
    }),
  );
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Hidden files and packages of npm are no part of a project. */
const isAside = (path: string): boolean => /(?:^|[\\/])(?:\.|node_modules(?:[\\/]|$))/.test(path);
