import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { CONFIG_FILE } from './config.ts';
import { isFolder } from './files.ts';
import { ProjectError } from './project-error.ts';

/**
 * The package directories that are there: absolute paths. One that is missing is reported, and the others are used.
 * @param written as the project or the caller names them; null when nobody does.
 * @throws ProjectError when none is there.
 */
export function packageDirectories(
  root: string,
  written: readonly string[] | null,
  sink: DiagnosticSink,
): string[] {
  if (written === null) return withoutConfig(root);
  const all = written.map((directory) => resolve(root, directory));
  const missing = all.filter((directory) => !isFolder(directory));
  if (missing.length === all.length) {
    throw new ProjectError(
      `The package directory ${missing[0]} does not exist. Create it, or correct packageDirectories in ` +
        `${join(root, CONFIG_FILE)}.`,
    );
  }
  for (const directory of missing) {
    sink.report({
      code: 'project/package-directory',
      file: CONFIG_FILE,
      span: { line: 1, column: 1, start: 0, end: 0 },
      message: `The package directory ${directory} does not exist, and is left out.`,
      suggestion: 'Create it, or correct packageDirectories.',
      severity: 'warning',
    });
  }
  return all.filter((directory) => !missing.includes(directory));
}

/** A folder of metadata without a project file, such as those of the Metadata API, is taken as it is. */
function withoutConfig(root: string): string[] {
  const found = lookInto(root, 0);
  if (found.projects.length) {
    throw new ProjectError(
      `${root} has no ${CONFIG_FILE}, but holds projects that have one: name one of these.\n` +
        found.projects.map((project) => `  ${project}`).join('\n'),
    );
  }
  if (!found.hasApex) {
    throw new ProjectError(
      `${root} has no ${CONFIG_FILE} and no Apex. Name the project's root folder, or give the package directories.`,
    );
  }
  return [root];
}

const DEPTH = 6;

/** Projects in folders of the folder, and whether there is Apex. */
function lookInto(folder: string, depth: number): { projects: string[]; hasApex: boolean } {
  const projects: string[] = [];
  let hasApex = false;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (/\.(?:cls|trigger)$/.test(entry.name)) hasApex = true;
    if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const inner = join(folder, entry.name);
    if (existsSync(join(inner, CONFIG_FILE))) projects.push(inner);
    else if (depth < DEPTH) {
      const found = lookInto(inner, depth + 1);
      projects.push(...found.projects);
      hasApex ||= found.hasApex;
    }
  }
  return { projects, hasApex };
}
