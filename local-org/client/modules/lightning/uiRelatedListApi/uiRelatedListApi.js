import { fieldNames, uiApi } from 'host/uiApi';
import { wireAdapter } from 'host/wire';
import { watchRecords } from 'host/records';

/** Wire adapter: `{ parentRecordId, relatedListId, fields, optionalFields, pageSize, pageToken, sortBy }`. */
export const getRelatedListRecords = wireAdapter({
  isReady: ({ parentRecordId, relatedListId }) => Boolean(parentRecordId && relatedListId),
  load: ({ parentRecordId, relatedListId, fields, optionalFields, pageSize, pageToken, sortBy, where }) => {
    if (where !== undefined)
      throw new Error('The local org does not support "where" in getRelatedListRecords.');
    return uiApi('GET', `/related-list-records/${parentRecordId}/${relatedListId}`, {
      fields: fieldNames(fields),
      optionalFields: fieldNames(optionalFields),
      pageSize,
      pageToken,
      sortBy,
    });
  },
  watch: (_config, refresh) => watchRecords([], refresh),
});

/** Wire adapter for the number of records of a related list. */
export const getRelatedListCount = wireAdapter({
  isReady: ({ parentRecordId, relatedListId }) => Boolean(parentRecordId && relatedListId),
  load: async ({ parentRecordId, relatedListId }) => {
    const { count } = await uiApi('GET', `/related-list-records/${parentRecordId}/${relatedListId}`, {
      fields: ['Id'],
    });
    return { count, relatedListId, parentRecordId };
  },
  watch: (_config, refresh) => watchRecords([], refresh),
});
