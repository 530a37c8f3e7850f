import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the scripts say that people find billing's pages. */
const PAGES = 'http://127.0.0.1:8585';
/** What an org has of it in which the package was installed and nobody has set anything up yet. */
const INSTALLED = new Set(['10-users.apex', '32-prospects.apex']);
/** Customers on a page of billing's list; the first page belongs to every demo. */
const PAGE_SIZE = 50;
/** Pages that one script takes: what fits into one transaction. */
const PAGES_AT_ONCE = 20;

export interface DemoOptions {
  /** The project. */
  readonly root: string;
  /** Where copies of scripts may lie. */
  readonly folder: string;
  readonly billingUrl: string;
  /** What both sides are filled with: `demo`, `installed`, `size=N`. */
  readonly seed: string;
}

/**
 * The pieces of anonymous Apex with which a new org begins, in order. Where billing listens elsewhere they are copies,
 * so that Open leads to the right place. For `size=N` more of them make an account for each further customer; for
 * `installed` nothing is made that needs a connection.
 */
export function demoScripts({ root, folder, billingUrl, seed }: DemoOptions): string[] {
  const source = join(root, 'config', 'demo');
  mkdirSync(folder, { recursive: true });
  const copy = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const scripts = readdirSync(source)
    .filter((name) => name.endsWith('.apex') && (seed !== 'installed' || INSTALLED.has(name)))
    .sort()
    .map((name) => {
      if (billingUrl === PAGES) return join(source, name);
      return copy(name, readFileSync(join(source, name), 'utf8').replaceAll(PAGES, billingUrl));
    });
  const more = readFileSync(join(source, 'size', 'customers.apex'), 'utf8');
  return [
    ...scripts,
    ...firstPages(seed).map((page, index) =>
      copy(
        `70-more-customers-${String(index + 1).padStart(4, '0')}.apex`,
        more.replace('firstPage = 2;', `firstPage = ${page};`),
      ),
    ),
  ];
}

/** The page with which each script of more customers begins. */
function firstPages(seed: string): number[] {
  const size = Number(/^size=(?<size>\d+)$/.exec(seed)?.groups?.size ?? 0);
  const pages = Math.ceil(size / PAGE_SIZE) - 1;
  return Array.from(
    { length: Math.ceil(Math.max(0, pages) / PAGES_AT_ONCE) },
    (_, index) => 2 + index * PAGES_AT_ONCE,
  );
}
