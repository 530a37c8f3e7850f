/** Schemas of whole bodies, as they are referred to from outside `schemas.json`. */
import type { OperationModel, ProfileModel, SystemModel } from '../model/model.ts';
import type { Json } from '../text/json.ts';
import { requestName, responseSchema } from './definitions.ts';
import type { Schema } from './scalars.ts';

/** The file that holds all definitions of a system. */
export const schemasFile = 'schemas.json';

function fromOutside(value: Json): Json {
  if (Array.isArray(value)) return value.map(fromOutside);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    key === '$ref' ? `${schemasFile}${String(item)}` : fromOutside(item ?? null),
  ]);
  return Object.fromEntries(entries) as Schema;
}

/** The body that an operation is sent; undefined where there is none. */
export function requestBody(key: string, { request }: OperationModel): Schema | undefined {
  return request && { $ref: `${schemasFile}#/$defs/${requestName(key)}` };
}

/** What an operation answers with, for a list one item of it; undefined where no body comes back. */
export function responseItem(system: SystemModel, { response }: OperationModel): Schema | undefined {
  return response && (fromOutside(responseSchema(system, response)) as Schema);
}

/** A page of a list: the bare array, or an object that holds it somewhere. */
function pageOf({ paging }: ProfileModel, item: Schema): Schema {
  const list: Schema = { type: 'array', items: item };
  if (paging.style === 'numbered') return list;
  return paging.items
    .split('.')
    .reduceRight<Schema>(
      (inner, name) => ({ type: 'object', properties: { [name]: inner }, required: [name] }),
      list,
    );
}

/** The whole body that an operation answers with. */
export function responseBody(system: SystemModel, operation: OperationModel): Schema | undefined {
  const item = responseItem(system, operation);
  return item && operation.kind === 'list' ? pageOf(system.profile, item) : item;
}
