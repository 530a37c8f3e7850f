import { randomUUID } from 'node:crypto';
import { chance } from '../../runtime/chance.ts';
import { SObject } from '../../values/sobject.ts';
import { libraryClass } from '../library.ts';
import {
  type FieldDescribe,
  type FieldToken,
  describeField,
  describeObject,
  type ObjectToken,
} from './tokens.ts';
import { applyDefaults } from './defaults.ts';

function newRecord(token: ObjectToken, id: string | null): SObject {
  const record = new SObject(token.object);
  if (id !== null) record.put('id', id);
  return record;
}

/** Code that wants to hear what becomes of a platform event knows it by this. */
function withEventUuid(record: SObject): SObject {
  if (record.object.fields.has('eventuuid')) record.values.set('eventuuid', chance('uuid', randomUUID));
  return record;
}

export const objectTypeClass = libraryClass({
  name: 'Schema.SObjectType',
  methods: {
    'getDescribe()': (token: ObjectToken) => describeObject(token.object),
    'getDescribe(Object)': (token: ObjectToken) => describeObject(token.object),
    'newSObject()': (token: ObjectToken) => newRecord(token, null),
    'newSObject(Id)': (token: ObjectToken, id) => newRecord(token, id),
    'newSObject(Id,Boolean)': (token: ObjectToken, recordTypeId, loadDefaults) => {
      const record = newRecord(token, null);
      if (recordTypeId !== null) record.put('recordtypeid', recordTypeId);
      return loadDefaults === true ? withEventUuid(applyDefaults(record)) : record;
    },
  },
});

export const objectFieldClass = libraryClass({
  name: 'Schema.SObjectField',
  methods: {
    'getDescribe()': (token: FieldToken): FieldDescribe => describeField(token.object, token.field),
    'getDescribe(Object)': (token: FieldToken): FieldDescribe => describeField(token.object, token.field),
  },
});
