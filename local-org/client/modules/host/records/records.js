import { uiApi } from 'host/uiApi';

/** Who shows which record: called when it has changed. */
const watchers = new Set();

/**
 * @param {string[]} ids records that are shown; an empty list watches everything.
 * @param {() => void} changed
 * @returns {() => void} ends the watch.
 */
export function watchRecords(ids, changed) {
  const watcher = { ids: ids.map(shortId), changed };
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Everyone who shows one of the records loads it anew. */
export function recordsChanged(ids) {
  const changed = new Set(ids.map(shortId));
  for (const watcher of [...watchers]) {
    if (watcher.ids.length === 0 || watcher.ids.some((id) => changed.has(id))) watcher.changed();
  }
}

/** Everything that is shown is loaded anew. */
export function everythingChanged() {
  for (const watcher of [...watchers]) watcher.changed();
}

export function readRecord(id, query) {
  return uiApi('GET', `/records/${id}`, query);
}

export async function createRecord({ apiName, fields }) {
  const record = await uiApi('POST', '/records', undefined, { apiName, fields });
  recordsChanged([record.id]);
  return record;
}

export async function updateRecord({ fields }) {
  const { Id: id, ...rest } = fields;
  if (!id) throw new Error('updateRecord needs the field Id.');
  const record = await uiApi('PATCH', `/records/${id}`, undefined, { fields: rest });
  recordsChanged([id]);
  return record;
}

export async function deleteRecord(id) {
  await uiApi('DELETE', `/records/${id}`);
  recordsChanged([id]);
}

function shortId(id) {
  return String(id).slice(0, 15);
}
