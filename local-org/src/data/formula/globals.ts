import { Unsupported } from '../../runtime/faults.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { literal } from '../columns.ts';
import type { DataEnvironment } from '../environment.ts';
import type { Store, StoredRow } from '../store.ts';
import type { FormulaValue } from './value.ts';

/** What the global names of a formula need. */
export interface GlobalContext {
  readonly schema: OrgSchema;
  readonly store: Store;
  readonly environment: DataEnvironment;
  /** A field of a row, or of its parents. */
  valueIn(object: ObjectModel, row: StoredRow, path: readonly string[]): FormulaValue;
}

interface GlobalVariable {
  /** Is there such a thing? `path` without the variable's own name. */
  has(path: readonly string[], schema: OrgSchema): boolean;
  read(path: readonly string[], context: GlobalContext): FormulaValue;
}

/** Is there such a global name as `$User.Id`, `$Permission.May_Bill`? */
export function isKnownGlobal([name = '', ...path]: readonly string[], schema: OrgSchema): boolean {
  return GLOBALS[name.toLowerCase()]?.has(path, schema) ?? false;
}

/** The value of a global name. Throws for one that does not exist or is not supported. */
export function globalValue([name = '', ...path]: readonly string[], context: GlobalContext): FormulaValue {
  const variable = GLOBALS[name.toLowerCase()];
  if (!variable?.has(path, context.schema))
    throw new Unsupported(`${[name, ...path].join('.')} in a formula`);
  return variable.read(path, context);
}

/** Does a path lead from an object to a field? */
function hasField(
  schema: OrgSchema,
  objectName: string | undefined,
  [first = '', ...rest]: readonly string[],
): boolean {
  const object = schema.object(objectName ?? '');
  if (rest.length === 0) return object?.fields.has(first.toLowerCase()) ?? false;
  const parent = object?.parentRelationships.get(first.toLowerCase())?.reference?.to[0];
  return hasField(schema, parent, rest);
}

/** Which values of a hierarchical custom setting win: the user's, the profile's, the organization's. */
function settingValue([name = '', ...path]: readonly string[], context: GlobalContext): FormulaValue {
  const { schema, store, environment } = context;
  const object = schema.object(name);
  if (!object) return null;
  const profile = userRow(context)?.get('profileid') ?? null;
  for (const owner of [environment.userId(), profile, environment.organizationId()]) {
    const [row] = store.rows(object, '"SetupOwnerId" = ? AND "IsDeleted" = 0', owner);
    const value = row ? context.valueIn(object, row, path) : null;
    if (value !== null) return value;
  }
  return null;
}

function metadataValue(
  [name = '', record = '', ...path]: readonly string[],
  context: GlobalContext,
): FormulaValue {
  const object = context.schema.object(name);
  if (!object) return null;
  const names = ['DeveloperName', 'QualifiedApiName'].map((field) => `"${field}" = ${literal(record)}`);
  const [row] = context.store.rows(object, names.join(' OR '));
  return row ? context.valueIn(object, row, path) : null;
}

function userRow({ schema, store, environment }: GlobalContext): StoredRow | null {
  const users = schema.object('User');
  return users && store.row(users, environment.userId());
}

/** The fields of the running user, behind the relationships in `way`. */
function ofUser(...way: readonly string[]): GlobalVariable {
  return {
    has: (path, schema) => hasField(schema, 'User', [...way, ...path]),
    read(path, context) {
      const users = context.schema.object('User');
      const row = userRow(context);
      return users && row ? context.valueIn(users, row, [...way, ...path]) : null;
    },
  };
}

const organization: GlobalVariable = {
  has: (path, schema) => hasField(schema, 'Organization', path),
  read(path, { schema, store, valueIn }) {
    const object = schema.object('Organization');
    const [row] = object ? store.rows(object, '1 = 1 LIMIT 1') : [];
    return object && row ? valueIn(object, row, path) : null;
  },
};

const label: GlobalVariable = {
  has: ([name = ''], { labels }) => labels.has(name.toLowerCase()),
  read: ([name = ''], { schema }) => schema.labels.get(name.toLowerCase())?.value ?? null,
};

const permission: GlobalVariable = {
  has: ([name = ''], { customPermissions }) => customPermissions.has(name.toLowerCase()),
  read: ([name = ''], { environment }) => environment.access().hasCustomPermission(name),
};

/** The only thing that `$System` knows. */
const ORIGIN = new ApexDatetime(Date.UTC(1900, 0, 1));

const GLOBALS: Readonly<Record<string, GlobalVariable>> = {
  $user: ofUser(),
  $profile: ofUser('Profile'),
  $userrole: ofUser('UserRole'),
  $label: label,
  $organization: organization,
  $permission: permission,
  $setup: { has: ([name, ...path], schema) => hasField(schema, name, path), read: settingValue },
  $custommetadata: { has: ([name, , ...path], schema) => hasField(schema, name, path), read: metadataValue },
  $system: { has: ([name = '']) => name.toLowerCase() === 'origindatetime', read: () => ORIGIN },
};
