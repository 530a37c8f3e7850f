import { addFields, emptyDraft } from './draft.ts';
import type { ObjectDraft } from './draft.ts';
import { makeField } from './field.ts';
import type { FieldModel } from './model.ts';

/** Fields of a record that its change events leave out. */
const LEFT_OUT = new Set([
  'isdeleted',
  'systemmodstamp',
  'lastvieweddate',
  'lastreferenceddate',
  'lastactivitydate',
]);

/** `AccountChangeEvent`, `Invoice__ChangeEvent`. */
export function changeEventName(object: string): string {
  return /__c$/i.test(object) ? object.replace(/__c$/i, '__ChangeEvent') : `${object}ChangeEvent`;
}

/** The standard object whose changes an event tells; null for what is no change event. */
export function changedObject(event: string): string | null {
  return /^(\w+)ChangeEvent$/.exec(event)?.[1] ?? null;
}

type Owner = Pick<ObjectDraft, 'name' | 'label'> & { readonly fields: ReadonlyMap<string, FieldModel> };

/** The event that tells of changes of `owner`: its fields, as far as they are kept in the record, and the header. */
export function changeEventDraft(owner: Owner, name: string, keyPrefix: string): ObjectDraft {
  const draft = emptyDraft(name, {
    label: `${owner.label} Change Event`,
    pluralLabel: `${owner.label} Change Events`,
    keyPrefix,
    kind: 'platformEvent',
    changesOf: owner.name,
    isCreateable: false,
    isUpdateable: false,
    isDeletable: false,
    isUndeletable: false,
    isQueryable: false,
  });
  const told = [...owner.fields.values()].filter(
    (field) => field.formula === null && !LEFT_OUT.has(field.name.toLowerCase()),
  );
  addFields(draft, [
    makeField('ReplayId', 'STRING', { isCreateable: false, isUpdateable: false }),
    makeField('ChangeEventHeader', 'COMPLEXVALUE'),
    ...told.map(toldField),
  ]);
  return draft;
}

/** Of a field of a record: in memory a test may fill it. */
function toldField(field: FieldModel): FieldModel {
  const { reference } = field;
  const isFree = field.isNillable && !field.isUnique && field.isCreateable && field.isUpdateable;
  // There are hundreds of these events: they share what they can.
  if (isFree && !reference?.childRelationshipName) return field;
  return {
    ...field,
    isNillable: true,
    isUnique: false,
    isCreateable: true,
    isUpdateable: true,
    // A lookup of an event makes no related list.
    reference: reference && { ...reference, childRelationshipName: null },
  };
}
