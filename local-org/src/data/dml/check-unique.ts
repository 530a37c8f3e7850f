import type { FieldModel } from '../../schema/model.ts';
import { quoted } from '../columns.ts';
import type { Stored } from '../columns.ts';
import type { Store } from '../store.ts';
import { equals } from '../text-compare.ts';
import { fail } from './row.ts';
import type { SaveRow } from './row.ts';

/**
 * Checks that no other record has the value. `fresh`: ids of records that the same statement made; nobody knows them
 * yet, so the message does not name them.
 */
export function checkUnique(
  row: SaveRow,
  field: FieldModel,
  value: Stored,
  store: Store,
  fresh: ReadonlySet<string>,
): void {
  const same = equals(field, quoted(field.name), value);
  const where = `${same.sql} AND "Id" IS NOT ? AND "IsDeleted" = 0`;
  const sql = `SELECT "Id" AS id FROM ${store.table(row.object)} WHERE ${where} LIMIT 1`;
  const other = store.get(sql, same.value, row.id)?.id;
  if (typeof other !== 'string') return;
  const isFresh = fresh.has(other);
  const own = isFresh ? '<unknown>' : field.name;
  const message = `duplicate value found: ${own} duplicates value on record with id: ${isFresh ? '<unknown>' : other.slice(0, 15)}`;
  fail(row, 'DUPLICATE_VALUE', message, isFresh ? [] : [field.name]);
}
