/** Objects that set the org up, or give access: their records may not be written beside those of other objects. */
const SETUP: ReadonlySet<string> = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'Profile',
  'QueueSobject',
  'SetupEntityAccess',
  'UserRole',
]);
/** A new user with a role, or a change of one of these, is a matter of the set-up; other writes of users never are. */
const USER_FIELDS = ['userroleid', 'isactive', 'username', 'profileid'];

/**
 * What one transaction has written: set-up objects or others, never both. `System.runAs` begins anew: that is how tests
 * get by the rule.
 */
export class MixedDml {
  #first: { readonly object: string; readonly isSetup: boolean } | null = null;

  /** The object that was written first, when this one may not be written after it; null when it may. */
  conflict(object: string, isInsert: boolean, fields: Iterable<string>): string | null {
    const isUserSetup = object === 'User' && touchesAccess(fields, isInsert ? ['userroleid'] : USER_FIELDS);
    const isSetup = SETUP.has(object) || isUserSetup;
    if (object === 'User' && !isSetup) return null;
    // Fields are named by what writes them: a group may be inserted and updated beside anything.
    if (object === 'Group' && (isInsert || [...fields].length > 0)) return null;
    this.#first ??= { object, isSetup };
    return this.#first.isSetup === isSetup ? null : this.#first.object;
  }
}

function touchesAccess(fields: Iterable<string>, which: readonly string[]): boolean {
  return [...fields].some((field) => which.includes(field));
}
