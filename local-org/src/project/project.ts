import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { CLASSES, listSources, TRIGGERS } from './apex-sources.ts';
import type { ApexSource } from './apex-sources.ts';
import { readConfig } from './config.ts';
import { listFiles } from './files.ts';
import { readForceIgnore } from './forceignore.ts';
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
  /** Absolute or relative to the root; in place of those of `sfdx-project.json`, which then may be missing. */
  readonly packageDirectories?: readonly string[];
}

/** That of the catalogue of what the platform has. */
const API_VERSION = '65.0';

/**
 * Reads what a project consists of; the texts of its Apex are read when asked for.
 * @param root the folder of `sfdx-project.json`.
 * @throws ProjectError when the folder, the file or a package directory is missing or broken.
 */
export function readProject(root: string, options: ReadProjectOptions = {}): Project {
  const folder = resolve(root);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ProjectError(`The project folder ${folder} does not exist.`);
  }
  const config = readConfig(folder);
  const written = options.packageDirectories ?? config?.packageDirectories;
  if (!written) {
    throw new ProjectError(
      `${folder} has no sfdx-project.json. Name the project's root folder, or give the package directories.`,
    );
  }
  const packageDirectories = written.map((directory) => resolve(folder, directory));
  const files = listFiles(folder, packageDirectories, readForceIgnore(folder));
  const apiVersion = config?.apiVersion ?? API_VERSION;
  const diagnostics = new Diagnostics();
  return {
    root: folder,
    namespace: config?.namespace ?? null,
    apiVersion,
    packageDirectories,
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
