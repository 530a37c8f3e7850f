import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** The folder of an installed package, also of one that does not export its package.json. */
export function packageFolder(name: string): string {
  for (const modules of require.resolve.paths(name) ?? []) {
    const folder = join(modules, name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`The npm package ${name} is not installed; run "npm ci --ignore-scripts".`);
}

/** A file inside an installed package. */
export function packageFile(name: string, ...path: string[]): string {
  return join(packageFolder(name), ...path);
}
