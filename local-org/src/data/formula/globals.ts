import { Unsupported } from '../../runtime/faults.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
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

type GlobalReader = (path: readonly string[], context: GlobalContext) => FormulaValue;

/** The value of `$User.Id`, `$Permission.May_Bill`. Throws for a name that is not supported. */
export function globalValue(name: string, path: readonly string[], context: GlobalContext): FormulaValue {
  const read = GLOBALS[name.toLowerCase()];
  if (!read) throw new Unsupported(`${[name, ...path].join('.')} in a formula`);
  return read(path, context);
}

/** Which values of a hierarchical custom setting win: the user's, the profile's, the organization's. */
function settingValue([name = '', ...path]: readonly string[], context: GlobalContext): FormulaValue {
  const { schema, store, environment } = context;
  const object = schema.object(name);
  if (!object) throw new Unsupported(`$Setup.${name} in a formula`);
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
  if (!object) throw new Unsupported(`$CustomMetadata.${name} in a formula`);
  const names = ['DeveloperName', 'QualifiedApiName'].map((field) => `"${field}" = ${literal(record)}`);
  const [row] = context.store.rows(object, names.join(' OR '));
  return row ? context.valueIn(object, row, path) : null;
}

function userRow({ schema, store, environment }: GlobalContext): StoredRow | null {
  const users = schema.object('User');
  return users && store.row(users, environment.userId());
}

/** A field of the running user, behind the relationships in `way`. */
const ofUser =
  (...way: readonly string[]): GlobalReader =>
  (path, context) => {
    const users = context.schema.object('User');
    const row = userRow(context);
    return users && row ? context.valueIn(users, row, [...way, ...path]) : null;
  };

const GLOBALS: Readonly<Record<string, GlobalReader>> = {
  $user: ofUser(),
  $profile: ofUser('Profile'),
  $userrole: ofUser('UserRole'),
  $label: ([name = ''], { schema }) => schema.labels.get(name.toLowerCase())?.value ?? null,
  $organization: (path, { schema, store, valueIn }) => {
    const object = schema.object('Organization');
    const [row] = object ? store.rows(object, '1 = 1 LIMIT 1') : [];
    return object && row ? valueIn(object, row, path) : null;
  },
  $permission: ([name = ''], { environment }) => environment.access().hasCustomPermission(name),
  $setup: settingValue,
  $custommetadata: metadataValue,
};
