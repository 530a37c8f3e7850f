import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** One metadata file of the project. */
export interface MetadataFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** `field`, `object`, `md`: what stands before `-meta.xml`, or the ending of an old-style file. */
  readonly type: string;
  /** The name of the component without its ending: `Amount__c`, `BillingSystem.gtv`. */
  readonly name: string;
  /** Of a part of an object: the object's name, from its folder. */
  readonly object: string;
}

const TYPES = new Set([
  'object',
  'field',
  'recordType',
  'validationRule',
  'fieldSet',
  'labels',
  'md',
  'customPermission',
  'platformEventSubscriberConfig',
  'permissionset',
  'permissionsetgroup',
  'profile',
  'resource',
  'namedCredential',
  'externalCredential',
  'globalValueSet',
  'standardValueSet',
]);
// `docs.md` is a text, `Type.Record.md-meta.xml` a record of custom metadata.
const NAME = /^(?<name>.+?)\.(?<type>[A-Za-z]+)(?:-meta\.xml)?$/;
const CUSTOM_METADATA_NAME = /^(?<name>[^.]+\.[^.]+)\.(?<type>md)(?:-meta\.xml)?$/;
const SKIPPED = new Set(['node_modules', 'lwc', 'aura', 'classes', 'triggers']);

/** All metadata files below the package directories that the schema is made of, in the order of their paths. */
export function findMetadata(root: string, packageDirectories: readonly string[]): MetadataFile[] {
  const found: MetadataFile[] = [];
  for (const directory of packageDirectories) {
    const path = isAbsolute(directory) ? directory : join(root, directory);
    if (existsSync(path)) visit(path, root, found);
  }
  return found;
}

function visit(folder: string, root: string, found: MetadataFile[]): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !entry.name.startsWith('.')) visit(path, root, found);
      continue;
    }
    const file = describe(path, root);
    if (file) found.push(file);
  }
}

function describe(path: string, root: string): MetadataFile | null {
  const match = (CUSTOM_METADATA_NAME.exec(basename(path)) ?? NAME.exec(basename(path)))?.groups;
  if (!match?.name || !match.type || !TYPES.has(match.type)) return null;
  if (match.type === 'md' && !match.name.includes('.')) return null;
  if (match.type === 'resource' && !path.endsWith('-meta.xml')) return null;
  const file = relative(root, path).split(sep).join('/');
  return { path, file, type: match.type, name: match.name, object: basename(dirname(dirname(path))) };
}
