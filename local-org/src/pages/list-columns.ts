import { readFileSync } from 'node:fs';
import type { ObjectModel } from '../schema/model.ts';
import { nameFieldOf } from './highlights.ts';

/** The old names that list views and layouts have for fields: for every object, and for standard objects. */
const NAMES = JSON.parse(readFileSync(new URL('./list-columns.json', import.meta.url), 'utf8')) as Record<
  string,
  Readonly<Record<string, string>>
>;

/** The field, or the path to one, that a column of metadata stands for: `NAME`, `OWNER.ALIAS`, `Status__c`. */
export function columnField(object: ObjectModel, column: string): string {
  if (column === 'NAME') return nameFieldOf(object);
  const known = NAMES[object.name]?.[column] ?? NAMES['*']?.[column];
  if (known !== undefined) return known;
  const own = object.fields.get(column.toLowerCase());
  return own?.name ?? column;
}
