import { makeField, makeReference } from '../field.ts';
import type { FieldModel, FieldType, PicklistModel, ReferenceModel } from '../model.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const FLAGS: Readonly<Record<string, (field: Mutable<Partial<FieldModel>>) => void>> = {
  required: (field) => (field.isNillable = false),
  name: (field) => (field.isNameField = true),
  unique: (field) => (field.isUnique = true),
  caseSensitive: (field) => (field.isCaseSensitive = true),
  externalId: (field) => (field.isExternalId = true),
  html: (field) => (field.isHtml = true),
  system: (field) => (field.isSystem = true),
  noFilter: (field) => (field.isFilterable = false),
  noCreate: (field) => (field.isCreateable = false),
  noUpdate: (field) => (field.isUpdateable = false),
  readOnly: (field) => (field.isCreateable = field.isUpdateable = false),
  restricted: () => undefined,
};

/**
 * A standard field in the short words of the data files:
 * `STRING 80 required unique`, `CURRENCY 18,2 readOnly`, `BOOLEAN default=true`,
 * `REFERENCE Account children=Contacts onDelete=cascade`, `PICKLIST required restricted: Draft*|Activated`
 * (`*` marks the default), `STRING 30 autoNumber={00000000}`. Throws for a word that it does not know.
 */
export function fieldOfWords(name: string, text: string): FieldModel {
  const [head = '', values] = splitOnce(text, ':');
  const [type = '', ...words] = head.trim().split(/\s+/);
  const given: Mutable<Partial<FieldModel>> = {};
  const reference: Mutable<Partial<ReferenceModel>> = {};
  let targets: string[] = [];
  for (const word of words) {
    if (word in FLAGS) (FLAGS[word] as (field: typeof given) => void)(given);
    else if (word.includes('=')) setOption(name, word, given, reference);
    else if (/^\d/.test(word)) setSize(word, given);
    else if (type === 'REFERENCE' && targets.length === 0) targets = word.split(',');
    else throw new Error(`Unknown word "${word}" in the data of the field ${name}.`);
  }
  if (values !== undefined) given.picklist = picklistOf(values, words.includes('restricted'));
  if (type !== 'REFERENCE') return makeField(name, type as FieldType, given);
  return makeReference(name, targets, { ...given, reference: reference as ReferenceModel });
}

function setSize(word: string, field: Mutable<Partial<FieldModel>>): void {
  const [first, second] = word.split(',').map(Number);
  if (second === undefined) field.length = first as number;
  else [field.precision, field.scale] = [first as number, second];
}

function setOption(
  name: string,
  word: string,
  field: Mutable<Partial<FieldModel>>,
  reference: Mutable<Partial<ReferenceModel>>,
): void {
  const [option, value = ''] = splitOnce(word, '=');
  if (option === 'default') field.defaultValue = value;
  else if (option === 'children') reference.childRelationshipName = value;
  else if (option === 'relationship') reference.relationshipName = value;
  else if (option === 'onDelete') reference.onDelete = value as ReferenceModel['onDelete'];
  else if (option === 'autoNumber') field.autoNumber = { format: value, start: 1 };
  else throw new Error(`Unknown option "${word}" in the data of the field ${name}.`);
}

/** `Draft*|Activated`; a label that differs from the value is written `value=Label` or `value*=Label`. */
export function picklistOf(text: string, isRestricted: boolean): PicklistModel {
  const values = text
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [marked, label] = splitOnce(part, '=');
      const isDefault = marked.endsWith('*');
      const value = isDefault ? marked.slice(0, -1) : marked;
      return { value, label: label ?? value, isActive: true, isDefault };
    });
  return { isRestricted, values };
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}
