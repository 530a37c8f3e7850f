import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import { columnDeclaration, isStored, quoted, storedForm } from './columns.ts';
import { seededRow, type SeededRow, type StoreJournal } from './journal.ts';
import type { Store, StoredRow } from './store.ts';

/**
 * Lets the records of a database live on under a changed schema: new fields get their columns, and rows that metadata
 * make (permissions, classes, custom metadata) are made anew, with the records that refer to them led to the new ones.
 * Gives the labels of the objects whose records could not be kept, because a field holds another kind of value now.
 */
export function carryOver(store: Store, journal: StoreJournal, schema: OrgSchema): string[] {
  const objects = journal.tables().flatMap((name) => schema.object(name) ?? []);
  const reset = objects.filter((object) => !addColumns(store, object));
  for (const object of reset) store.database.exec(`DROP TABLE ${quoted(object.name)}`);
  const kept = objects.filter((object) => !reset.includes(object));
  renewSeeds(store, journal, kept);
  return reset.map(({ pluralLabel }) => pluralLabel);
}

/** False when a column would have to become of another kind. */
function addColumns(store: Store, object: ObjectModel): boolean {
  const columns = new Map(
    store
      .all(`SELECT name, type FROM pragma_table_info('${object.name}')`)
      .map(({ name, type }) => [String(name).toLowerCase(), String(type)]),
  );
  const fields = [...object.fields.values()].filter((field) => isStored(field) && field.name !== 'IsDeleted');
  const typeOf = (declaration: string): string => declaration.replace(/^"[^"]*" /, '').split(' ')[0] ?? '';
  for (const field of fields) {
    const declaration = columnDeclaration(field) ?? '';
    const type = columns.get(field.name.toLowerCase());
    if (type !== undefined && type !== typeOf(declaration)) return false;
  }
  for (const field of fields) {
    if (columns.has(field.name.toLowerCase())) continue;
    store.database.exec(`ALTER TABLE ${quoted(object.name)} ADD COLUMN ${columnDeclaration(field)}`);
  }
  return true;
}

interface Renewal {
  readonly object: ObjectModel;
  readonly before: readonly SeededRow[];
  readonly rows: readonly StoredRow[];
}

function renewSeeds(store: Store, journal: StoreJournal, objects: readonly ObjectModel[]): void {
  const renewals = objects.flatMap((object): Renewal[] => {
    const before = journal.seedsOf(object);
    const rows = store.seed(object);
    return before.length + rows.length > 0 && !isSame(before, rows) ? [{ object, before, rows }] : [];
  });
  if (!renewals.length) return;
  for (const { object, before } of renewals) for (const { id } of before) store.remove(object, id);
  lead(store, objects, movedIds(renewals));
  for (const { object, rows } of renewals) {
    for (const row of rows) store.insert(object, row);
    journal.noteSeeds(object, rows);
  }
}

function isSame(before: readonly SeededRow[], rows: readonly StoredRow[]): boolean {
  const after = rows.map(seededRow).sort((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.stringify(before) === JSON.stringify(after);
}

/** The new ids of rows that stand for the same thing as before. */
function movedIds(renewals: readonly Renewal[]): Map<string, string> {
  const moved = new Map<string, string>();
  for (const { before, rows } of renewals) {
    const after = new Map(rows.map(seededRow).flatMap((row) => (keyOf(row) ? [[keyOf(row), row.id]] : [])));
    for (const row of before) {
      const id = after.get(keyOf(row) ?? '');
      if (id !== undefined && id !== row.id) moved.set(row.id, id);
    }
  }
  return moved;
}

/** What a row is known by. The set that belongs to a profile has a name that only counts. */
function keyOf({ values }: SeededRow): string | null {
  const name = values['developername'] ?? (values['isownedbyprofile'] ? values['label'] : values['name']);
  const whole = [values['isownedbyprofile'] ? 'profile' : '', values['sobjecttype'] ?? '', name];
  return name === undefined || name === null ? null : whole.join(' ');
}

function lead(store: Store, objects: readonly ObjectModel[], moved: ReadonlyMap<string, string>): void {
  if (!moved.size) return;
  store.database.exec('CREATE TEMP TABLE moved (id TEXT PRIMARY KEY, to_id TEXT NOT NULL)');
  const insert = store.database.prepare('INSERT INTO moved VALUES (?, ?)');
  for (const [id, to] of moved) insert.run(id, to);
  for (const object of objects) {
    for (const field of object.fields.values()) {
      if (!isStored(field) || storedForm(field) !== 'id' || field.type === 'ID') continue;
      const column = quoted(field.name);
      store.database.exec(
        `UPDATE ${quoted(object.name)} SET ${column} = (SELECT to_id FROM moved WHERE id = ${column}) WHERE ${column} IN (SELECT id FROM moved)`,
      );
    }
  }
  store.database.exec('DROP TABLE moved');
}
