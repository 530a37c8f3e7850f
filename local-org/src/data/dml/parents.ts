import type { FieldModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { quoted } from '../columns.ts';
import { toStored } from '../encode.ts';
import { equals } from '../text-compare.ts';
import type { DmlContext } from './context.ts';
import { fail } from './row.ts';
import type { SaveRow } from './row.ts';

/**
 * Fills the lookups of a record whose parents are given by an external id: `new Order(Account = new Account(Ext__c =
 * 'x'))`. A parent that a query gave says nothing about the lookup.
 */
export function resolveParents(row: SaveRow, context: DmlContext): void {
  for (const [relationship, parent] of row.record.parents) {
    const field = row.object.parentRelationships.get(relationship);
    if (!parent || !field || row.record.queried?.has(relationship) || parent.id !== null) continue;
    const key = externalKey(parent);
    if (key) resolve(row, field, parent, key, context);
  }
}

function externalKey(parent: SObject): FieldModel | null {
  const [name, ...others] = parent.values.keys();
  const field = name === undefined || others.length > 0 ? undefined : parent.object.fields.get(name);
  return field && (field.isExternalId || field.isUnique) ? field : null;
}

function resolve(
  row: SaveRow,
  field: FieldModel,
  parent: SObject,
  key: FieldModel,
  { store }: DmlContext,
): void {
  const value = toStored(key, parent.values.get(key.name.toLowerCase()));
  const same = equals(key, quoted(key.name), value);
  const [found, second] = store.rows(parent.object, `${same.sql} AND "IsDeleted" = 0`, same.value);
  if (found && !second) {
    row.values.set(field.name.toLowerCase(), found.get('id') ?? null);
    return;
  }
  const what = second
    ? 'Multiple foreign key records found'
    : `Foreign key external ID: ${String(value)} not found`;
  fail(row, 'INVALID_FIELD', `${what} for field ${key.name} in entity ${parent.object.name}`);
}
