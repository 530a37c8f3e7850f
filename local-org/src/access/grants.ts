import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import type { ObjectOperation } from '../data/access.ts';
import type { Store, StoredRow } from '../data/store.ts';
import { profileRule } from '../data/seed/profiles.ts';

/** What one object permission opens. */
export type ObjectGrant = Readonly<Record<ObjectOperation | 'viewAll' | 'modifyAll', boolean>>;

/** What one permission set, or the one that belongs to a profile, opens. Names are in lower case. */
export interface Grants {
  /** By the object's name. */
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  /** By `object.field`. */
  readonly fields: ReadonlyMap<string, { readonly read: boolean; readonly edit: boolean }>;
  /** `modifyalldata`, without `permissions` in front. */
  readonly userPermissions: ReadonlySet<string>;
  /** Ids of classes, custom permissions, credential principals. */
  readonly setupEntities: ReadonlySet<string>;
  /** Names of custom permissions, without the project's namespace. */
  readonly customPermissions: ReadonlySet<string>;
  /** A profile whose standard fields are open unless a field permission says otherwise. */
  readonly opensStandardFields: boolean;
  /** The administrator's profile: every field is open. */
  readonly opensEverything: boolean;
}

const SETUP_TABLES = [
  'PermissionSet',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'Profile',
];

/** Reads what permission sets grant, each once as long as no permission changes. */
export class GrantsReader {
  readonly #store: Store;
  readonly #schema: OrgSchema;
  #version = '';
  readonly #known = new Map<string, Grants>();

  constructor(store: Store, schema: OrgSchema) {
    this.#store = store;
    this.#schema = schema;
    store.watch(SETUP_TABLES);
  }

  /** Changes when what some permission set grants may have changed. */
  get version(): string {
    return this.#store.versionOf(SETUP_TABLES);
  }

  /** What the permission set with this id grants. */
  of(permissionSetId: string): Grants {
    const { version } = this;
    if (version !== this.#version) {
      this.#known.clear();
      this.#version = version;
    }
    let grants = this.#known.get(permissionSetId);
    if (!grants) this.#known.set(permissionSetId, (grants = this.#read(permissionSetId)));
    return grants;
  }

  #read(id: string): Grants {
    const set = this.#rows('PermissionSet', '"Id" = ?', id)[0];
    const profileName = this.#profileName(set);
    const rule = profileName === null ? null : profileRule(profileName);
    const setupEntities = new Set(
      this.#rows('SetupEntityAccess', '"ParentId" = ?', id).map((row) => String(row.get('setupentityid'))),
    );
    return {
      objects: new Map(
        this.#rows('ObjectPermissions', '"ParentId" = ?', id).map((row) => [
          this.#objectKey(row),
          objectGrant(row),
        ]),
      ),
      fields: new Map(
        this.#rows('FieldPermissions', '"ParentId" = ?', id).map((row) => [
          this.#fieldKey(row),
          {
            read: isOn(row, 'permissionsread') || isOn(row, 'permissionsedit'),
            edit: isOn(row, 'permissionsedit'),
          },
        ]),
      ),
      userPermissions: userPermissions(set),
      setupEntities,
      customPermissions: this.#customPermissions(setupEntities),
      opensStandardFields: rule?.standardFields ?? false,
      opensEverything: rule?.everything ?? false,
    };
  }

  #profileName(set: StoredRow | undefined): string | null {
    const id = set?.get('profileid');
    if (typeof id !== 'string') return null;
    const profile = this.#rows('Profile', '"Id" = ?', id)[0];
    return profile ? String(profile.get('name')) : null;
  }

  #customPermissions(setupEntities: ReadonlySet<string>): Set<string> {
    const held = [...setupEntities].flatMap((id) => this.#rows('CustomPermission', '"Id" = ?', id));
    return new Set(held.map((row) => String(row.get('developername')).toLowerCase()));
  }

  #objectKey(row: StoredRow): string {
    const name = String(row.get('sobjecttype'));
    return (this.#schema.object(name)?.name ?? name).toLowerCase();
  }

  /** Apex may write names in any case and without the namespace. */
  #fieldKey(row: StoredRow): string {
    const [objectName = '', fieldName = ''] = String(row.get('field')).split('.');
    const object = this.#schema.object(objectName);
    const field = object?.fields.get(fieldName);
    return `${object?.name ?? objectName}.${field?.name ?? fieldName}`.toLowerCase();
  }

  #rows(object: string, condition: string, ...values: string[]): StoredRow[] {
    return this.#store.rows(objectNamed(this.#schema, object), `${condition} AND "IsDeleted" = 0`, ...values);
  }
}

function objectNamed(schema: OrgSchema, name: string): ObjectModel {
  const object = schema.object(name);
  if (!object) throw new Error(`The schema has no object ${name}.`);
  return object;
}

function objectGrant(row: StoredRow): ObjectGrant {
  const modifyAll = isOn(row, 'permissionsmodifyallrecords');
  const viewAll = modifyAll || isOn(row, 'permissionsviewallrecords');
  return {
    read: viewAll || isOn(row, 'permissionsread'),
    create: isOn(row, 'permissionscreate'),
    edit: modifyAll || isOn(row, 'permissionsedit'),
    delete: modifyAll || isOn(row, 'permissionsdelete'),
    viewAll,
    modifyAll,
  };
}

function userPermissions(set: StoredRow | undefined): Set<string> {
  const held = new Set<string>();
  for (const [name, value] of set ?? [])
    if (name.startsWith('permissions') && value === 1) held.add(name.slice('permissions'.length));
  return held;
}

function isOn(row: StoredRow, column: string): boolean {
  return row.get(column) === 1;
}
