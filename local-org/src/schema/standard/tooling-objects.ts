import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFields, emptyDraft } from '../draft.ts';
import type { ObjectDraft } from '../draft.ts';
import { systemFields } from '../field.ts';
import { fieldOfWords } from './field-words.ts';

interface ToolingObject {
  readonly keyPrefix: string;
  readonly label: string;
  /** In the words of `field-words.ts`. */
  readonly fields: Readonly<Record<string, string>>;
}

const AUDIT_FIELDS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/** Objects that the platform has in the Tooling API alone; the jar does not have them. */
const OBJECTS = JSON.parse(
  readFileSync(join(import.meta.dirname, 'tooling-objects.json'), 'utf8'),
) as Readonly<Record<string, ToolingObject>>;

/** By object. */
export const TOOLING_PREFIXES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OBJECTS).map(([name, { keyPrefix }]) => [name, keyPrefix]),
);

const NAMES: ReadonlySet<string> = new Set(Object.keys(OBJECTS).map((name) => name.toLowerCase()));

/** Apex and the data API don't know these objects. */
export function isOfTooling(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}

/** Null for what is no object of the Tooling API alone. */
export function toolingDraft(name: string): ObjectDraft | null {
  const object = OBJECTS[name];
  if (!object) return null;
  const { label, keyPrefix, fields } = object;
  const draft = emptyDraft(name, {
    label,
    pluralLabel: label,
    keyPrefix,
    kind: 'standard',
    isUndeletable: false,
  });
  addFields(draft, [
    ...systemFields('Id', 'IsDeleted', ...AUDIT_FIELDS),
    ...Object.entries(fields).map(([field, words]) => fieldOfWords(field, words)),
  ]);
  return draft;
}
