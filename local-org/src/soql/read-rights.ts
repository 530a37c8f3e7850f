import type { QueryOptions } from '../data/data.ts';
import { throwApex } from '../runtime/faults.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import { unknownField, unknownObject } from './scope.ts';
import { usesOf, type FieldUse } from './uses.ts';

/** What the running user may read; asked by queries in user mode and WITH SECURITY_ENFORCED. */
export interface ReadRights {
  mayReadObject(object: ObjectModel): boolean;
  mayReadField(object: ObjectModel, field: FieldModel): boolean;
}

/** The rights of a system administrator without any restriction. */
export const FULL_READ_RIGHTS: ReadRights = { mayReadObject: () => true, mayReadField: () => true };

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
  if (access === 'system' || rights === FULL_READ_RIGHTS) return;
  for (const use of usesOf(query, schema)) {
    if (mayRead(use, rights)) continue;
    if (access === 'user') throwApex('System.QueryException', hiddenMessage(use, schema, rights));
    if (use.isSelected) {
      throwApex(
        'System.QueryException',
        'Insufficient permissions: secure query included inaccessible field',
      );
    }
  }
}

function mayRead({ object, field }: FieldUse, rights: ReadRights): boolean {
  return rights.mayReadObject(object) && (!field || rights.mayReadField(object, field));
}

function hiddenMessage({ object, field, span }: FieldUse, schema: OrgSchema, rights: ReadRights): string {
  if (field && rights.mayReadObject(object)) return unknownField({ text: field.name, span }, object).message;
  return unknownObject({ text: object.name, span }, schema).message;
}
