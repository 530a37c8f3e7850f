import * as records from 'host/records';
import { watchRecords } from 'host/records';
import { fieldName, fieldNames, objectName, uiApi } from 'host/uiApi';
import { refreshWire, wireAdapter } from 'host/wire';

const hasRecord = ({ recordId }) => typeof recordId === 'string' && recordId !== '';

function recordQuery({ fields, optionalFields, layoutTypes, modes }) {
  return {
    fields: fieldNames(fields),
    optionalFields: fieldNames(optionalFields),
    layoutTypes: [layoutTypes ?? []].flat(),
    modes: [modes ?? []].flat(),
  };
}

const asksForFields = (config) =>
  Object.values(recordQuery(config)).some(
    (names) => names.length > 0 && names.every((name) => name !== undefined),
  );

/** Wire adapter for a record: `{ recordId, fields | layoutTypes, optionalFields, modes }`. */
export const getRecord = wireAdapter({
  isReady: (config) => hasRecord(config) && asksForFields(config),
  load: (config) => records.readRecord(config.recordId, recordQuery(config)),
  watch: ({ recordId }, changed) => watchRecords([recordId], changed),
});

/** Wire adapter for several records, each with fields of its own. */
export const getRecords = wireAdapter({
  isReady: ({ records: wanted }) => Array.isArray(wanted),
  load: async ({ records: wanted }) => ({
    results: await Promise.all(
      wanted.flatMap((part) => part.recordIds.map((recordId) => readOne({ ...part, recordId }))),
    ),
  }),
  watch: ({ records: wanted }, changed) =>
    watchRecords(
      wanted.flatMap((part) => part.recordIds),
      changed,
    ),
});

async function readOne(config) {
  try {
    return { statusCode: 200, result: await records.readRecord(config.recordId, recordQuery(config)) };
  } catch (error) {
    return { statusCode: error.status, result: error.body };
  }
}

/** Wire adapter for records with their layouts: `{ recordIds, layoutTypes, modes }`. */
export const getRecordUi = wireAdapter({
  isReady: ({ recordIds }) => recordIds !== undefined && recordIds.length > 0,
  load: ({ recordIds, layoutTypes = 'Full', modes = 'View' }) =>
    uiApi('GET', `/record-ui/${[recordIds].flat().join(',')}`, {
      layoutTypes: [layoutTypes].flat(),
      modes: [modes].flat(),
    }),
  watch: ({ recordIds }, changed) => watchRecords([recordIds].flat(), changed),
});

/** Of a record of `getRecord`; undefined for a field that was not asked for. */
export function getFieldValue(record, field) {
  return fieldOf(record, field)?.value;
}

/** The text that people see, null where the value is its own text. */
export function getFieldDisplayValue(record, field) {
  return fieldOf(record, field)?.displayValue;
}

function fieldOf(record, field) {
  const [, ...path] = fieldName(field).split('.');
  const last = path.pop();
  const holder = path.reduce((part, name) => part?.fields?.[name]?.value, record);
  return holder?.fields?.[last];
}

export const createRecord = records.createRecord;
export const updateRecord = records.updateRecord;
export const deleteRecord = records.deleteRecord;

/** Tells everyone who shows the records that they have changed elsewhere, for example in Apex. */
export function notifyRecordUpdateAvailable(items) {
  records.recordsChanged(items.map(({ recordId }) => recordId));
  return Promise.resolve();
}

/** The older name of the above. */
export function getRecordNotifyChange(items) {
  records.recordsChanged(items.map(({ recordId }) => recordId));
}

/** Loads the value of a wire of this module anew. */
export function refresh(value) {
  return refreshWire(value);
}

/** The input for `createRecord`: fields that the user may create, without empty ones. */
export function generateRecordInputForCreate(record, objectInfo) {
  return { apiName: record.apiName, fields: writable(record, objectInfo, 'createable') };
}

/** The input for `updateRecord`: fields that the user may change, with the id. */
export function generateRecordInputForUpdate(record, objectInfo) {
  return { fields: { ...writable(record, objectInfo, 'updateable'), Id: record.id } };
}

function writable(record, objectInfo, right) {
  const isWritable = ([name]) => objectInfo === undefined || objectInfo.fields[name]?.[right] === true;
  const entries = Object.entries(record.fields).filter(isWritable);
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}

/** Wire adapter for the values that a new record begins with. */
export const getRecordCreateDefaults = wireAdapter({
  isReady: ({ objectApiName }) => objectApiName !== undefined,
  load: async ({ objectApiName }) => {
    const name = objectName(objectApiName);
    const info = await uiApi('GET', `/object-info/${name}`);
    return {
      objectInfos: { [name]: info },
      record: { apiName: name, fields: {}, recordTypeId: info.defaultRecordTypeId },
    };
  },
});
