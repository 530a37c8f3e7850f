import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

/** Trees on disk, one file each, named by the hash of what they were made from. */
export interface TreeStore {
  /** Null when nothing usable is kept for the text. */
  read<T>(kind: string, text: string): T | null;
  write(kind: string, text: string, tree: object): void;
  /** Why the last writing failed, given out once. */
  takeProblem(): string | null;
}

interface Entry {
  readonly kind: string;
  readonly tree: unknown;
}

const NOTHING_THERE: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR']);
const ENDING = '.tree.json';

/**
 * JSON is what is read back fastest: reading is the reason for the store.
 * @param mostTrees see `createAstCache`.
 */
export function openTreeStore(folder: string, mostTrees: number): TreeStore {
  const version = makerVersion();
  let problem: string | null = null;
  let isReady = false;
  let isBroken = false;

  function pathOf(kind: string, text: string): string {
    const hash = createHash('sha256').update(`${version}\0${kind}\0`).update(text).digest('hex');
    return join(folder, `${hash}${ENDING}`);
  }

  function prepare(): void {
    if (isReady) return;
    mkdirSync(folder, { recursive: true });
    prune(folder, mostTrees);
    isReady = true;
  }

  return {
    read: <T>(kind: string, text: string) => readTree(pathOf(kind, text), kind) as T | null,
    write(kind, text, tree) {
      if (isBroken) return;
      try {
        const content = toContent({ kind, tree });
        if (content === null) return;
        prepare();
        writeWhole(pathOf(kind, text), content);
      } catch (error) {
        isBroken = true;
        problem = (error as Error).message;
      }
    },
    takeProblem() {
      const taken = problem;
      problem = null;
      return taken;
    },
  };
}

/** Changes with the grammar's version and with every change to the sources that make trees. */
function makerVersion(): string {
  const hash = createHash('sha256').update(manifest.dependencies['@apexdevtools/apex-parser']);
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  for (const source of sources.filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(source).update(readFileSync(join(import.meta.dirname, source)));
  }
  return hash.digest('hex');
}

function readTree(path: string, kind: string): unknown {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if (NOTHING_THERE.has((error as NodeJS.ErrnoException).code)) return null;
    throw new Error(`The syntax tree ${path} cannot be read. Delete it, or run without a cache.`, {
      cause: error,
    });
  }
  const entry = parseEntry(content);
  return entry?.kind === kind ? entry.tree : null;
}

/** Null for a damaged file: it is written anew. */
function parseEntry(content: string): Entry | null {
  try {
    return JSON.parse(content) as Entry | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Null for a tree that is too deep to be written: it is parsed every time. */
function toContent(entry: Entry): string | null {
  try {
    return JSON.stringify(entry);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Other runs see the file as it was or as it is, never half of it. */
function writeWhole(path: string, content: string): void {
  const temporary = `${path}.${randomUUID()}`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/** Deletes the oldest files, so that a quarter of the room is free again. */
function prune(folder: string, mostTrees: number): void {
  const names = readdirSync(folder).filter((name) => name.includes(ENDING));
  if (names.length < mostTrees) return;
  const aged = names
    .map((name) => join(folder, name))
    .map((path) => ({ path, written: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((left, right) => left.written - right.written);
  const surplus = aged.slice(0, names.length - Math.floor((mostTrees * 3) / 4));
  for (const { path } of surplus) rmSync(path, { force: true });
}
