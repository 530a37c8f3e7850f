/** The list of what the generator wrote, by which it knows its own files from those of people. */
import { createHash } from 'node:crypto';
import { jsonText } from '../text/json.ts';
import type { FileSystem } from './file-system.ts';

/** Path of the manifest: each emitted file and the hash of its text. Written last. */
export const manifestPath = 'generator/emitted.json';
/** Path of the marker: it exists only while a run is writing, so one that is left tells of a killed run. */
export const markerPath = 'generator/emitted.unfinished.json';

export const temporary = (path: string): string => `${path}.tmp`;

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Hash of each file, by path. */
export type Manifest = ReadonlyMap<string, string>;
/** Every text that a file of ours may have on disk, by path: after a killed run that can be the old or the new one. */
export type KnownHashes = ReadonlyMap<string, ReadonlySet<string>>;

const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

export function manifestText(manifest: Manifest): string {
  return jsonText(Object.fromEntries([...manifest].sort(byPath)));
}

export function markerText(known: KnownHashes): string {
  const entries = [...known].sort(byPath).map(([path, hashes]) => [path, [...hashes].sort()] as const);
  return jsonText(Object.fromEntries(entries));
}

/** What is on disk about the last runs. */
export interface Ledger {
  /** Undefined where the manifest can't be read as JSON of texts. */
  readonly manifest: Manifest | undefined;
  readonly known: KnownHashes;
  /** A run was killed before it could finish. */
  readonly unfinished: boolean;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function readManifest(fs: FileSystem): Manifest | undefined {
  const text = fs.readText(manifestPath);
  if (text === undefined) return new Map();
  const entries = Object.entries(parseObject(text) ?? { '': undefined });
  const isManifest = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isManifest ? new Map(entries) : undefined;
}

/** The marker is renamed into place, so it is whole or not there. */
function readMarker(fs: FileSystem): Record<string, unknown> | undefined {
  const text = fs.readText(markerPath);
  return text === undefined ? undefined : parseObject(text);
}

export function readLedger(fs: FileSystem): Ledger {
  const manifest = readManifest(fs);
  const marker = readMarker(fs);
  const known = new Map<string, Set<string>>();
  const learn = (path: string, hash: string): void => {
    known.set(path, (known.get(path) ?? new Set()).add(hash));
  };
  for (const [path, hash] of manifest ?? []) learn(path, hash);
  for (const [path, hashes] of Object.entries(marker ?? {}))
    if (Array.isArray(hashes)) for (const hash of hashes) learn(path, String(hash));
  const unfinished =
    fs.readText(markerPath) !== undefined || fs.readText(temporary(markerPath)) !== undefined;
  return { manifest, known, unfinished };
}
