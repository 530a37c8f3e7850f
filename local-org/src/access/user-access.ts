import type { Store } from '../data/store.ts';
import type { OrgSchema } from '../schema/model.ts';
import { GrantsReader } from './grants.ts';
import { principalsOf, PRINCIPAL_TABLES } from './sharing/principals.ts';
import { RecordAccess } from './sharing/record-access.ts';
import { UserRights } from './user-rights.ts';

const MEMBER_TABLES = [
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  ...PRINCIPAL_TABLES,
];

/** The rights of an org's users, each worked out once as long as nothing about users and permissions changes. */
export class UserAccess {
  readonly #store: Store;
  readonly #schema: OrgSchema;
  readonly #grants: GrantsReader;
  #version = '';
  readonly #byUser = new Map<string, UserRights>();
  readonly #records = new Map<string, RecordAccess>();
  /** By the ids of the permission sets: users with the same sets share their rights. */
  readonly #bySets = new Map<string, UserRights>();
  #grantsVersion = '';

  constructor(store: Store, schema: OrgSchema) {
    this.#store = store;
    this.#schema = schema;
    this.#grants = new GrantsReader(store, schema);
    store.watch(MEMBER_TABLES);
  }

  rightsOf(userId: string): UserRights {
    this.#forgetWhatChanged();
    let rights = this.#byUser.get(userId);
    if (!rights) this.#byUser.set(userId, (rights = this.#rightsOfSets(this.#permissionSets(userId))));
    return rights;
  }

  recordAccessOf(userId: string): RecordAccess {
    const rights = this.rightsOf(userId);
    let records = this.#records.get(userId);
    if (!records) {
      const principals = principalsOf(userId, this.#store, this.#schema);
      records = new RecordAccess(rights, principals, this.#store, this.#schema);
      this.#records.set(userId, records);
    }
    return records;
  }

  #forgetWhatChanged(): void {
    const grants = this.#grants.version;
    const version = `${grants} ${this.#store.versionOf(MEMBER_TABLES)}`;
    if (version === this.#version) return;
    this.#version = version;
    this.#byUser.clear();
    this.#records.clear();
    if (grants !== this.#grantsVersion) this.#bySets.clear();
    this.#grantsVersion = grants;
  }

  #rightsOfSets(ids: readonly string[]): UserRights {
    const key = ids.join();
    let rights = this.#bySets.get(key);
    if (!rights) {
      rights = new UserRights(
        this.#schema,
        ids.map((id) => this.#grants.of(id)),
      );
      this.#bySets.set(key, rights);
    }
    return rights;
  }

  /** The set of the user's profile, those assigned, and those of the groups assigned. */
  #permissionSets(userId: string): string[] {
    const rows = this.#store.all(
      `SELECT p."Id" AS id FROM ${this.#table('PermissionSet')} p
       JOIN ${this.#table('User')} u ON u."ProfileId" = p."ProfileId" WHERE u."Id" = ?1
       UNION
       SELECT "PermissionSetId" FROM ${this.#table('PermissionSetAssignment')}
       WHERE "AssigneeId" = ?1 AND "PermissionSetId" IS NOT NULL
       UNION
       SELECT c."PermissionSetId" FROM ${this.#table('PermissionSetGroupComponent')} c
       JOIN ${this.#table('PermissionSetAssignment')} a ON a."PermissionSetGroupId" = c."PermissionSetGroupId"
       WHERE a."AssigneeId" = ?1
       ORDER BY 1`,
      userId,
    );
    return rows.map(({ id }) => String(id));
  }

  #table(name: string): string {
    const object = this.#schema.object(name);
    if (!object) throw new Error(`The schema has no object ${name}.`);
    return this.#store.table(object);
  }
}
