import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFields } from '../../platform/jar/class-file.ts';
import { packageFile } from '../../platform/jar/modules.ts';
import { Zip } from '../../platform/jar/zip.ts';

const FOLDER = 'com/nawforce/runforce/SObjects/';
const TYPE = /^(?<list>\[?)Lcom\/nawforce\/runforce\/(?<package>\w+)\/(?<name>\w+);$/;
/** Parents that the jar does not tell, by field. */
const UNTOLD_PARENTS: Readonly<Record<string, NonNullable<JarField['parent']>>> = {
  EntityDefinitionId: { relationship: 'EntityDefinition', object: 'EntityDefinition' },
  TriggerObjectOrEventId: { relationship: 'TriggerObjectOrEvent', object: 'EntityDefinition' },
};
/** Children that the jar does not tell, by parent. */
const UNTOLD_CHILDREN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  EntityDefinition: { Fields: 'FieldDefinition' },
};
const COMPOUND = /^(?:Address|Location)$/;

/** A standard object as the jar has it: every field of every edition and feature, in the jar's order. */
export interface JarObject {
  readonly name: string;
  readonly fields: readonly JarField[];
  /** Relationship to children, to the children's object. */
  readonly children: ReadonlyMap<string, string>;
}

export interface JarField {
  readonly name: string;
  /** `Id`, `String`, `Decimal`, ..., `Address`, `Location`. */
  readonly type: string;
  /** Of an Id that is a relationship to a parent; `object` is `Name` for a parent of several types. */
  readonly parent: { readonly relationship: string; readonly object: string } | null;
}

/** Reads the standard objects out of the jar that comes with the code analyzer. */
export class StandardJar {
  readonly #zip: Zip;
  readonly #files = new Map<string, string>();
  readonly #objects = new Map<string, JarObject>();

  /** Throws when the installed code analyzer has no such jar. */
  constructor(file: string = standardObjectsJar()) {
    this.#zip = new Zip(file);
    for (const name of this.#zip.names()) {
      if (!name.startsWith(FOLDER) || !name.endsWith('.class') || name.includes('$')) continue;
      this.#files.set(name.slice(FOLDER.length, -'.class'.length).toLowerCase(), name);
    }
  }

  /** The API names of all objects. */
  names(): string[] {
    return [...this.#files.values()].map((file) => file.slice(FOLDER.length, -'.class'.length));
  }

  /** In any case; null if there is no such object. */
  object(name: string): JarObject | null {
    const key = name.toLowerCase();
    const known = this.#objects.get(key);
    if (known) return known;
    const file = this.#files.get(key);
    const bytes = file && this.#zip.read(file);
    if (!bytes) return null;
    const object = readObject(file.slice(FOLDER.length, -'.class'.length), bytes);
    this.#objects.set(key, object);
    return object;
  }
}

/** The path of the jar. Its version is its own, so it is found by pattern. */
export function standardObjectsJar(): string {
  const folder = packageFile('@salesforce/code-analyzer-pmd-engine', 'dist', 'java-lib');
  const file = readdirSync(folder).find((name) => /^sobject-types-[\d.]+\.jar$/.test(name));
  if (!file)
    throw new Error(
      `${folder} holds no sobject-types jar; the code analyzer was updated, find its new home.`,
    );
  return join(folder, file);
}

function readObject(name: string, bytes: Buffer): JarObject {
  const plain: { name: string; type: string }[] = [];
  const parents = new Map<string, { relationship: string; object: string }>();
  const children = new Map(Object.entries(UNTOLD_CHILDREN[name] ?? {}));
  for (const field of readFields(bytes)) {
    const type = TYPE.exec(field.descriptor)?.groups;
    if (!type?.name || type.package === 'Internal') continue;
    const isCompound = COMPOUND.test(type.name) && !plain.some((other) => other.name === `${field.name}Id`);
    if (type.list && type.package !== 'SObjects') continue;
    if (type.list) children.set(field.name, type.name);
    else if (type.package !== 'SObjects' || isCompound) plain.push({ name: field.name, type: type.name });
    else parents.set(field.name.toLowerCase(), { relationship: field.name, object: type.name });
  }
  const fields = plain.map((field) => ({ ...field, parent: parentOf(field, parents) }));
  return { name, fields, children };
}

function parentOf(
  field: { name: string; type: string },
  parents: ReadonlyMap<string, { relationship: string; object: string }>,
): JarField['parent'] {
  const untold = UNTOLD_PARENTS[field.name];
  if (untold) return untold;
  if (field.type !== 'Id' || !field.name.endsWith('Id')) return null;
  return parents.get(field.name.slice(0, -2).toLowerCase()) ?? null;
}
