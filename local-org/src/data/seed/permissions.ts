import { PRINCIPAL_OBJECT } from '../../schema/credential-principal.ts';
import type { CredentialPrincipal, OrgSchema, PermissionSetModel } from '../../schema/model.ts';
import { profileLabel, profileNames, withoutPrefix } from '../seed.ts';
import type { Seeds, SeedValues } from '../seed.ts';
import type { Stored } from '../columns.ts';
import { recordId } from '../ids.ts';
import { PROFILES, profileRule } from './profiles.ts';

/** Permission sets of the project with the ids of their rows; those of profiles come first, see `seed.ts`. */
function* permissionSets(seeds: Seeds): Generator<[id: string, set: PermissionSetModel]> {
  const profiles = profileNames(seeds.schema);
  for (const profile of seeds.schema.profiles.values()) {
    const index = profiles.indexOf(profileLabel(profile.name));
    yield [seeds.id('PermissionSet', index), profile];
  }
  let index = profiles.length;
  for (const set of seeds.schema.permissionSets.values()) yield [seeds.id('PermissionSet', index++), set];
}

export function objectPermissionRows(seeds: Seeds): SeedValues[] {
  const own = [...permissionSets(seeds)];
  const named = new Set(
    own.flatMap(([id, { objects }]) => [...objects.keys()].map((object) => `${id} ${object}`)),
  );
  const standard = standardPermissionRows(seeds).filter(
    ({ ParentId, SobjectType }) => !named.has(`${String(ParentId)} ${String(SobjectType).toLowerCase()}`),
  );
  return [...standard, ...ownPermissionRows(seeds, own)];
}

/** What the profiles of every org open; the project's file of a profile has the last word. */
function standardPermissionRows(seeds: Seeds): SeedValues[] {
  return PROFILES.flatMap(({ objects }, index) =>
    Object.entries(objects)
      .filter(([object]) => seeds.schema.object(object))
      .map(([SobjectType, letters]) => ({
        ParentId: seeds.id('PermissionSet', index),
        SobjectType,
        PermissionsCreate: Number(letters.includes('C')),
        PermissionsRead: Number(letters.includes('R')),
        PermissionsEdit: Number(letters.includes('E')),
        PermissionsDelete: Number(letters.includes('D')),
      })),
  );
}

function ownPermissionRows(
  seeds: Seeds,
  sets: readonly [id: string, set: PermissionSetModel][],
): SeedValues[] {
  return sets.flatMap(([ParentId, set]) =>
    [...set.objects].map(([object, allowed]) => ({
      ParentId,
      SobjectType: seeds.schema.object(object)?.name ?? object,
      PermissionsRead: Number(allowed.read),
      PermissionsCreate: Number(allowed.create),
      PermissionsEdit: Number(allowed.edit),
      PermissionsDelete: Number(allowed.delete),
      PermissionsViewAllRecords: Number(allowed.viewAll),
      PermissionsModifyAllRecords: Number(allowed.modifyAll),
    })),
  );
}

export function fieldPermissionRows(seeds: Seeds): SeedValues[] {
  return [...permissionSets(seeds)].flatMap(([ParentId, set]) =>
    [...set.fields].map(([path, allowed]) => ({
      ParentId,
      ...fieldNames(path, seeds.schema),
      PermissionsRead: Number(allowed.read),
      PermissionsEdit: Number(allowed.edit),
    })),
  );
}

/** Which permission sets each group has. */
export function permissionSetGroupRows(seeds: Seeds): SeedValues[] {
  const { permissionSets, permissionSetGroups } = seeds.schema;
  const names = [...permissionSets.keys()];
  const first = profileNames(seeds.schema).length;
  return [...permissionSetGroups.values()].flatMap((group, groupIndex) =>
    indexesOf(group.permissionSets, names).map((index) => ({
      PermissionSetGroupId: seeds.id('PermissionSetGroup', groupIndex),
      PermissionSetId: seeds.id('PermissionSet', first + index),
    })),
  );
}

/** `PermissionsViewAllData` and its like, 1 for those in the list. */
export function permissionColumns(names: Iterable<string>): SeedValues {
  return Object.fromEntries(Array.from(names, (name) => [`Permissions${name}`, 1]));
}

/** The user permissions of a profile as columns of `object`: the administrator has all. */
export function userPermissionColumns(seeds: Seeds, object: string, profile: string): SeedValues {
  const rule = profileRule(profile);
  const own = [...seeds.schema.profiles.values()].find(({ name }) => profileLabel(name) === profile);
  if (!rule.everything) return permissionColumns([...rule.userPermissions, ...(own?.userPermissions ?? [])]);
  const all = [...(seeds.schema.object(object)?.fields.values() ?? [])];
  const columns: Record<string, Stored> = {};
  for (const { name } of all) if (name.startsWith('Permissions')) columns[name] = 1;
  return columns;
}

/** The id under which a permission set opens a custom setting or a custom metadata type. */
export function customEntityId(schema: OrgSchema, object: string): string | null {
  const index = schema.projectObjects.findIndex((name) => name.toLowerCase() === object.toLowerCase());
  return index < 0 ? null : recordId('01I', index + 1);
}

function fieldNames(path: string, schema: OrgSchema): SeedValues {
  const [objectKey = '', fieldKey = ''] = path.split('.');
  const object = schema.object(objectKey);
  const name = object?.name ?? objectKey;
  return { SobjectType: name, Field: `${name}.${object?.fields.get(fieldKey)?.name ?? fieldKey}` };
}

/** What a permission set opens besides objects and fields: classes, custom permissions, settings and metadata types. */
export function accessRows(seeds: Seeds): SeedValues[] {
  const { schema, options } = seeds;
  const classes = options.classes.map(({ name }) => name.toLowerCase());
  const permissions = [...schema.customPermissions.keys()];
  return [...permissionSets(seeds)].flatMap(([ParentId, set]) => [
    ...indexesOf(
      [...set.classes].map((name) => withoutPrefix(name, schema)),
      classes,
    ).map((index) => ({
      ParentId,
      SetupEntityId: seeds.id('ApexClass', index),
      SetupEntityType: 'ApexClass',
    })),
    ...indexesOf([...set.customPermissions], permissions).map((index) => ({
      ParentId,
      SetupEntityId: seeds.id('CustomPermission', index),
      SetupEntityType: 'CustomPermission',
    })),
    ...[...set.externalCredentialPrincipals].flatMap((name) =>
      principalsNamed(name, schema).map(({ id }) => ({
        ParentId,
        SetupEntityId: id,
        SetupEntityType: PRINCIPAL_OBJECT,
      })),
    ),
    ...[...set.customTypes].flatMap((name) => {
      const SetupEntityId = customEntityId(schema, schema.object(name)?.name ?? name);
      return SetupEntityId ? [{ ParentId, SetupEntityId, SetupEntityType: 'CustomEntityDefinition' }] : [];
    }),
  ]);
}

/** The principal that a permission set calls `Credential-Principal`. */
function principalsNamed(name: string, { externalCredentials }: OrgSchema): CredentialPrincipal[] {
  const at = name.indexOf('-');
  const credential = externalCredentials.get(name.slice(0, at));
  const wanted = name.slice(at + 1).toLowerCase();
  return (credential?.principals ?? []).filter((principal) => principal.name.toLowerCase() === wanted);
}

/** Where the names are in the list; a name that is not there belongs to something else of the platform. */
function indexesOf(names: readonly string[], list: readonly string[]): number[] {
  return names.map((name) => list.indexOf(name.toLowerCase())).filter((index) => index >= 0);
}
