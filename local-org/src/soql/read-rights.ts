import { FULL_ACCESS, type AccessRights } from '../data/access.ts';
import type { QueryOptions } from '../data/data.ts';
import { apexException, throwApex } from '../runtime/faults.ts';
import type { OrgSchema } from '../schema/model.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import type { ApexException } from '../values/exception.ts';
import { unknownField, unknownObject } from './scope.ts';
import { usesOf, type FieldUse } from './uses.ts';

/** What the running user may read; asked by queries in user mode and WITH SECURITY_ENFORCED. */
export type ReadRights = Pick<AccessRights, 'mayReadObject' | 'mayReadField'>;

/** Queries that were found to read nothing that these rights forbid. */
const allowed = new WeakMap<ReadRights, WeakSet<SoqlQuery>>();

/**
 * Throws `System.QueryException` for what the user may not read: in user mode as if it did not exist, anywhere in the
 * query; WITH SECURITY_ENFORCED looks at SELECT and FROM only.
 */
export function checkReadRights(
  query: SoqlQuery,
  schema: OrgSchema,
  access: QueryOptions['access'],
  rights: ReadRights,
): void {
  if (access === 'system' || rights === FULL_ACCESS) return;
  let known = allowed.get(rights);
  if (!known) allowed.set(rights, (known = new WeakSet()));
  if (known.has(query)) return;
  for (const use of usesOf(query, schema)) {
    if (mayRead(use, rights)) continue;
    if (access === 'user') throw hiddenException(use, usesOf(query, schema), schema, rights);
    if (use.isSelected) {
      throwApex(
        'System.QueryException',
        'Insufficient permissions: secure query included inaccessible field',
      );
    }
  }
  // What WITH SECURITY_ENFORCED lets pass may still be refused in user mode, but a query has one mode.
  known.add(query);
}

function mayRead({ object, field }: FieldUse, rights: ReadRights): boolean {
  return rights.mayReadObject(object) && (!field || rights.mayReadField(object, field));
}

/** The message is of the first thing hidden; `getInaccessibleFields` tells all. */
function hiddenException(
  first: FieldUse,
  uses: readonly FieldUse[],
  schema: OrgSchema,
  rights: ReadRights,
): ApexException {
  const exception = apexException('System.QueryException', hiddenMessage(first, schema, rights));
  for (const use of uses) {
    if (!use.field || mayRead(use, rights)) continue;
    const fields = exception.$inaccessibleFields.get(use.object.name) ?? new Set();
    exception.$inaccessibleFields.set(use.object.name, fields.add(use.field.name));
  }
  return exception;
}

function hiddenMessage({ object, field, span }: FieldUse, schema: OrgSchema, rights: ReadRights): string {
  if (field && rights.mayReadObject(object)) return unknownField({ text: field.name, span }, object).message;
  return unknownObject({ text: object.name, span }, schema).message;
}
