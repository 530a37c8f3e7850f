/** `generator/names.lock.json`: every name that a release gave to the world, and what it was. */
import type { Diagnostic } from '../model/diagnostics.ts';
import { jsonText } from '../text/json.ts';

export const lockPath = 'generator/names.lock.json';

/** Kinds of names that can never change once they are released. */
export const nameKinds = [
  'object',
  'field',
  'metadataType',
  'listView',
  'quickAction',
  'permissionSet',
  'customPermission',
  'tab',
  'app',
  'apexClass',
  'systemPrefix',
  'mappingType',
  'operation',
  'valueMap',
] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name that a release locks. */
export interface LockedName {
  readonly kind: NameKind;
  readonly name: string;
  /** What must stay with it: a field's type, a system's prefix. Empty where the name is all. */
  readonly type: string;
}

/** A name with the version that released it first. */
export interface ReleasedName extends LockedName {
  readonly since: string;
}

export interface NamesLock {
  readonly names: readonly ReleasedName[];
}

const order = (a: LockedName, b: LockedName): number =>
  nameKinds.indexOf(a.kind) - nameKinds.indexOf(b.kind) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** One line for each name, sorted, so that a release shows as added lines. */
export function lockText(lock: NamesLock): string {
  const names = [...lock.names]
    .sort(order)
    .map(({ kind, name, type, since }) => ({ kind, name, type, since }));
  return jsonText({ formatVersion: 1, names });
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isReleasedName(value: unknown): value is ReleasedName {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, name, type, since } = value as Record<string, unknown>;
  return nameKinds.some((one) => one === kind) && isText(name) && isText(type) && isText(since);
}

function parse(text: string): NamesLock | undefined {
  try {
    const value = JSON.parse(text) as { formatVersion?: unknown; names?: unknown };
    const isLock =
      value.formatVersion === 1 && Array.isArray(value.names) && value.names.every(isReleasedName);
    return isLock ? { names: value.names as ReleasedName[] } : undefined;
  } catch {
    return undefined;
  }
}

const unreadable: Diagnostic = {
  code: 'BW2603',
  source: { file: lockPath, line: 1, column: 1, length: 1 },
  what: `${lockPath} is not a list of released names.`,
  why: 'Without it nobody can tell which names may still change.',
  fix: 'Restore it from version control; it is changed only by "npm run generate -- --release <version>".',
};

/** The lock of the repository; a missing file locks nothing. */
export function readLock(text: string | undefined): {
  readonly lock: NamesLock;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (text === undefined) return { lock: { names: [] }, text: '', diagnostics: [] };
  const lock = parse(text);
  return lock ? { lock, text, diagnostics: [] } : { lock: { names: [] }, text, diagnostics: [unreadable] };
}
