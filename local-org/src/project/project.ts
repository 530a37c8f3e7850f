import { resolve } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { CLASSES, listSources, TRIGGERS } from './apex-sources.ts';
import type { ApexSource } from './apex-sources.ts';
import { readConfig } from './config.ts';
import { isFolder, listFiles } from './files.ts';
import { readForceIgnore } from './forceignore.ts';
import { packageDirectories } from './package-directories.ts';
import { ProjectError } from './project-error.ts';

export type { ApexSource } from './apex-sources.ts';
export { ProjectError } from './project-error.ts';

/** A Salesforce DX project on disk. */
export interface Project {
  /** Absolute. */
  readonly root: string;
  /** Null for none. */
  readonly namespace: string | null;
  /** `65.0`: what the project names, and else what the platform of the catalogue has. */
  readonly apiVersion: string;
  /** Absolute. */
  readonly packageDirectories: readonly string[];
  readonly classes: readonly ApexSource[];
  readonly triggers: readonly ApexSource[];
  /** What is wrong with files that were found; the project can be used all the same. */
  readonly diagnostics: readonly Diagnostic[];
  /** See {@link packageFiles}. */
  readonly files: readonly string[];
}

export interface ReadProjectOptions {
  /** Absolute or relative to the root; in place of those of `sfdx-project.json`. */
  readonly packageDirectories?: readonly string[];
}

/** That of the catalogue of what the platform has. */
const API_VERSION = '65.0';

/**
 * Reads what a project consists of; the texts of its Apex are read when asked for.
 * @param root the folder of `sfdx-project.json`.
 * @throws ProjectError when the folder is missing, its file is broken, or there is nothing of a project.
 */
export function readProject(root: string, options: ReadProjectOptions = {}): Project {
  const folder = resolve(root);
  if (!isFolder(folder)) {
    throw new ProjectError(`The project folder ${folder} does not exist.`);
  }
  const config = readConfig(folder);
  const diagnostics = new Diagnostics();
  const written = options.packageDirectories ?? config?.packageDirectories ?? null;
  const directories = packageDirectories(folder, written, diagnostics);
  const files = listFiles(folder, directories, readForceIgnore(folder));
  const apiVersion = config?.apiVersion ?? API_VERSION;
  return {
    root: folder,
    namespace: config?.namespace ?? null,
    apiVersion,
    packageDirectories: directories,
    classes: listSources(CLASSES, folder, files, apiVersion, diagnostics),
    triggers: listSources(TRIGGERS, folder, files, apiVersion, diagnostics),
    diagnostics: diagnostics.all,
    files,
  };
}

/** All files of the project that are not ignored: absolute paths, sorted. */
export function packageFiles(project: Project): readonly string[] {
  return project.files;
}
