import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFields } from '../../../local-org/src/platform/jar/class-file.ts';
import { packageFile } from '../../../local-org/src/platform/jar/modules.ts';
import { Zip } from '../../../local-org/src/platform/jar/zip.ts';

const FOLDER = 'com/nawforce/runforce/SObjects/';
const TYPE = /^(?<list>\[?)Lcom\/nawforce\/runforce\/(?<package>\w+)\/(?<name>\w+);$/;
/** Parents of more than one type, e.g. Owner; every field of these that we know is there. */
export const ANY_NAMED = 'Name';

/** The fields and relationships of an object; all keys in lower case. */
export interface ObjectShape {
  readonly name: string;
  /** Field name to its Apex type, e.g. `ownerid` to `Id`. */
  readonly fields: ReadonlyMap<string, string>;
  /** Relationship to a parent, to the parent's object. */
  readonly parents: ReadonlyMap<string, string>;
  /** Relationship to children, to the children's object. */
  readonly children: ReadonlyMap<string, string>;
}

let jar: { zip: Zip; names: Map<string, string> } | undefined;
const shapes = new Map<string, ObjectShape | undefined>();

/** The jar of the standard objects. Its version is its own, so it is found by pattern. */
export function standardObjectsJar(): string {
  const folder = packageFile('@salesforce/code-analyzer-pmd-engine', 'dist', 'java-lib');
  const file = readdirSync(folder).find((name) => /^sobject-types-[\d.]+\.jar$/.test(name));
  if (!file) {
    throw new Error(
      `${folder} holds no sobject-types jar; the code analyzer was updated, find its new home.`,
    );
  }
  return join(folder, file);
}

function openJar(): { zip: Zip; names: Map<string, string> } {
  const zip = new Zip(standardObjectsJar());
  const names = new Map<string, string>();
  for (const name of zip.names()) {
    if (name.startsWith(FOLDER)) names.set(name.slice(FOLDER.length, -'.class'.length).toLowerCase(), name);
  }
  return { zip, names };
}

function readShape(file: string, bytes: Buffer): ObjectShape {
  const fields = new Map<string, string>();
  const parents = new Map<string, string>();
  const children = new Map<string, string>();
  for (const { name, descriptor } of readFields(bytes)) {
    const type = TYPE.exec(descriptor)?.groups;
    if (!type || type.package === 'Internal') continue;
    const isObject = type.package === 'SObjects' && !/^(Address|Location)$/.test(type.name ?? '');
    const target = isObject ? (type.list ? children : parents) : fields;
    target.set(name.toLowerCase(), type.name ?? '');
  }
  return { name: file.slice(FOLDER.length, -'.class'.length), fields, parents, children };
}

/**
 * What apex-ls knows of a standard object: every field of every edition and feature, so a field found here may
 * still be missing in an org. Undefined if there is no such object.
 */
export function standardObject(name: string): ObjectShape | undefined {
  const key = name.toLowerCase();
  if (!shapes.has(key)) {
    jar ??= openJar();
    const file = jar.names.get(key);
    const bytes = file && jar.zip.read(file);
    shapes.set(key, bytes ? readShape(file, bytes) : undefined);
  }
  return shapes.get(key);
}
