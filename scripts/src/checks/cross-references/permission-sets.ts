import type { Finding } from '../../model.ts';
import type { XmlElement } from '../../project/xml.ts';
import { child, children, value } from '../../project/xml.ts';
import type { Context, Place, Rule } from './context.ts';
import { at, finding, parsed } from './context.ts';

/** Parts of a permission set: element, the child that names something, and the type of that. */
const PARTS: readonly (readonly [element: string, name: string, type: string])[] = [
  ['classAccesses', 'apexClass', 'ApexClass'],
  ['pageAccesses', 'apexPage', 'ApexPage'],
  ['fieldPermissions', 'field', 'CustomField'],
  ['objectPermissions', 'object', 'CustomObject'],
  ['tabSettings', 'tab', 'CustomTab'],
  ['applicationVisibilities', 'application', 'CustomApplication'],
  ['customPermissions', 'name', 'CustomPermission'],
  ['customMetadataTypeAccesses', 'name', 'CustomObject'],
  ['customSettingAccesses', 'name', 'CustomObject'],
  ['flowAccesses', 'flow', 'Flow'],
  ['recordTypeVisibilities', 'recordType', 'RecordType'],
];

/** A permission set is installed without what is not the package's own, and nobody is told. */
export const permissionSets: Rule = (context) =>
  parsed(context, 'PermissionSet').flatMap(({ component, root }) => [
    ...PARTS.flatMap(([element, name, type]) =>
      children(root, element).flatMap((entry) =>
        ofPackage(context, at(component, entry), type, value(entry, name)),
      ),
    ),
    ...children(root, 'externalCredentialPrincipalAccesses').flatMap((entry) =>
      principal(context, at(component, entry), value(entry, 'externalCredentialPrincipal') ?? ''),
    ),
    ...children(root, 'userPermissions').map((entry) => userPermission(at(component, entry), entry)),
  ]);

/** A group holds only our own sets. */
export const permissionSetGroups: Rule = (context) =>
  parsed(context, 'PermissionSetGroup').flatMap(({ component, root }) =>
    children(root, 'permissionSets').flatMap((entry) =>
      context.own(at(component, entry), 'PermissionSet', entry.text.trim()),
    ),
  );

function ofPackage(context: Context, place: Place, type: string, name: string | undefined): Finding[] {
  const isStandard = name !== undefined && !isOwnName(type, name);
  if (!isStandard) return context.own(place, type, name);
  const message =
    `${name} is not of this package, so installing the package drops this permission silently; ` +
    'take it out and let the set-up page ask the admin for it.';
  return [finding(place, 'not-ours', message)];
}

function isOwnName(type: string, name: string): boolean {
  if (type === 'CustomObject') return /__(c|mdt|e)$/.test(name);
  if (type === 'CustomField') return name.endsWith('__c');
  if (type === 'CustomTab' || type === 'CustomApplication') return !name.startsWith('standard');
  return true;
}

function principal(context: Context, place: Place, name: string): Finding[] {
  return context.own(place, 'ExternalCredential', name.split('-')[0]);
}

function userPermission(place: Place, entry: XmlElement): Finding {
  const message =
    `User permission ${child(entry, 'name')?.text.trim()}: a package can’t grant user permissions, they are dropped ` +
    'at installation; take it out and let the set-up page ask the admin for it.';
  return finding(place, 'not-ours', message);
}
