import type { FieldModel, OrgSchema } from '../../schema/model.ts';
import { isPrincipalId, PRINCIPAL_OBJECT } from '../../schema/credential-principal.ts';
import type { Store } from '../store.ts';
import { fail } from './row.ts';
import type { SaveRow } from './row.ts';

/** Checks that a lookup names a record that exists and is of an object that it may name. */
export function checkReference(
  row: SaveRow,
  field: FieldModel,
  id: string,
  schema: OrgSchema,
  store: Store,
): void {
  if (isPrincipalId(id) && field.reference?.to.includes(PRINCIPAL_OBJECT)) return;
  const target = schema.objectOfKeyPrefix(id.slice(0, 3));
  const allowed = field.reference?.to ?? [];
  if (!target || (allowed.length > 0 && !allowed.includes(target.name))) {
    return fail(row, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [
      field.name,
    ]);
  }
  const found = store.get(`SELECT "IsDeleted" AS deleted FROM ${store.table(target)} WHERE "Id" = ?`, id);
  if (!found) fail(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (found.deleted === 1) fail(row, 'ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
}
