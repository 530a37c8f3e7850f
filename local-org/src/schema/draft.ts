import type {
  ChildRelationship,
  FieldModel,
  FieldSetModel,
  ObjectModel,
  RecordTypeModel,
  ValidationRuleModel,
} from './model.ts';
import { NameMap } from './name-map.ts';

/** An object while it is put together from the jar, the data files and the project's metadata. */
export interface ObjectDraft {
  name: string;
  label: string;
  pluralLabel: string;
  keyPrefix: string;
  kind: ObjectModel['kind'];
  settingType: ObjectModel['settingType'];
  /** By name in lower case; a later field of the same name wins. */
  fields: Map<string, FieldModel>;
  /** By relationship name; made when asked for, since the child's object may have to be read first. */
  children: Map<string, () => ChildRelationship>;
  recordTypes: RecordTypeModel[];
  validationRules: ValidationRuleModel[];
  fieldSets: FieldSetModel[];
  sharingModel: ObjectModel['sharingModel'];
  isDeletable: boolean;
  isUndeletable: boolean;
  isCreateable: boolean;
  isUpdateable: boolean;
  isQueryable: boolean;
  isMergeable: boolean;
  publishesImmediately?: boolean;
  changesOf?: string;
}

/** A custom object without fields. */
export function emptyDraft(name: string, given: Partial<ObjectDraft> = {}): ObjectDraft {
  return {
    name,
    label: name,
    pluralLabel: name,
    keyPrefix: '',
    kind: 'custom',
    settingType: null,
    fields: new Map(),
    children: new Map(),
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    sharingModel: 'ReadWrite',
    isDeletable: true,
    isUndeletable: true,
    isCreateable: true,
    isUpdateable: true,
    isQueryable: true,
    isMergeable: false,
    ...given,
  };
}

/** Adds fields; a later one of the same name wins. */
export function addFields(draft: ObjectDraft, fields: Iterable<FieldModel>): void {
  for (const field of fields) draft.fields.set(field.name.toLowerCase(), field);
}

/** The finished object. */
export function finish(draft: ObjectDraft, namespace: string | null): ObjectModel {
  const fields = new NameMap<FieldModel>(namespace);
  const parentRelationships = new NameMap<FieldModel>(namespace);
  for (const field of draft.fields.values()) {
    fields.set(field.name, field);
    if (field.reference?.relationshipName) parentRelationships.set(field.reference.relationshipName, field);
  }
  const childRelationships = new NameMap<ChildRelationship>(namespace);
  for (const [name, make] of draft.children) childRelationships.define(name, make);
  const fieldSets = new NameMap<FieldSetModel>(namespace);
  for (const fieldSet of draft.fieldSets) fieldSets.set(fieldSet.name, fieldSet);
  return { ...draft, fields, parentRelationships, childRelationships, fieldSets };
}
