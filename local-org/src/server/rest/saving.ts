import { Misfit } from '../../aura/from-json.ts';
import type { Json, JsonObject } from '../../aura/json.ts';
import { recordFromJson } from '../../aura/record-from-json.ts';
import type { SaveOutcome, SaveOperation } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { ObjectModel } from '../../schema/model.ts';
import type { SObject } from '../../values/sobject.ts';
import { badRequest } from './errors.ts';

/** A record of the object from members of JSON. Throws `HttpError` for a member that is no field of it. */
export function recordOf(object: ObjectModel, members: JsonObject): SObject {
  const { program, schema } = currentTransaction();
  const { attributes: _, ...fields } = members;
  for (const name of Object.keys(fields)) {
    const keys = [name, `${schema.namespace}__${name}`].map((each) => each.toLowerCase());
    if (keys.some((key) => object.fields.has(key) || object.parentRelationships.has(key))) continue;
    throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  }
  try {
    return recordFromJson(withTimes(object, fields), program.recordType(object.name));
  } catch (error) {
    if (error instanceof Misfit) throw badRequest('JSON_PARSER_ERROR', error.message);
    throw error;
  }
}

/** The REST API takes a time also as milliseconds, and in the form of HTTP's headers. */
function withTimes(object: ObjectModel, fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const isTime = object.fields.get(name.toLowerCase())?.type === 'DATETIME';
      const isOther =
        typeof value === 'number' || (typeof value === 'string' && /^[A-Z][a-z]{2}, /.test(value));
      const time = isTime && isOther ? new Date(value) : null;
      return [name, time && !Number.isNaN(time.getTime()) ? time.toISOString() : value];
    }),
  );
}

/** Saves in user mode; what is refused is in the outcome. Records of several objects are saved object by object. */
export function save(operation: SaveOperation, records: readonly SObject[]): SaveOutcome[] {
  const { data } = currentTransaction();
  return runs(records).flatMap((run) => data.save(operation, run, { access: 'user', allOrNone: false }));
}

export function remove(ids: readonly string[]): SaveOutcome[] {
  return currentTransaction().data.delete(ids, { access: 'user', allOrNone: false });
}

/** Neighbours of one object together. */
function runs(records: readonly SObject[]): SObject[][] {
  const result: SObject[][] = [];
  for (const record of records) {
    const last = result.at(-1);
    if (last?.[0]?.object === record.object) last.push(record);
    else result.push([record]);
  }
  return result;
}

/** The body of a request for one record. */
export function members(body: Json): JsonObject {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw badRequest('JSON_PARSER_ERROR', 'The body is no record.');
}
