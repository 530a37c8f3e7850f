import { fieldName, objectName, uiApi } from 'host/uiApi';
import { wireAdapter } from 'host/wire';

/** Wire adapter for what the user may know of an object. */
export const getObjectInfo = wireAdapter({
  isReady: ({ objectApiName }) => Boolean(objectName(objectApiName)),
  load: ({ objectApiName }) => uiApi('GET', `/object-info/${objectName(objectApiName)}`),
});

/** Wire adapter for several objects. */
export const getObjectInfos = wireAdapter({
  isReady: ({ objectApiNames }) => Array.isArray(objectApiNames),
  load: async ({ objectApiNames }) => ({
    results: await Promise.all(objectApiNames.map((object) => readInfo(objectName(object)))),
  }),
});

async function readInfo(name) {
  try {
    return { statusCode: 200, result: await uiApi('GET', `/object-info/${name}`) };
  } catch (error) {
    return { statusCode: error.status, result: error.body };
  }
}

/** Wire adapter for the values of one picklist: `{ recordTypeId, fieldApiName }`. */
export const getPicklistValues = wireAdapter({
  isReady: ({ recordTypeId, fieldApiName }) => Boolean(recordTypeId && fieldApiName),
  load: ({ recordTypeId, fieldApiName }) => {
    const [object, field] = fieldName(fieldApiName).split('.');
    return uiApi('GET', `/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
  },
});

/** Wire adapter for all picklists of a record type: `{ objectApiName, recordTypeId }`. */
export const getPicklistValuesByRecordType = wireAdapter({
  isReady: ({ recordTypeId, objectApiName }) => Boolean(recordTypeId && objectName(objectApiName)),
  load: ({ recordTypeId, objectApiName }) =>
    uiApi('GET', `/object-info/${objectName(objectApiName)}/picklist-values/${recordTypeId}`),
});
