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
    if (!parent || !field || isCarriedAlong(row, relationship) || parent.id !== null) continue;
    const key = externalKey(row, parent);
    if (key) resolve(row, field, parent, key, context);
  }
}

/** A clone has the parents of its original. */
function isCarriedAlong({ record }: SaveRow, relationship: string): boolean {
  return record.isClone || (record.queried?.has(relationship) ?? false);
}

/** The one field that names the parent; null, after a report, when there is another number of them or it is no key. */
function externalKey(row: SaveRow, parent: SObject): FieldModel | null {
  const { name: entity, fields } = parent.object;
  const [name, ...others] = parent.values.keys();
  if (name === undefined) return null;
  if (others.length > 0) {
    const message = `More than 1 field provided in an external foreign key reference in entity: ${entity}`;
    fail(row, 'INVALID_FIELD', message);
    return null;
  }
  const field = fields.get(name);
  if (field && (field.isExternalId || field.isUnique)) return field;
  const given = `Field name provided, ${parent.spell(name)}`;
  fail(row, 'INVALID_FIELD', `${given} is not an External ID or indexed field for ${entity}`);
  return null;
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
