/** Facts about the Salesforce project around the mappings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmitContext } from './emit/emitted-file.ts';
import { componentsOfFile } from './emit/metadata/index.ts';

const projectFile = 'sfdx-project.json';
const handWrittenFolder = 'force-app/main/default';

function textOf(project: Record<string, unknown>, key: string): string {
  const value = project[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${projectFile} has no "${key}"; every emitted file depends on it.`);
}

/** Namespace and API version, from sfdx-project.json. */
export function readEmitContext(root: string): EmitContext {
  const project = JSON.parse(readFileSync(join(root, projectFile), 'utf8')) as Record<string, unknown>;
  return { namespace: textOf(project, 'namespace'), apiVersion: textOf(project, 'sourceApiVersion') };
}

/** A component as the Metadata API names it. */
export interface ComponentName {
  readonly type: string;
  readonly name: string;
}

/** Everything in the package that people wrote. */
export type HandWritten = readonly ComponentName[];

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replaceAll('\\', '/'),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The components of the part of the package that is written by hand. */
export function readHandWritten(root: string): HandWritten {
  const folder = join(root, handWrittenFolder);
  return filesBelow(folder)
    .sort()
    .flatMap((path) => componentsOfFile(path, () => readFileSync(join(folder, path), 'utf8')));
}

/** Names of one type. */
export const namesOfType = (components: HandWritten, type: string): string[] =>
  components.filter((one) => one.type === type).map(({ name }) => name);
