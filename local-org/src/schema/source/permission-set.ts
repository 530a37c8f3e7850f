import type { PermissionSetModel } from '../model.ts';
import { isCustomName } from '../names.ts';
import type { Namespace } from '../names.ts';
import type { XmlNode } from './xml.ts';

/**
 * A permission set or a profile. `asInstalled`: what does not survive the installation of a package is left out, that
 * is permissions on standard objects and on their standard fields, and user permissions.
 */
export function readPermissionSet(
  node: XmlNode,
  name: string,
  namespace: Namespace,
  asInstalled: boolean,
): PermissionSetModel {
  const objects = node.list('objectPermissions').map((item) => ({
    object: namespace.qualify(item.text('object') ?? ''),
    read: item.flag('allowRead'),
    create: item.flag('allowCreate'),
    edit: item.flag('allowEdit'),
    delete: item.flag('allowDelete'),
    viewAll: item.flag('viewAllRecords'),
    modifyAll: item.flag('modifyAllRecords'),
  }));
  const fields = node.list('fieldPermissions').map((item) => ({
    path: namespace.qualifyPath(item.text('field') ?? ''),
    read: item.flag('readable'),
    edit: item.flag('editable'),
  }));
  const survives = (component: string): boolean => !asInstalled || isCustomName(component);
  return {
    name: namespace.qualifyPlain(name),
    label: node.text('label') ?? name,
    objects: new Map(
      objects
        .filter(({ object }) => survives(object))
        .map(({ object, ...allowed }) => [object.toLowerCase(), allowed]),
    ),
    fields: new Map(
      fields
        .filter(({ path }) => survives(path.slice(path.indexOf('.') + 1)))
        .map(({ path, ...allowed }) => [path.toLowerCase(), allowed]),
    ),
    tabs: new Set([...shownTabs(node, 'tabSettings'), ...shownTabs(node, 'tabVisibilities')]),
    classes: enabledNames(node, 'classAccesses', 'apexClass', 'enabled'),
    customPermissions: new Set(
      [...enabledNames(node, 'customPermissions', 'name', 'enabled')].map((item) =>
        namespace.qualifyPlain(item),
      ),
    ),
    userPermissions: asInstalled ? new Set() : enabledNames(node, 'userPermissions', 'name', 'enabled'),
    externalCredentialPrincipals: enabledNames(
      node,
      'externalCredentialPrincipalAccesses',
      'externalCredentialPrincipal',
      'enabled',
    ),
    customTypes: new Set(
      [
        ...enabledNames(node, 'customMetadataTypeAccesses', 'name', 'enabled'),
        ...enabledNames(node, 'customSettingAccesses', 'name', 'enabled'),
      ].map((item) => namespace.qualify(item)),
    ),
  };
}

/** Tabs that stand in the bar: a permission set says `Visible`, a profile `DefaultOn`. */
function shownTabs(node: XmlNode, list: string): string[] {
  const shown = node.list(list).filter((item) => /^(Visible|DefaultOn)$/.test(item.text('visibility') ?? ''));
  return shown.flatMap((item) => item.text('tab') ?? []);
}

function enabledNames(node: XmlNode, list: string, name: string, flag: string): Set<string> {
  const enabled = node.list(list).filter((item) => item.flag(flag));
  return new Set(enabled.flatMap((item) => item.text(name) ?? []));
}
