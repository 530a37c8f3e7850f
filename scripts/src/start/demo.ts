import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the scripts say that people find billing's pages. */
const PAGES = 'http://127.0.0.1:8585';

/**
 * The pieces of anonymous Apex with which a new org begins, in order. Where billing listens elsewhere they are copies
 * in `folder`, so that Open leads to the right place.
 */
export function demoScripts(root: string, folder: string, billingUrl: string): string[] {
  const source = join(root, 'config', 'demo');
  const names = readdirSync(source)
    .filter((name) => name.endsWith('.apex'))
    .sort();
  if (billingUrl === PAGES) return names.map((name) => join(source, name));
  const copies = join(folder, 'demo');
  mkdirSync(copies, { recursive: true });
  return names.map((name) => {
    const text = readFileSync(join(source, name), 'utf8').replaceAll(PAGES, billingUrl);
    writeFileSync(join(copies, name), text);
    return join(copies, name);
  });
}
