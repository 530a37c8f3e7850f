import { HostError, request } from 'host/http';

const ROOT = '/services/data/v67.0/ui-api';

/** Calls the User Interface API; errors have the form that components get from the Lightning Data Service. */
export async function uiApi(method, path, query, body) {
  const { ok, status, content } = await request(method, ROOT + path + queryString(query), body);
  if (ok) return content;
  throw new HostError(errorBody(content, status), status);
}

function queryString(query = {}) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value.length === 0) continue;
    parts.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

function errorBody(content, statusCode) {
  const errors = Array.isArray(content) ? content : [content ?? {}];
  const [first] = errors;
  const fieldErrors = Object.assign({}, ...errors.map((error) => error.fieldErrors ?? {}));
  return {
    statusCode,
    errorCode: first.errorCode,
    message: first.message ?? `The local org answered with status ${statusCode}.`,
    output: { errors: Object.keys(fieldErrors).length > 0 ? [] : errors, fieldErrors },
  };
}

/** `Account.Name` of a field as a text or a token of the schema; the same for a list of them. */
export function fieldNames(fields) {
  if (fields === undefined || fields === null) return [];
  return [fields].flat().map(fieldName);
}

export function fieldName(field) {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

export function objectName(object) {
  return typeof object === 'object' && object !== null ? object.objectApiName : object;
}
