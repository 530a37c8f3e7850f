import type { AccessRights, ObjectOperation } from '../data/access.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import { withoutPrefix } from '../data/seed.ts';
import { CLOSED_FIELDS } from '../data/seed/profiles.ts';
import { customEntityId } from '../data/seed/permissions.ts';
import { isPermissionable, permissionNames } from './field-rules.ts';
import type { Grants } from './grants.ts';
import { ruleOf } from './object-rules.ts';

type FieldRights = Readonly<{ read: boolean; edit: boolean }>;

const OPEN: FieldRights = { read: true, edit: true };

/** The rights that a profile and permission sets give together. */
export class UserRights implements AccessRights {
  readonly #schema: OrgSchema;
  readonly #grants: readonly Grants[];
  readonly #fields = new Map<ObjectModel, Map<FieldModel, FieldRights>>();

  constructor(schema: OrgSchema, grants: readonly Grants[]) {
    this.#schema = schema;
    this.#grants = grants;
  }

  /** E.g. `ViewAllData`, as `PermissionSet.PermissionsViewAllData` is called. */
  hasUserPermission(name: string): boolean {
    return (
      this.isAdministrator ||
      this.#grants.some(({ userPermissions }) => userPermissions.has(name.toLowerCase()))
    );
  }

  /** By its name, with or without the project's namespace. Nobody holds one that no permission set names. */
  hasCustomPermission(name: string): boolean {
    const own = withoutPrefix(name, this.#schema).toLowerCase();
    return this.#grants.some(({ customPermissions }) => customPermissions.has(own));
  }

  /** Has the administrator's profile. */
  get isAdministrator(): boolean {
    return this.#grants.some(({ opensEverything }) => opensEverything);
  }

  /** A class, a custom permission or a credential's principal was opened by its id. */
  opensEntity(id: string): boolean {
    return this.#grants.some(({ setupEntities }) => setupEntities.has(id));
  }

  /** The same for an object that the local org has only the permission of. */
  mayReadNamed(object: string): boolean {
    return (
      this.#mayAll('read') ||
      this.#grants.some(({ objects }) => objects.get(object.toLowerCase())?.read === true)
    );
  }

  mayReadObject(object: ObjectModel): boolean {
    return this.#may(object, 'read');
  }

  mayWriteObject(object: ObjectModel, operation: 'create' | 'edit' | 'delete'): boolean {
    return this.#may(object, operation);
  }

  mayReadField(object: ObjectModel, field: FieldModel): boolean {
    return this.#fieldRights(object, field).read;
  }

  mayWriteField(object: ObjectModel, field: FieldModel): boolean {
    return this.#fieldRights(object, field).edit;
  }

  /** Sees every record of the object, whoever owns it. */
  viewsAll(object: ObjectModel): boolean {
    return this.hasUserPermission('ViewAllData') || this.#ofAll(object, 'viewAll');
  }

  /** May change every record of the object, whoever owns it. */
  modifiesAll(object: ObjectModel): boolean {
    return this.hasUserPermission('ModifyAllData') || this.#ofAll(object, 'modifyAll');
  }

  #ofAll(object: ObjectModel, right: 'viewAll' | 'modifyAll'): boolean {
    const rule = ruleOf(object, this.#schema);
    if (rule.kind === 'follows')
      return right === 'viewAll' ? this.viewsAll(rule.object) : this.modifiesAll(rule.object);
    return this.#isGranted(object, right) || (right === 'viewAll' && this.modifiesAll(object));
  }

  #may(object: ObjectModel, operation: ObjectOperation): boolean {
    if (this.isAdministrator || this.#mayAll(operation)) return true;
    const rule = ruleOf(object, this.#schema);
    switch (rule.kind) {
      case 'own':
        return this.#isGranted(object, operation);
      case 'follows':
        return this.#may(rule.object, operation === 'read' ? 'read' : 'edit');
      case 'setup':
        return operation === 'read';
      case 'configuration':
        return operation === 'read' && this.#readsConfiguration(object);
      case 'everybody':
        return true;
    }
  }

  #mayAll(operation: ObjectOperation): boolean {
    return (
      this.hasUserPermission('ModifyAllData') ||
      (operation === 'read' && this.hasUserPermission('ViewAllData'))
    );
  }

  #readsConfiguration(object: ObjectModel): boolean {
    if (this.hasUserPermission('CustomizeApplication')) return true;
    if (object.kind === 'customSetting' && this.hasUserPermission('ViewAllCustomSettings')) return true;
    const entity = customEntityId(this.#schema, object.name);
    return entity !== null && this.opensEntity(entity);
  }

  #isGranted(object: ObjectModel, right: ObjectOperation | 'viewAll' | 'modifyAll'): boolean {
    const key = object.name.toLowerCase();
    return this.#grants.some(({ objects }) => objects.get(key)?.[right] === true);
  }

  #fieldRights(object: ObjectModel, field: FieldModel): FieldRights {
    let known = this.#fields.get(object);
    if (!known) this.#fields.set(object, (known = new Map()));
    let rights = known.get(field);
    if (!rights) known.set(field, (rights = this.#findFieldRights(object, field)));
    return rights;
  }

  #findFieldRights(object: ObjectModel, field: FieldModel): FieldRights {
    const { kind } = ruleOf(object, this.#schema);
    const isRuled = kind === 'own' || (kind === 'follows' && field.isCustom) || followsFields(object, kind);
    if (this.isAdministrator || !isRuled || !isPermissionable(object, field)) return OPEN;
    const keys = permissionNames(object, field).map((name) => `${object.name}.${name}`.toLowerCase());
    const granted = this.#grants.map((grants) => grantedField(grants, keys, field));
    return { read: granted.some(({ read }) => read), edit: granted.some(({ edit }) => edit) };
  }
}

/** Order products, opportunity products and the like have field permissions; shares and histories have none. */
function followsFields(object: ObjectModel, kind: string): boolean {
  return kind === 'follows' && !/(Share|History)$/.test(object.name);
}

function grantedField(grants: Grants, keys: readonly string[], field: FieldModel): FieldRights {
  for (const key of keys) {
    const found = grants.fields.get(key);
    if (found) return found;
  }
  const isOpen = grants.opensStandardFields && !field.isCustom && !keys.some((key) => CLOSED_FIELDS.has(key));
  return isOpen ? OPEN : { read: false, edit: false };
}
