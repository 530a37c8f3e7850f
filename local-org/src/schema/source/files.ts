import { basename, dirname, relative, resolve, sep } from 'node:path';
import { isFolder, listFiles } from '../../project/files.ts';
import { readForceIgnore } from '../../project/forceignore.ts';

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
  'translation',
  'page',
  'md',
  'customPermission',
  'app',
  'cachePartition',
  'platformEventChannelMember',
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

/** All metadata files below the package directories that the schema is made of, in the order of their paths. */
export function findMetadata(root: string, packageDirectories: readonly string[]): MetadataFile[] {
  const folders = packageDirectories
    .map((directory) => resolve(root, directory))
    .filter((folder) => isFolder(folder));
  return listFiles(root, folders, readForceIgnore(root)).flatMap((path) => describe(path, root) ?? []);
}

function describe(path: string, root: string): MetadataFile | null {
  const match = (CUSTOM_METADATA_NAME.exec(basename(path)) ?? NAME.exec(basename(path)))?.groups;
  if (!match?.name || !match.type || !TYPES.has(match.type)) return null;
  if (match.type === 'md' && !match.name.includes('.')) return null;
  // An Aura application ends like an app of the App Launcher.
  if (match.type === 'app' && basename(dirname(dirname(path))) === 'aura') return null;
  if (match.type === 'resource' && !path.endsWith('-meta.xml')) return null;
  const file = relative(root, path).split(sep).join('/');
  return { path, file, type: match.type, name: match.name, object: basename(dirname(dirname(path))) };
}
