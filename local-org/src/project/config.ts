import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProjectError } from './project-error.ts';

export const CONFIG_FILE = 'sfdx-project.json';

/** What a project says of itself in `sfdx-project.json`. */
export interface ProjectConfig {
  /** As written, relative to the root. */
  readonly packageDirectories: readonly string[];
  /** Null for none. */
  readonly namespace: string | null;
  /** `65.0`; null when not said. */
  readonly apiVersion: string | null;
}

/** Null when the root has no `sfdx-project.json`. */
export function readConfig(root: string): ProjectConfig | null {
  const path = join(root, CONFIG_FILE);
  const content = readText(path);
  if (content === null) return null;
  const json = parseObject(content, path);
  return {
    packageDirectories: directoriesOf(json, path),
    namespace: textOf(json, 'namespace', path),
    apiVersion: textOf(json, 'sourceApiVersion', path),
  };
}

/** Null when there is no such file. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ProjectError(`${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

function parseObject(content: string, path: string): Record<string, unknown> {
  const json = parseJson(content, path);
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new ProjectError(`${path} must hold a JSON object.`);
  }
  return json as Record<string, unknown>;
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = (error as Error).message;
    throw new ProjectError(`${path} is not valid JSON: ${reason}. Correct the file.`, { cause: error });
  }
}

function directoriesOf(json: Record<string, unknown>, path: string): string[] {
  const entries: unknown = json['packageDirectories'];
  if (!Array.isArray(entries) || entries.length === 0) {
    throw new ProjectError(
      `${path} has no packageDirectories. Add "packageDirectories": [{ "path": "force-app", "default": true }].`,
    );
  }
  return entries.map((entry: unknown, index) => {
    const directory = (entry as { path?: unknown } | null)?.path;
    // Written on Windows, it may have that system's separators.
    if (typeof directory === 'string' && directory !== '') return directory.replaceAll('\\', '/');
    throw new ProjectError(`${path} has no "path" in entry ${index + 1} of packageDirectories. Add one.`);
  });
}

function textOf(json: Record<string, unknown>, key: string, path: string): string | null {
  const value = json[key];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  throw new ProjectError(`${path} has a "${key}" that is not text. Put it in quotes.`);
}
