import { throwApex } from '../../runtime/faults.ts';
import type { FieldModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { quoted } from '../columns.ts';
import type { SaveError } from '../data.ts';
import { toStored } from '../encode.ts';
import { equals } from '../text-compare.ts';
import type { DmlContext } from './context.ts';
import { fail } from './row.ts';
import type { SaveItem } from './save.ts';

/**
 * Finds out which records of an upsert are new. `fieldName`: the external id to compare by, or null for Id. A record
 * that is found gets the id of its match.
 */
export function resolveUpsert(
  records: readonly SObject[],
  fieldName: string | null,
  context: DmlContext,
): SaveItem[] {
  const seen = new Map<string, SaveItem>();
  return records.map((record, index) => {
    const field = keyField(record, fieldName);
    if (!field) return { index, record, isInsert: record.id === null, errors: [] };
    const errors: SaveError[] = [];
    const value = toStored(field, record.values.get(field.name.toLowerCase()) ?? null);
    if (value === null) fail({ errors }, 'MISSING_ARGUMENT', `${field.name} not specified`);
    const key = `${record.object.name} ${field.isCaseSensitive ? String(value) : String(value).toLowerCase()}`;
    const twin = value === null ? undefined : seen.get(key);
    for (const item of twin ? [{ errors }, { errors: twin.errors }] : []) {
      if (item.errors.length === 0)
        fail(item, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [field.name]);
    }
    const isInsert =
      value === null || errors.length > 0 || !matches(record, field, value as string, errors, context);
    const item = { index, record, isInsert, errors };
    if (!twin) seen.set(key, item);
    return item;
  });
}

function keyField(record: SObject, fieldName: string | null): FieldModel | null {
  if (fieldName === null || /^id$/i.test(fieldName)) return null;
  const field = record.object.fields.get(fieldName.toLowerCase());
  if (field && (field.isExternalId || field.isNameField || field.isUnique)) return field;
  const message = `Invalid field for upsert, must be an External Id custom or standard indexed field: ${fieldName}`;
  return throwApex('System.SObjectException', message);
}

function matches(
  record: SObject,
  field: FieldModel,
  value: string,
  errors: SaveError[],
  { store }: DmlContext,
): boolean {
  const same = equals(field, quoted(field.name), value);
  const found = store.rows(record.object, `${same.sql} AND "IsDeleted" = 0`, same.value);
  const id = found[0]?.get('id');
  if (typeof id !== 'string') return false;
  if (found.length > 1) {
    const ids = found.map((row) => String(row.get('id')).slice(0, 15)).join(', ');
    fail(
      { errors },
      'DUPLICATE_EXTERNAL_ID',
      `${field.name}: more than one record found for external id field: [${ids}]`,
      [field.name],
    );
    return true;
  }
  record.id = id;
  return true;
}
