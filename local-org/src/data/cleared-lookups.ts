import type { FieldModel, ObjectModel } from '../schema/model.ts';
import { quoted } from './columns.ts';
import type { Store, StoredRow } from './store.ts';

const TABLE = quoted('_ClearedLookups');

/** The table of the lookups that were emptied because their parents were deleted. */
export const CLEARED_LOOKUPS = `CREATE TABLE IF NOT EXISTS ${TABLE}
  (root TEXT NOT NULL, object TEXT NOT NULL, field TEXT NOT NULL, child TEXT NOT NULL, parent TEXT NOT NULL)`;

/** Empties a lookup and notes it. `root`: the record whose restoration brings the parent back. */
export function clearLookup(
  child: { readonly object: ObjectModel; readonly id: string; readonly old: StoredRow },
  field: FieldModel,
  root: string,
  store: Store,
): void {
  const key = field.name.toLowerCase();
  const parent = child.old.get(key) ?? null;
  store.update(child.object, child.id, new Map([[key, null]]));
  store.run(
    `INSERT INTO ${TABLE} VALUES (?, ?, ?, ?, ?)`,
    root,
    child.object.name,
    field.name,
    child.id,
    parent,
  );
}

/** Fills the lookups again that have not got another parent meanwhile. */
export function restoreLookups(
  root: string,
  object: (name: string) => ObjectModel | null,
  store: Store,
): void {
  for (const noted of store.all(`SELECT * FROM ${TABLE} WHERE root = ?`, root)) {
    const child = object(String(noted['object']));
    const field = child?.fields.get(String(noted['field']).toLowerCase());
    const row = child && store.row(child, String(noted['child']));
    const key = field?.name.toLowerCase() ?? '';
    if (child && field && row && (row.get(key) ?? null) === null)
      store.update(child, String(noted['child']), new Map([[key, noted['parent'] ?? null]]));
  }
  forgetLookups(root, store);
}

/** Nothing will restore the record any more. */
export function forgetLookups(root: string, store: Store): void {
  store.run(`DELETE FROM ${TABLE} WHERE root = ?`, root);
}
