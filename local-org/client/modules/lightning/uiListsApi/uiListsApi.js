import { fieldNames, objectName, uiApi } from 'host/uiApi';
import { wireAdapter } from 'host/wire';
import { watchRecords } from 'host/records';

/** Wire adapter for the list views of an object: `{ objectApiName, pageSize, pageToken, q, recentListsOnly }`. */
export const getListInfosByObjectName = wireAdapter({
  isReady: ({ objectApiName }) => Boolean(objectName(objectApiName)),
  load: ({ objectApiName, pageSize, pageToken, q }) =>
    uiApi('GET', `/list-info/${objectName(objectApiName)}`, { pageSize, pageToken, q }),
});

const hasList = ({ objectApiName, listViewApiName }) => Boolean(objectName(objectApiName) && listViewApiName);

/** Wire adapter for one list view: its columns, filters and order. */
export const getListInfoByName = wireAdapter({
  isReady: hasList,
  load: ({ objectApiName, listViewApiName }) =>
    uiApi('GET', `/list-info/${objectName(objectApiName)}/${listViewApiName}`),
});

/** Wire adapter for several list views: `{ names: [{ objectApiName, listViewApiName }] }`. */
export const getListInfosByName = wireAdapter({
  isReady: ({ names }) => Array.isArray(names),
  load: async ({ names }) => ({
    results: await Promise.all(
      names.map(async ({ objectApiName, listViewApiName }) => ({
        statusCode: 200,
        result: await uiApi('GET', `/list-info/${objectName(objectApiName)}/${listViewApiName}`),
      })),
    ),
  }),
});

/** Wire adapter for a page of a list view's records. */
export const getListRecordsByName = wireAdapter({
  isReady: hasList,
  load: ({ objectApiName, listViewApiName, fields, optionalFields, pageSize, pageToken, sortBy, where }) =>
    uiApi('GET', `/list-records/${objectName(objectApiName)}/${listViewApiName}`, {
      fields: fieldNames(fields),
      optionalFields: fieldNames(optionalFields),
      pageSize,
      pageToken,
      sortBy,
      where,
    }),
  watch: (_config, refresh) => watchRecords([], refresh),
});
