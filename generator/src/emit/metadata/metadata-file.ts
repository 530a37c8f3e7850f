import type { SystemModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { printMetadata } from './xml/print.ts';
import type { MetadataTypes, Source } from './xml/source.ts';

/** Folder of what all systems share. */
export const coreFolder = 'force-app/main/generated/core';

/** Folder of what belongs to one billing system. */
export const systemFolder = (system: SystemModel): string => `force-app/main/generated/${system.name}`;

type Component = Exclude<keyof MetadataTypes, 'Package'>;

/** Folder and file ending of each type in source format. Parts of an object lie in a folder of their object. */
const places: Readonly<Record<Component, readonly [folder: string, suffix: string, ofObject?: true]>> = {
  CompactLayout: ['compactLayouts', 'compactLayout', true],
  CustomApplication: ['applications', 'app'],
  CustomField: ['fields', 'field', true],
  CustomLabels: ['labels', 'labels'],
  CustomMetadata: ['customMetadata', 'md'],
  CustomObject: ['objects', 'object'],
  CustomPermission: ['customPermissions', 'customPermission'],
  CustomTab: ['tabs', 'tab'],
  FlexiPage: ['flexipages', 'flexipage'],
  Layout: ['layouts', 'layout'],
  ListView: ['listViews', 'listView', true],
  PermissionSet: ['permissionsets', 'permissionset'],
  QuickAction: ['quickActions', 'quickAction'],
};

function pathOf(type: Component, name: string): string {
  const [folder, suffix, ofObject] = places[type];
  const [object, own] = name.split('.', 2);
  const file = `${ofObject ? own : name}.${suffix}-meta.xml`;
  if (ofObject) return `objects/${object}/${folder}/${file}`;
  return type === 'CustomObject' ? `objects/${name}/${file}` : `${folder}/${file}`;
}

/** One component as a file. `name` is its full name in the Metadata API: `Account.BillingStatus__c` for a field. */
export function metadataFile<Type extends Component>(
  root: string,
  type: Type,
  name: string,
  content: Source<MetadataTypes[Type]>,
): EmittedFile {
  return {
    path: `${root}/${pathOf(type, name)}`,
    content: printMetadata(type, content),
    component: { type, name },
  };
}
