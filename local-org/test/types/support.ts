import { LibraryIndex } from '../../src/types/library-index.ts';
import { buildWorld } from '../../src/types/build.ts';
import { Catalogue } from '../../src/platform/catalogue.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { LibraryClass } from '../../src/library/library.ts';
import type { ObjectModel, OrgSchema } from '../../src/schema/model.ts';
import { parseClass } from '../../src/syntax/parse.ts';
import type * as ast from '../../src/syntax/ast.ts';
import type { ProjectWorld } from '../../src/types/project-world.ts';
import type { Type } from '../../src/types/type.ts';

const VIRTUAL = [
  'System.Exception',
  'System.Comparable',
  'System.Comparator',
  'System.Iterable',
  'System.Iterator',
  'System.Queueable',
  'System.Callable',
  'Database.Batchable',
];
const CLASSES: readonly LibraryClass[] = [
  ...VIRTUAL.map((name) => ({ name, virtual: true })),
  { name: 'System.String', methods: { 'length()': () => 0 } },
  { name: 'System.HttpRequest' },
  { name: 'System.DmlException' },
  { name: 'System.LoggingLevel', isEnum: true },
  ...['System.QueueableContext', 'Database.BatchableContext', 'Database.QueryLocator'].map((name) => ({
    name,
  })),
];
const library = new LibraryIndex(CLASSES);
const catalogue = new Catalogue({ isVirtual: (name) => library.isVirtual(name) });

/** A schema of objects that have nothing but a name. */
export function schemaOf(...names: string[]): OrgSchema {
  const objects = new Map(names.map((name) => [name.toLowerCase(), { name } as ObjectModel]));
  return {
    namespace: null,
    objects,
    labels: new Map(),
    labelTranslations: new Map(),
    pages: new Map(),
    staticResources: new Map(),
    customPermissions: new Map(),
    namedCredentials: new Map(),
    externalCredentials: new Map(),
    permissionSetGroups: new Map(),
    permissionSets: new Map(),
    eventSubscribers: new Map(),
    selectedChanges: new Set(),
    apps: new Map(),
    cachePartitions: new Map(),
    profiles: new Map(),
    customMetadata: new Map(),
    diagnostics: [],
    object: (name) => objects.get(name.toLowerCase()) ?? null,
    objectOfKeyPrefix: () => null,
    projectObjects: [],
    commonObjects: [],
  };
}

export interface Built {
  readonly world: ProjectWorld;
  readonly diagnostics: Diagnostics;
  /** `code: message`, or with the suggestion after it. */
  readonly problems: () => string[];
  /** A type as seen from outside of any class. */
  readonly type: (text: string) => Type;
}

/** Builds a world of classes that are written as Apex. */
export function build(
  sources: readonly string[],
  options: { namespace?: string; apiVersion?: number } = {},
): Built {
  const diagnostics = new Diagnostics();
  const units = sources.map((text, at) => {
    const file = `classes/F${at}.cls`;
    const unit = parseClass(text, file, diagnostics);
    if (!unit) throw new Error(diagnostics.all.map((each) => each.message).join('\n'));
    return { unit, file, apiVersion: options.apiVersion ?? 67 };
  });
  const world = buildWorld(units, {
    schema: schemaOf('Account', 'Contact', 'Invoice__c', 'BusinessHours', 'Location'),
    library,
    namespace: options.namespace ?? null,
    diagnostics,
    catalogue,
  });
  const problems = () =>
    diagnostics.all.map(
      (each) => `${each.code}: ${each.message}${each.suggestion ? ` ${each.suggestion}` : ''}`,
    );
  return { world, diagnostics, problems, type: (text) => world.resolve(reference(text), null) };
}

/** A written type, e.g. `Map<Id,List<Account>>`. */
export function reference(text: string): ast.TypeReference {
  const span = { line: 1, column: 1, start: 0, end: text.length };
  const arrays = (text.match(/\[\]/g) ?? []).length;
  const plain = text.replaceAll('[]', '').replaceAll(' ', '');
  const open = plain.indexOf('<');
  const names = (open < 0 ? plain : plain.slice(0, open)).split('.');
  const inside = open < 0 ? [] : split(plain.slice(open + 1, -1)).map(reference);
  const parts = names.map((name, at) => ({
    name: { text: name, span },
    arguments: at === names.length - 1 ? inside : [],
  }));
  return { kind: 'type', parts, arrays, span };
}

function split(text: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const character of text) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
