import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../model.ts';
import { SetupProblem } from '../model.ts';

interface PackageDirectory {
  path: string;
  package?: string;
}

interface ProjectFile {
  packageDirectories?: PackageDirectory[];
  namespace?: string;
  sourceApiVersion?: string;
}

/** Reads `sfdx-project.json`. Package directories that do not exist yet are left out. */
export function readProject(root: string): Project {
  const file = join(root, 'sfdx-project.json');
  if (!existsSync(file)) {
    throw new SetupProblem(`${file} is missing: without it there is no Salesforce project to check.`);
  }
  const json = JSON.parse(readFileSync(file, 'utf8')) as ProjectFile;
  if (!json.sourceApiVersion) {
    throw new SetupProblem(`${file} has no sourceApiVersion; add one, e.g. "65.0".`);
  }
  const directories = (json.packageDirectories ?? []).filter(({ path }) => existsSync(join(root, path)));
  const packaged = directories.filter((directory) => directory.package !== undefined);
  const folders = (some: readonly PackageDirectory[]): string[] => some.map(({ path }) => join(root, path));
  const packageDirs = folders(directories);
  if (packageDirs.length === 0) {
    throw new SetupProblem(`${file}: none of its packageDirectories exists.`);
  }
  return {
    root,
    packageDirs,
    packagedDirs: packaged.length > 0 ? folders(packaged) : packageDirs,
    namespace: json.namespace || undefined,
    sourceApiVersion: json.sourceApiVersion,
  };
}
