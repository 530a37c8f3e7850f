import type { OrgSchema, PermissionSetModel } from '../../schema/model.ts';
import { profileNames, withoutPrefix } from '../seed.ts';
import type { Seeds, SeedValues } from '../seed.ts';

/** Permission sets of the project with the ids of their rows; those of profiles come first, see `seed.ts`. */
function* permissionSets(seeds: Seeds): Generator<[id: string, set: PermissionSetModel]> {
  const profiles = profileNames(seeds.schema);
  for (const profile of seeds.schema.profiles.values()) {
    const index = profiles.indexOf(profile.name === 'Admin' ? 'System Administrator' : profile.name);
    yield [seeds.id('PermissionSet', index), profile];
  }
  let index = profiles.length;
  for (const set of seeds.schema.permissionSets.values()) yield [seeds.id('PermissionSet', index++), set];
}

export function objectPermissionRows(seeds: Seeds): SeedValues[] {
  return [...permissionSets(seeds)].flatMap(([ParentId, set]) =>
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

function fieldNames(path: string, schema: OrgSchema): SeedValues {
  const [objectKey = '', fieldKey = ''] = path.split('.');
  const object = schema.object(objectKey);
  const name = object?.name ?? objectKey;
  return { SobjectType: name, Field: `${name}.${object?.fields.get(fieldKey)?.name ?? fieldKey}` };
}

/** What a permission set opens besides objects and fields: classes and custom permissions. */
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
  ]);
}

/** Where the names are in the list; a name that is not there belongs to something else of the platform. */
function indexesOf(names: readonly string[], list: readonly string[]): number[] {
  return names.map((name) => list.indexOf(name.toLowerCase())).filter((index) => index >= 0);
}
