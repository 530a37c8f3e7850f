/** Which components the hand-written files are, so that the manifest can list them beside the emitted ones. */
import type { ComponentName } from './package-xml.ts';

const meta = '-meta.xml';

/** Types by the ending of their file. A type that is not here yet is one line. */
const types: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  cls: 'ApexClass',
  customPermission: 'CustomPermission',
  externalCredential: 'ExternalCredential',
  flexipage: 'FlexiPage',
  flow: 'Flow',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  layout: 'Layout',
  md: 'CustomMetadata',
  messageChannel: 'LightningMessageChannel',
  namedCredential: 'NamedCredential',
  object: 'CustomObject',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  quickAction: 'QuickAction',
  resource: 'StaticResource',
  tab: 'CustomTab',
  trigger: 'ApexTrigger',
};

/** Types whose files lie in a folder of their object, and whose name starts with it. */
const partTypes: Readonly<Record<string, string>> = {
  compactLayout: 'CompactLayout',
  field: 'CustomField',
  fieldSet: 'FieldSet',
  listView: 'ListView',
  recordType: 'RecordType',
  validationRule: 'ValidationRule',
  webLink: 'WebLink',
};

/** Each label is a component of its own beside the file that holds them all. */
function labelsIn(xml: string): ComponentName[] {
  const names = [...xml.matchAll(/<fullName>\s*([^<\s]+)\s*<\/fullName>/g)].map((match) => match[1] ?? '');
  return names.map((name) => ({ type: 'CustomLabel', name }));
}

/**
 * The components in one file of a package directory; none for a file that only belongs to one, such as a class's code.
 * `path` has forward slashes. `readText` is called for labels only.
 */
export function componentsOfFile(path: string, readText: () => string): ComponentName[] {
  if (!path.endsWith(meta)) return [];
  const [file = '', , object = ''] = path.slice(0, -meta.length).split('/').reverse();
  const dot = file.lastIndexOf('.');
  const name = decodeURIComponent(file.slice(0, dot));
  const suffix = file.slice(dot + 1);
  const part = partTypes[suffix];
  if (part !== undefined) return [{ type: part, name: `${object}.${name}` }];
  const type = types[suffix];
  if (type === undefined)
    throw new Error(`${path}: the manifest has no type for .${suffix} in hand-written.ts yet.`);
  return [{ type, name }, ...(suffix === 'labels' ? labelsIn(readText()) : [])];
}
