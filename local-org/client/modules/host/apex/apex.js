import { HostError, request } from 'host/http';
import { refreshWire, wireAdapter } from 'host/wire';

/**
 * An Apex method as components import it: called, it returns a promise; in `@wire` it is an adapter.
 */
export function apexMethod(className, method) {
  const call = (params = {}) => invoke(className, method, params);
  call.adapter = wireAdapter({
    isReady: (config) => Object.values(config).every((value) => value !== undefined),
    load: (config) => invoke(className, method, config),
  });
  return call;
}

/** Loads the value that a wired Apex method has given anew. */
export function refreshApex(value) {
  return refreshWire(value);
}

/** A field of a record that Apex has given; `Account.Owner.Name` as a path or a token of the schema. */
export function getSObjectValue(record, field) {
  const [, ...path] = (
    typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`
  ).split('.');
  return path.reduce((value, name) => value?.[name], record);
}

async function invoke(className, method, params) {
  const { ok, status, content } = await request('POST', '/local/apex', { className, method, params });
  if (ok && !content.error) return content.value;
  const message = content?.message ?? `The local org answered with status ${status}.`;
  throw new HostError(content?.error ?? { message }, ok ? 500 : status);
}
