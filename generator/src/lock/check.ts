/** Judges whether a package still keeps the promises of its releases. */
import type { Diagnostic } from '../model/diagnostics.ts';
import type { Source } from '../model/model.ts';
import { didYouMean } from '../text/suggest.ts';
import { lockPath, type LockedName, type NamesLock, type ReleasedName } from './lock-file.ts';

const keyOf = ({ kind, name }: LockedName): string => `${kind} ${name}`;

const words: Readonly<Record<LockedName['kind'], string>> = {
  object: 'object',
  field: 'field',
  metadataType: 'custom metadata type',
  listView: 'list view',
  quickAction: 'quick action',
  permissionSet: 'permission set',
  customPermission: 'custom permission',
  tab: 'tab',
  app: 'app',
  apexClass: 'Apex class',
  systemPrefix: 'billing system',
  mappingType: 'mapping type',
  operation: 'operation',
  valueMap: 'value map',
};

const growing = /^(Text|LongTextArea)\((\d+)\)$/;

/** Text may grow, a class may be opened to the world and metadata to subscribers; nothing else may change. */
function mayBecome(released: string, now: string): boolean {
  if (released === now) return true;
  const [, before, length] = growing.exec(released) ?? [];
  const [, after, newLength] = growing.exec(now) ?? [];
  if (before !== undefined && before === after) return Number(newLength) >= Number(length);
  return (released === 'public' && now === 'global') || (released === 'Protected' && now === 'Public');
}

/** The line of the lock file that names the thing. */
function placeOf(text: string, { kind, name }: ReleasedName): Source {
  const wanted = JSON.stringify(name);
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.includes(`"kind": "${kind}"`) && line.includes(wanted));
  if (index < 0) return { file: lockPath, line: 1, column: 1, length: 1 };
  const column = (lines[index] ?? '').indexOf(wanted) + 1;
  return { file: lockPath, line: index + 1, column, length: wanted.length };
}

function removed(name: ReleasedName, names: readonly LockedName[], source: Source): Diagnostic {
  const same = names.filter(({ kind }) => kind === name.kind).map((one) => one.name);
  return {
    code: 'BW2601',
    source,
    what: `The ${words[name.kind]} "${name.name}", released with ${name.since}, is gone.`,
    why: 'A released name is in the orgs of customers for ever; the platform refuses an upgrade without it.',
    fix: didYouMean(name.name, same, 'Declare it again; say in its TSDoc that it is out of use.'),
  };
}

function retyped(name: ReleasedName, now: LockedName, source: Source): Diagnostic {
  return {
    code: 'BW2602',
    source,
    what: `The ${words[name.kind]} "${name.name}" was released with ${name.since} as "${name.type}" and is now "${now.type}".`,
    why: 'Data and automation of customers rest on what was released; a text may only grow.',
    fix: `Give it back "${name.type}", or declare another name for what is new.`,
  };
}

/** A diagnostic for each released name that is gone or has become something else. */
export function checkLock(lock: NamesLock, names: readonly LockedName[], text: string): Diagnostic[] {
  const current = new Map(names.map((name) => [keyOf(name), name]));
  return lock.names.flatMap((name) => {
    const now = current.get(keyOf(name));
    if (!now) return [removed(name, names, placeOf(text, name))];
    return mayBecome(name.type, now.type) ? [] : [retyped(name, now, placeOf(text, name))];
  });
}

/** The lock after a release: new names with its version, known ones with their present type. */
export function release(lock: NamesLock, names: readonly LockedName[], version: string): NamesLock {
  const since = new Map(lock.names.map((name) => [keyOf(name), name.since]));
  const now = new Map(
    names.map((name) => [keyOf(name), { ...name, since: since.get(keyOf(name)) ?? version }]),
  );
  return { names: [...now.values()] };
}
