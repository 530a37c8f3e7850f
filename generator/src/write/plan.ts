/** Compares what shall be on disk with what is there. Reads only. */
import type { Diagnostic } from '../model/diagnostics.ts';
import type { FileSystem } from './file-system.ts';
import {
  hashOf,
  manifestPath,
  manifestText,
  readLedger,
  type KnownHashes,
  type Ledger,
  type Manifest,
} from './manifest.ts';
import { foreignFile, outsideRoot, samePath, unreadableManifest } from './problems.ts';

/** A file as it shall be on disk. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
  readonly component?: { readonly type: string; readonly name: string };
}

/** What a run does to one file. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'new' | 'changed' | 'unchanged' | 'removed';
  readonly before?: string;
  readonly after?: string;
  /** The text on disk is none that the generator ever wrote there. */
  readonly handEdited: boolean;
  readonly component?: { readonly type: string; readonly name: string };
}

export interface Plan {
  /** Sorted by path. */
  readonly changes: readonly FileChange[];
  /** While there is one nothing may be written. */
  readonly problems: readonly Diagnostic[];
  /** Text of the manifest after the run. */
  readonly manifest: string;
  /** Every text that a file of ours may have while the run is writing. */
  readonly known: KnownHashes;
  /** Files of ours that are not emitted any more, whether they still exist or not. */
  readonly dropped: readonly string[];
  /** A killed run left its marker. */
  readonly unfinished: boolean;
  /** Everything is on disk already. */
  readonly clean: boolean;
}

/** Says which files a run may touch; the others keep their entries in the manifest. */
export type Scope = (path: string) => boolean;

const everything: Scope = () => true;
const isInside = (path: string): boolean =>
  !path.startsWith('/') &&
  !path.includes('\\') &&
  !path.split('/').some((part) => part === '' || part === '..');

function pathProblems(files: readonly OutputFile[]): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const seen = new Map<string, string>();
  for (const { path } of files) {
    const other = seen.get(path.toLowerCase());
    if (other !== undefined) problems.push(samePath(path, other));
    if (!isInside(path)) problems.push(outsideRoot(path));
    seen.set(path.toLowerCase(), path);
  }
  return problems;
}

function compare(fs: FileSystem, file: OutputFile, hashes: ReadonlySet<string> | undefined): FileChange {
  const before = fs.readText(file.path);
  const facts = {
    path: file.path,
    after: file.content,
    ...(file.component && { component: file.component }),
  };
  if (before === undefined) return { ...facts, kind: 'new', handEdited: false };
  if (before === file.content) return { ...facts, kind: 'unchanged', before, handEdited: false };
  return {
    ...facts,
    kind: 'changed',
    before,
    handEdited: hashes !== undefined && !hashes.has(hashOf(before)),
  };
}

function removals(fs: FileSystem, dropped: readonly string[], known: KnownHashes): FileChange[] {
  return dropped.flatMap((path) => {
    const before = fs.readText(path);
    if (before === undefined) return [];
    return [
      { path, kind: 'removed', before, handEdited: known.get(path)?.has(hashOf(before)) !== true } as const,
    ];
  });
}

/** Hash of a file that this run leaves alone: what is on disk if it is ours, else what the manifest says. */
function keptHash(fs: FileSystem, path: string, ledger: Ledger): string | undefined {
  const text = fs.readText(path);
  const hash = text === undefined ? undefined : hashOf(text);
  const isOurs = hash !== undefined && ledger.known.get(path)?.has(hash) === true;
  return isOurs ? hash : ledger.manifest?.get(path);
}

function nextManifest(fs: FileSystem, files: readonly OutputFile[], ledger: Ledger, scope: Scope): Manifest {
  const manifest = new Map<string, string>();
  for (const path of ledger.known.keys()) {
    const hash = scope(path) ? undefined : keptHash(fs, path, ledger);
    if (hash !== undefined) manifest.set(path, hash);
  }
  for (const { path, content } of files) manifest.set(path, hashOf(content));
  return manifest;
}

function knownAfter(known: KnownHashes, files: readonly OutputFile[]): KnownHashes {
  const all = new Map([...known].map(([path, hashes]) => [path, new Set(hashes)]));
  for (const { path, content } of files) all.set(path, (all.get(path) ?? new Set()).add(hashOf(content)));
  return all;
}

const byPath = (a: FileChange, b: FileChange): number => (a.path < b.path ? -1 : 1);

/** What has to be done so that exactly `files` are on disk, as far as `scope` reaches. */
export function planWrites(fs: FileSystem, allFiles: readonly OutputFile[], scope: Scope = everything): Plan {
  const files = allFiles.filter(({ path }) => scope(path));
  const ledger = readLedger(fs);
  const { known, unfinished } = ledger;
  // On a disk that does not tell upper from lower case, a file renamed only in case is found under its new name.
  const ours = new Set([...known.keys()].map((path) => path.toLowerCase()));
  const emitted = new Set(files.map(({ path }) => path));
  const dropped = [...known.keys()].filter((path) => scope(path) && !emitted.has(path)).sort();
  const written = files.map((file) => compare(fs, file, known.get(file.path)));
  const foreign = written.filter(({ path, kind }) => kind === 'changed' && !ours.has(path.toLowerCase()));
  const changes = [...written, ...removals(fs, dropped, known)].sort(byPath);
  const manifest = manifestText(nextManifest(fs, files, ledger, scope));
  const problems = [
    ...(ledger.manifest ? [] : [unreadableManifest()]),
    ...pathProblems(files),
    ...(ledger.manifest ? foreign.map(({ path }) => foreignFile(path)) : []),
  ];
  const clean =
    !unfinished &&
    changes.every(({ kind }) => kind === 'unchanged') &&
    fs.readText(manifestPath) === manifest;
  return { changes, problems, manifest, known: knownAfter(known, files), dropped, unfinished, clean };
}
