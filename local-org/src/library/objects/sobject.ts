import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { FieldModel } from '../../schema/model.ts';
import type { ApexList } from '../../values/list.ts';
import { hashOf, strictEquals } from '../../values/equality.ts';
import { ApexMap } from '../../values/map.ts';
import type { SObject } from '../../values/sobject.ts';
import { required } from '../collections/arguments.ts';
import { objectTypeOf } from '../collections/object-type.ts';
import { errorList } from '../database/results.ts';
import { libraryClass, type Value } from '../library.ts';
import { coerceToField } from './coerce.ts';
import type { FieldToken } from '../schema/tokens.ts';
import { stringOf } from '../text/stringify.ts';
import { settingStatics } from './stored-settings.ts';
import { addFieldError, addRecordError } from './record-errors.ts';

/** A field by its name or by its Schema.SObjectField, which has the field's model. */
type FieldReference = string | { readonly field: FieldModel };

/** System.SObject: what every record can do. */
export const sobjectClass = libraryClass({
  name: 'System.SObject',
  statics: settingStatics,
  properties: {
    Id: { get: (record: SObject) => record.id, set: (record: SObject, id) => void record.put('id', id) },
  },
  methods: {
    'addError(Exception)': addRecordError,
    'addError(Exception,Boolean)': (record: SObject, cause) => addRecordError(record, cause),
    'addError(String)': addRecordError,
    'addError(String,Boolean)': (record: SObject, message) => addRecordError(record, message),
    'addError(String,String)': (record: SObject, field, message) =>
      addFieldError(record, nameOf(field), message),
    'addError(String,String,Boolean)': (record: SObject, field, message) =>
      addFieldError(record, nameOf(field), message),
    'addError(Schema.SObjectField,String)': (record: SObject, field, message) =>
      addFieldError(record, nameOf(field), message),
    'addError(Schema.SObjectField,String,Boolean)': (record: SObject, field, message) =>
      addFieldError(record, nameOf(field), message),
    'clear()': (record: SObject) => record.clear(),
    'clone()': (record: SObject) => clone(record),
    'clone(Boolean)': clone,
    'clone(Boolean,Boolean)': clone,
    'clone(Boolean,Boolean,Boolean)': clone,
    'clone(Boolean,Boolean,Boolean,Boolean)': clone,
    'get(String)': get,
    'get(Schema.SObjectField)': get,
    'getCloneSourceId()': (record: SObject) => record.cloneSourceId,
    'getErrors()': (record: SObject) => errorList(record.errors),
    'getOptions()': (record: SObject) => record.options,
    'getPopulatedFieldsAsMap()': populatedFields,
    'getSObject(String)': getSObject,
    'getSObject(Schema.SObjectField)': getSObject,
    'equals(Object)': (record: SObject, other) => strictEquals(record, other),
    'getSObjects(String)': getSObjects,
    'getSObjects(Schema.SObjectField)': (record: SObject, field) =>
      getSObjects(record, childRelationshipOf(record, field)),
    'hashCode()': (record: SObject) => hashOf(record),
    'getSObjectType()': (record: SObject) => objectTypeOf(record.apexType()),
    'hasErrors()': (record: SObject) => record.errors.length > 0,
    'isClone()': (record: SObject) => record.isClone,
    'isSet(String)': (record: SObject, field: FieldReference) => record.isSet(record.keyOf(nameOf(field))),
    'isSet(Schema.SObjectField)': (record: SObject, field: FieldReference) =>
      record.isSet(record.keyOf(nameOf(field))),
    'put(String,Object)': put,
    'put(Schema.SObjectField,Object)': put,
    'putSObject(String,SObject)': putSObject,
    'putSObject(Schema.SObjectField,SObject)': putSObject,
    'toString()': (record: SObject) => stringOf(record),
    'recalculateFormulas()': (record: SObject) => void currentTransaction().data.recalculate(record),
    'setOptions(Object)': (record: SObject, options: Value) => {
      record.options = options;
    },
  },
});

function nameOf(reference: FieldReference | null): string {
  const field = required(reference);
  return typeof field === 'string' ? field : field.field.name;
}

function clone(
  record: SObject,
  preserveId: boolean | null = false,
  isDeep: boolean | null = false,
  preserveTimestamps: boolean | null = false,
  preserveAutonumber: boolean | null = false,
): SObject {
  return record.clone({
    preserveId: preserveId === true,
    isDeep: isDeep === true,
    preserveTimestamps: preserveTimestamps === true,
    preserveAutonumber: preserveAutonumber === true,
  });
}

function get(record: SObject, field: FieldReference): Value {
  return record.read(record.keyOf(nameOf(field)));
}

/** Gives the value that the field had before. Throws `System.SObjectException` for a field that can't be set. */
function put(record: SObject, reference: FieldReference, value: Value): Value {
  const field = record.field(nameOf(reference));
  if (!isWritable(field)) throwApex('System.SObjectException', `Field ${field.name} is not editable`);
  const key = field.name.toLowerCase();
  const before: Value = record.values.get(key) ?? null;
  record.put(key, coerceToField(field, value));
  return before;
}

function isWritable(field: FieldModel): boolean {
  if (field.type === 'ID') return true;
  return (field.isCreateable || field.isUpdateable) && !field.formula && !field.autoNumber && !field.summary;
}

/** By relationship name, or by the lookup field's token. Throws `System.SObjectException` when there is none. */
function relationshipOf(record: SObject, reference: FieldReference): string {
  const name = nameOf(reference);
  const fromToken = typeof reference === 'string' ? null : reference.field.reference?.relationshipName;
  const { namespace } = currentTransaction().schema;
  const key = (fromToken ?? name).toLowerCase();
  for (const candidate of [key, ...(namespace ? [`${namespace.toLowerCase()}__${key}`] : [])]) {
    if (record.object.parentRelationships.has(candidate)) return candidate;
  }
  return throwApex('System.SObjectException', `Invalid relationship ${name} for ${record.object.name}`);
}

function getSObject(record: SObject, reference: FieldReference): SObject | null {
  return record.parent(relationshipOf(record, reference));
}

/** Gives the parent that was there before. */
function putSObject(record: SObject, reference: FieldReference, parent: SObject | null): SObject | null {
  const relationship = relationshipOf(record, reference);
  const before = record.parents.get(relationship) ?? null;
  record.setParent(relationship, parent);
  return before;
}

/** The relationship that a lookup of the children makes. */
function childRelationshipOf(record: SObject, lookup: FieldToken | null): string {
  const { object, field } = required(lookup);
  const found = [...record.object.childRelationships.values()].find(
    (each) => each.object === object.name && each.field === field.name,
  );
  return found?.name ?? field.name;
}

/** Null when the query had no such subquery. */
function getSObjects(record: SObject, relationship: string): ApexList | null {
  const { namespace } = currentTransaction().schema;
  const key = required(relationship).toLowerCase();
  const candidates = [key, ...(namespace ? [`${namespace.toLowerCase()}__${key}`] : [])];
  const found = candidates.find((candidate) => record.object.childRelationships.has(candidate));
  if (!found) {
    throwApex(
      'System.SObjectException',
      `Invalid aggregate relationship ${relationship} for ${record.object.name}`,
    );
  }
  return record.childLists.get(found) ?? null;
}

/** Names in the schema's spelling: fields, then parents, then child lists. */
function populatedFields(record: SObject): ApexMap {
  const { program } = currentTransaction();
  const type = program.mapOf(program.type('String'), program.type('Object'));
  const members = [...record.values, ...record.parents, ...record.childLists];
  return new ApexMap(
    type,
    members.map(([name, value]) => [record.spell(name), value] as const),
  );
}
